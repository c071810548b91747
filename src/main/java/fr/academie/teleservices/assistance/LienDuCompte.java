package fr.academie.teleservices.assistance;

import fr.academie.teleservices.scolarite.Enfant;
import java.time.Instant;

/** Un élève du compte, dans quelque état que soit le lien, et depuis quand le lien existe. */
public record LienDuCompte(long id, Enfant enfant, Instant depuis) {

    /** Le même, l'élève inscrit aussi où {@code autre} le dit. */
    LienDuCompte avec(LienDuCompte autre) {
        return new LienDuCompte(id, enfant.avec(autre.enfant), depuis);
    }
}
