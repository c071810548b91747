package fr.academie.teleservices.essais;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Une passerelle de SMS réglée, que rien n'écoute : les SMS se lisent dans leur boîte de sortie. */
public final class SmsDEssai {

    private static final Pattern CODE = Pattern.compile(" : ([0-9]{4} ?[0-9]{2,4}) est votre code");

    private SmsDEssai() {}

    /** Les réglages d'une académie qui envoie des SMS, où {@code autres} l'emporte. */
    public static Map<String, String> reglages(Map<String, String> autres) {
        Map<String, String> tous = new HashMap<>(Map.of(
                "sms.adresse", "https://sms.exemple.fr/",
                "sms.corps", "{\"to\":\"{{numero}}\",\"text\":\"{{texte}}\"}",
                "sms.expediteur", "AcEssai"));
        tous.putAll(autres);
        return tous;
    }

    /** Les textes déposés pour ce numéro, du plus ancien au plus récent. */
    public static List<String> deposes(BaseDEssai base, String numero) {
        return base.lire("SELECT texte FROM sms WHERE destinataire = '" + numero + "' ORDER BY id");
    }

    /** Le code du dernier SMS déposé pour ce numéro. */
    public static String dernierCode(BaseDEssai base, String numero) {
        List<String> deposes = deposes(base, numero);
        Matcher code = CODE.matcher(deposes.get(deposes.size() - 1));
        if (!code.find()) {
            throw new AssertionError("Pas de code dans : " + deposes);
        }
        return code.group(1);
    }
}
