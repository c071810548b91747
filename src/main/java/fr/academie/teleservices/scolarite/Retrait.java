package fr.academie.teleservices.scolarite;

import java.time.Instant;

/** Quand et par quoi un rattachement a été retiré. */
public record Retrait(Instant le, Par par) {

    /** Ce qui retire un rattachement. */
    public enum Par {
        /** Plus aucune source ne le dit : qu'une le redise, et il se rouvre. */
        IMPORT,
        /** L'établissement a confirmé qu'il était faux. */
        ETABLISSEMENT,
        /** L'élève est passé à un autre compte. */
        RUPTURE
    }
}
