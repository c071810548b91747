package fr.academie.teleservices.socle.texte;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Les mots qu'un guide imprime sur ses images, et que le parent y cherche du doigt : dans une autre langue que le français, une page les montre
 * aussi, à côté de leur traduction. Source : les cinq guides, DOMAIN §3.
 *
 * <p>La page les reçoit entre deux signes d'usage privé, que l'écriture change en {@code <bdi lang="fr">} dans un texte, et ôte d'un attribut ou
 * du titre de l'onglet, qu'aucun doigt ne suit.
 */
public final class MotsDesGuides {

    public static final char OUVRE = '\uE002';
    public static final char FERME = '\uE003';

    /** Ce qu'une page écrit avant et après le mot français. */
    public static final String AVANT = " <bdi lang=\"fr\" class=\"ts-guide\" translate=\"no\">(";

    public static final String APRES = ")</bdi>";

    static final Set<String> CLES = Set.of(
            "menu.compte",
            "menu.accueil",
            "menu.liens",
            "menu.college",
            "menu.contact",
            "menu.deconnexion",
            "compte.titre",
            "compte.de",
            "compte.profil",
            "compte.enfants",
            "compte.retour",
            "enfants.titre",
            "enfants.liste",
            "enfants.regrouper",
            "regrouper.titre",
            "regrouper.identifiant",
            "regrouper.motDePasse",
            "regrouper.obligatoires",
            "confirmation.titre",
            "fait.titre",
            "accueil.titre",
            "accueil.manque.lien",
            "profil.titre",
            "contester.titre",
            "bouton.suivant",
            "bouton.annuler",
            "bouton.valider",
            "cas.connexion.principal",
            "cas.connexion.identifiant",
            "cas.connexion.motDePasse",
            "cas.connexion.valider",
            "cas.connexion.identifiantOublie",
            "cas.connexion.motDePasseOublie");

    private static final Pattern FRANCAIS = Pattern.compile(OUVRE + "[^" + FERME + "]*" + FERME);

    private MotsDesGuides() {}

    /** La traduction, suivie du mot imprimé ; seule si c'est le même. */
    static String joindre(String traduit, String imprime) {
        return traduit.equalsIgnoreCase(imprime) ? traduit : traduit + OUVRE + imprime + FERME;
    }

    /** Le mot imprimé à montrer à côté de cette traduction ; vide s'il n'y en a pas, ou si c'est le même. */
    public static String aCote(Textes textes, String cle) {
        return CLES.contains(cle) && !textes.de(cle).equalsIgnoreCase(textes.imprime(cle)) ? textes.imprime(cle) : "";
    }

    /** Les clés de ces mots qui commencent ainsi, dans l'ordre. */
    public static List<String> duPrefixe(String debut) {
        return CLES.stream().filter(cle -> cle.startsWith(debut)).sorted().toList();
    }

    /** Ce texte sans les mots français qu'on lui a joints. */
    public static String oter(String texte) {
        return texte.indexOf(OUVRE) < 0 ? texte : FRANCAIS.matcher(texte).replaceAll("");
    }
}
