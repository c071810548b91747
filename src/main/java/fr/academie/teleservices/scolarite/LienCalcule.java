package fr.academie.teleservices.scolarite;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ce que le calcul a fait du lien d'un couple, pour l'écrire et pour le dire.
 *
 * @param avant nulle s'il n'existait pas
 * @param apres nulle s'il n'existe toujours pas
 * @param retirePar pour un lien que le calcul a laissé retiré, ce qui l'avait retiré ; nul s'il vit, ou si nul ne sait
 * @param dit le plus fort de ses constats ; nul si aucune source ne le dit
 */
public record LienCalcule(
        Couple couple,
        Effet effet,
        @Nullable Qualite avant,
        @Nullable Qualite apres,
        Retrait.@Nullable Par retirePar,
        @Nullable Titre dit) {

    /** Ce que le calcul a fait d'un lien. */
    public enum Effet {
        CREE,
        /** Le niveau ou le lien de parenté suit la source. */
        CHANGE,
        /** Plus aucune source ne le dit. */
        RETIRE,
        /** Une source redit ce qu'un import avait retiré. */
        ROUVERT,
        INCHANGE,
        /** La source dit encore ce qu'une personne a retiré : il reste retiré. */
        RESTE_RETIRE,
        /** La source dit encore ce que le responsable conteste : il reste contesté, à son titre d'aujourd'hui. */
        RESTE_CONTESTE,
        /** La source dit autre chose que ce qu'une personne a saisi : il reste tel que saisi. */
        RESTE_SAISI
    }

    /** Vrai si le lien n'est plus ce qu'il était : les services l'apprennent. */
    public boolean aChange() {
        return !Objects.equals(avant, apres);
    }

    /** Vrai si une personne en a décidé autrement que la source : le rapport le dit. */
    public boolean contreLaSource() {
        return switch (effet) {
            case RESTE_RETIRE, RESTE_CONTESTE, RESTE_SAISI -> true;
            case CREE, CHANGE, RETIRE, ROUVERT, INCHANGE -> false;
        };
    }
}
