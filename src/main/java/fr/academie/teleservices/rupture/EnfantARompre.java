package fr.academie.teleservices.rupture;

import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;

/** Un élève de l'agent, et par où il est venu sur le compte. */
public record EnfantARompre(Enfant enfant, Provenance provenance) {

    /** Seul un lien ACTIF peut partir. */
    public boolean peutPartir() {
        return enfant.etat() == EtatRattachement.ACTIF;
    }
}
