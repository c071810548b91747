package fr.academie.teleservices.opposition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.BaseDEssai;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Les liens des courriels déposés. */
final class Liens {

    private static final Pattern JETON = Pattern.compile("jeton=([A-Za-z0-9_-]{43})");

    private Liens() {}

    /** Le jeton du dernier lien envoyé à cette adresse. */
    static String dernier(BaseDEssai base, String adresse) {
        String texte = base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse
                        + "' AND texte LIKE '%jeton=%' ORDER BY id DESC LIMIT 1")
                .get(0);
        Matcher trouve = JETON.matcher(texte);
        assertThat(trouve.find()).as(texte).isTrue();
        return trouve.group(1);
    }
}
