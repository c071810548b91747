package fr.academie.teleservices.navigateur;

import fr.academie.teleservices.essais.Familles;
import java.util.List;

/** Les adresses de l'application, par ce qu'elles exigent. */
final class Pages {

    /** Celles d'une personne : sans session, la connexion d'abord. */
    static final List<String> PERSONNELLES = List.of(
            "/accueil",
            "/compte",
            "/compte/profil",
            "/compte/historique",
            "/compte/mot-de-passe",
            "/compte/mail",
            "/compte/portable",
            "/compte/enfants",
            "/compte/contester",
            "/compte/enfant-manquant",
            "/compte/enfant-manquant/code",
            "/compte/enfant-manquant/code?envoye=MAIL",
            "/compte/enfant-manquant/courrier",
            "/compte/enfant-manquant/enfant?uai=" + Familles.UAI,
            "/compte/regrouper",
            "/compte/confirmation",
            "/compte/regroupement");

    /** Celles que chacun peut lire. */
    static final List<String> PUBLIQUES = List.of(
            "/liens-utiles",
            "/langue",
            "/contact",
            "/accessibilite",
            "/mentions-legales",
            "/donnees-personnelles",
            "/deconnecte",
            "/sortie",
            "/oubli/identifiant",
            "/oubli/mot-de-passe",
            "/oubli/envoye",
            "/oubli/fait",
            "/oubli/nouveau",
            "/sans-compte",
            "/courrier",
            "/courrier/retrouver",
            "/mail/confirmer",
            "/mail/confirme",
            "/mail/opposition",
            "/mail/retabli");

    private Pages() {}
}
