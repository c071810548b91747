package fr.academie.teleservices.assistance;

import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.NomsDistincts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Un regroupement de la chaîne d'un compte.
 *
 * @param garde le compte qui est resté
 * @param ferme le compte absorbé
 * @param faitPar identifiant de qui l'a fait
 * @param etat ACTIF ou ROMPU
 * @param ampleur PARTIELLE ou ENTIERE ; nulle si le regroupement est en place
 * @param apportes les élèves qu'avait le compte absorbé, par prénom
 */
public record RegroupementLu(
        long id,
        CompteNomme garde,
        CompteNomme ferme,
        Instant faitLe,
        String faitPar,
        String etat,
        @Nullable String ampleur,
        List<Eleve> apportes) {

    /** « Adam DURAND (5B), Adam DURAND (6A), Chloé DURAND » ; vide s'il n'en avait pas. */
    public String listeDesApportes() {
        return String.join(", ", NomsDistincts.complets(apportes).values());
    }
}
