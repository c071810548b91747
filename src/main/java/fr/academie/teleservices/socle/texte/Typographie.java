package fr.academie.teleservices.socle.texte;

import java.util.regex.Pattern;

/** La typographie française d'un texte que nous n'avons pas écrit : nom d'un établissement, raison donnée par un agent. */
public final class Typographie {

    private static final Pattern AVANT = Pattern.compile("[ \u202F]+(?=[:;!?»])");
    private static final Pattern APRES = Pattern.compile("(?<=«)[ \u202F]+");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L}\\p{M}{0,4})'(?=\\p{L})");

    private Typographie() {}

    /**
     * Ce texte, son espace devant {@code : ; ! ?} et dans les guillemets rendue insécable, son apostrophe entre deux lettres celle de la
     * typographie. Aucun signe n'est ajouté ni ôté : une adresse ou un identifiant, qui n'en ont pas, restent tels quels.
     */
    public static String francaise(String texte) {
        String collee = APRES.matcher(AVANT.matcher(texte).replaceAll("\u00A0")).replaceAll("\u00A0");
        return APOSTROPHE.matcher(collee).replaceAll("’");
    }
}
