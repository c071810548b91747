package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CoordonneesDuCompte;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeDUnCompte;
import fr.academie.teleservices.coordonnees.CoordonneesConfirmees;
import fr.academie.teleservices.opposition.AdresseConnue;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EnfantsDUnCompte;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.socle.persistance.PlusieursLectures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ce que l'étape 2 montre des comptes d'un lot, lu d'un coup.
 *
 * @param liens tous les leurs, retirés compris
 * @param portees celles de leurs mots de passe venus d'un courrier ; un mot de passe choisi librement n'y est pas
 */
record ComptesDuLot(
        Map<Long, Compte> comptes,
        Map<Long, CoordonneesConfirmees> coordonnees,
        Map<Long, Portee> portees,
        List<Rattachement> liens,
        Map<Long, List<Enfant>> enfants) {

    /** Ce que rend {@link RegroupementMapper#comptesDuLot}. */
    static ComptesDuLot de(PlusieursLectures lues) {
        return new ComptesDuLot(
                lues.lignes(0, Compte.class).stream().collect(Collectors.toMap(Compte::id, compte -> compte)),
                CoordonneesConfirmees.parCompte(
                        lues.lignes(1, CoordonneesDuCompte.class), lues.lignes(2, AdresseConnue.class)),
                lues.lignes(3, PorteeDUnCompte.class).stream()
                        .collect(Collectors.toMap(PorteeDUnCompte::compteId, PorteeDUnCompte::portee)),
                lues.lignes(4, Rattachement.class),
                lues.lignes(5, EnfantsDUnCompte.class).stream()
                        .collect(Collectors.toMap(EnfantsDUnCompte::compteId, EnfantsDUnCompte::enfants)));
    }
}
