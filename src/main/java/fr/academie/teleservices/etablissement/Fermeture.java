package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;
import java.time.Instant;
import java.util.List;

/**
 * La fin d'un compte, et ceux qui en ont repris les élèves.
 *
 * @param motif REGROUPEMENT, ETABLISSEMENT ou OPPOSITION ; clé de message {@code bureau.ferme.<motif>}
 * @param suites les comptes ouverts où il a mené, à travers toute la chaîne, et qui ont un élève de l'agent ; aucun autre n'est dit
 */
public record Fermeture(Instant le, String motif, List<Suite> suites) {

    public Fermeture {
        suites = List.copyOf(suites);
    }

    /** Un compte ouvert où les élèves d'un compte fermé sont allés. */
    public record Suite(long id, String identifiant, Identite identite, EtatCompte etat) {}

    /** Son instant, pour la page : {@code le} y est un opérateur. */
    public Instant instant() {
        return le;
    }
}
