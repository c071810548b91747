package fr.academie.teleservices.suivi;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.time.Instant;
import java.util.List;

/**
 * Une ligne de la liste derrière un nombre du suivi.
 *
 * @param eleves les élèves de l'établissement, et eux seuls, par prénom ; rien n'y est dit d'un autre établissement
 * @param instant date de ce qui est compté
 */
public record LigneDeSuivi(
        long responsableId,
        String identifiant,
        Identite identite,
        EtatCompte etat,
        List<Eleve> eleves,
        Instant instant) {

    /** « Adam DURAND (5B), Adam MARTIN (5B), Chloé (6A) ». */
    public String listeDesEleves() {
        return String.join(", ", NomsDistincts.courtsEtClasse(eleves).values());
    }
}
