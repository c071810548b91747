package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.util.List;

/**
 * Un compte ouvert qui est, ou pourrait être, celui d'une personne attendue.
 *
 * @param memePersonne vrai si la base élèves dit que c'est elle ; faux si seuls le nom et le prénom concordent
 * @param eleves ses élèves de l'établissement, par prénom, liens retirés exceptés
 */
public record CompteVoisin(
        long id, String identifiant, Identite identite, EtatCompte etat, boolean memePersonne, List<Eleve> eleves) {

    /** « Adam DURAND (5B), Adam DURAND (6A) ». */
    public String listeDesEleves() {
        return String.join(", ", NomsDistincts.completsEtClasse(eleves).values());
    }
}
