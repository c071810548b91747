package fr.academie.teleservices.navigateur;

import java.net.http.HttpResponse;
import java.util.Map;

/** Les formulaires du regroupement, envoyés sans navigateur. */
public final class Envois {

    static final String ETAT = "jakarta.faces.ViewState";

    private Envois() {}

    /** Les champs de l'étape 1, remplis. */
    public static Map<String, String> etape1(ClientHttp parent, String identifiant, String motDePasse) {
        Map<String, String> champs = formulaire(parent, Regroupement.ETAPE_1);
        champs.put("autreIdentifiant-saisie", identifiant);
        champs.put("autreMotDePasse-saisie", motDePasse);
        return champs;
    }

    public static HttpResponse<String> saisir(ClientHttp parent, String identifiant, String motDePasse) {
        return parent.envoyer(Regroupement.ETAPE_1, etape1(parent, identifiant, motDePasse));
    }

    /** Va jusqu'à l'étape 2 et rend le jeton de la demande. */
    static String prouver(ClientHttp parent, Pile.Compte secondaire) {
        String suite = ClientHttp.versOu(saisir(parent, secondaire.identifiant(), secondaire.motDePasse()));
        return ClientHttp.parametre(suite, "demande");
    }

    /** Les champs de l'étape 2. */
    public static Map<String, String> etape2(ClientHttp parent, String jeton) {
        return formulaire(parent, Regroupement.ETAPE_2 + jeton);
    }

    /** Presse VALIDER avec ces champs. */
    public static HttpResponse<String> valider(ClientHttp parent, Map<String, String> champs) {
        return parent.envoyer("/compte/confirmation", champs);
    }

    /** Le formulaire de l'étape, sans ceux, plus petits, que la page porte aussi. */
    private static String sien(String page) {
        int debut = page.indexOf("<form id=\"formulaire\"");
        return debut < 0 ? page : page.substring(debut, page.indexOf("</form>", debut));
    }

    /** Les champs du formulaire de cette page. */
    public static Map<String, String> formulaire(ClientHttp parent, String chemin) {
        HttpResponse<String> page = parent.lire(chemin);
        Map<String, String> champs = ClientHttp.champs(sien(page.body()));
        if (!champs.containsKey(ETAT)) {
            throw new AssertionError("Pas de formulaire à " + chemin + " : " + page.statusCode() + " " + page.body());
        }
        return champs;
    }
}
