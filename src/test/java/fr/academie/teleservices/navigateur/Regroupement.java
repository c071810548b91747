package fr.academie.teleservices.navigateur;

/** Les gestes du regroupement, pour les essais qui s'intéressent à autre chose. */
final class Regroupement {

    static final String ETAPE_1 = "/compte/regrouper";
    static final String ETAPE_2 = "/compte/confirmation?demande=";
    static final String ETAPE_3 = "/compte/regroupement?demande=";

    static final String IDENTIFIANT = "identifiant du compte*";
    static final String MOT_DE_PASSE = "mot de passe du compte*";

    private Regroupement() {}

    /** Remplit l'étape 1, déjà affichée ou non, et presse SUIVANT ; une chose à la fois si la page le demande ainsi. */
    static void saisir(Visiteur parent, String identifiant, String motDePasse) {
        if (!parent.chemin().startsWith(ETAPE_1)) {
            parent.ouvrirPage(ETAPE_1);
        }
        parent.saisir(IDENTIFIANT, identifiant);
        if (!parent.affiche(MOT_DE_PASSE)) {
            suivant(parent);
        }
        parent.saisir(MOT_DE_PASSE, motDePasse);
        suivant(parent);
    }

    static void suivant(Visiteur parent) {
        parent.presserDans(".ts-actions", "SUIVANT");
    }

    static void valider(Visiteur parent) {
        parent.presserDans(".ts-actions", "VALIDER");
    }

    /** Va jusqu'à l'étape 2 et rend le jeton de la demande. */
    static String prouver(Visiteur parent, Pile.Compte secondaire) {
        saisir(parent, secondaire.identifiant(), secondaire.motDePasse());
        return jeton(parent);
    }

    /** Le jeton que porte l'adresse affichée. */
    static String jeton(Visiteur parent) {
        String chemin = parent.chemin();
        if (!chemin.contains("demande=")) {
            throw new AssertionError("Pas de demande dans " + chemin + " : " + parent.contenu());
        }
        return chemin.substring(chemin.indexOf("demande=") + "demande=".length());
    }
}
