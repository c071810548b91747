package fr.academie.teleservices.socle.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import fr.academie.teleservices.socle.texte.Langue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Chaque SMS, dans chaque langue, tient en un message (deux hors du latin) avec le plus long nom de service et les plus longues valeurs. */
class TextesDesSmsTest {

    private static final String SERVICE = "Scolarité Services";

    /** « Ne répondez pas », dans chaque langue. */
    private static final Map<String, String> SANS_REPONSE = Map.of(
            "fr", "Ne répondez pas",
            "fr_FACILE", "Ne répondez pas",
            "en", "o not reply",
            "es", "o responda",
            "pt", "ão responda",
            "ar", "لا تردوا",
            "tr", "anıtlamayın",
            "uk", "Не відповідайте");

    /** Le service, le code ou l'identifiant, et les minutes, tels que chaque texte les reçoit. */
    private static Object[] valeurs(String cle) {
        String premiere = switch (cle) {
            case "sms.telephone.code" -> "123456";
            case "sms.compte.rappel" -> "a".repeat(64);
            default -> "1234 5678";
        };
        return new Object[] {SERVICE, premiere, 15L};
    }

    @TestFactory
    Stream<DynamicTest> chaqueTexteTientEnUnMessage() throws IOException {
        return fichiers().flatMap(fichier -> {
            Properties mots = lire(fichier);
            String langue = fichier.getFileName().toString().replaceAll("messages_|\\.properties", "");
            return mots.stringPropertyNames().stream()
                    .filter(cle -> cle.startsWith("sms."))
                    .sorted()
                    .map(cle -> DynamicTest.dynamicTest(langue + " " + cle, () -> {
                        String texte = JeuGsm.simplifier(ModelesDeSms.sens(new Langue(Locale.forLanguageTag(langue)))
                                + new MessageFormat(mots.getProperty(cle), new ULocale(langue)).format(valeurs(cle)));
                        assertThat(JeuGsm.tient(texte))
                                .as("%d signes (%s) : %s", JeuGsm.taille(texte), alphabet(texte), texte)
                                .isTrue();
                        assertThat(texte).contains(SERVICE).doesNotContain("{", "}");
                        assertThat(new Sms("+33612345678", texte).texte()).isEqualTo(texte);
                    }));
        });
    }

    @Test
    void deDroiteAGaucheLeSensPrecedeLeService() {
        assertThat(ModelesDeSms.sens(new Langue(Locale.forLanguageTag("ar")))).isEqualTo("\u200F");
        assertThat(ModelesDeSms.sens(Langue.REFERENCE)).isEmpty();
    }

    /** Un expéditeur qui n'a qu'un nom ne reçoit rien : qui répondrait croirait avoir été lu. */
    @Test
    void chaqueTexteDitDeNePasRepondre() throws IOException {
        fichiers().forEach(fichier -> {
            Properties mots = lire(fichier);
            String langue = fichier.getFileName().toString().replaceAll("messages_|\\.properties", "");
            assertThat(mots.stringPropertyNames())
                    .filteredOn(cle -> cle.startsWith("sms."))
                    .isNotEmpty()
                    .allSatisfy(cle -> assertThat(mots.getProperty(cle))
                            .as(langue + " " + cle)
                            .contains(Objects.requireNonNull(SANS_REPONSE.get(langue))));
        });
    }

    @Test
    void lesSignesSeComptentCommeLeReseau() {
        assertThat(JeuGsm.taille("é".repeat(160))).isEqualTo(160);
        assertThat(JeuGsm.tientEnUn("é".repeat(160))).isTrue();
        assertThat(JeuGsm.tientEnUn("é".repeat(161))).isFalse();
        assertThat(JeuGsm.taille("10 €")).as("l'euro en prend deux").isEqualTo(5);
        assertThat(JeuGsm.tientEnUn("ê".repeat(70))).isTrue();
        assertThat(JeuGsm.tient("ê".repeat(71)))
                .as("une lettre latine n'en demande pas deux")
                .isFalse();
        assertThat(JeuGsm.tient("к".repeat(134))).isTrue();
        assertThat(JeuGsm.tient("к".repeat(135))).isFalse();
        assertThat(JeuGsm.tientEnUn("e".repeat(70) + "ê"))
                .as("un seul signe hors de l'alphabet fait passer tout à l'UCS-2")
                .isFalse();
        assertThat(JeuGsm.taille("رمز 😀")).as("un émoji prend deux unités").isEqualTo(6);
        assertThat(JeuGsm.simplifier("L’«\u00a0œuvre\u00a0» – suite…")).isEqualTo("L'\" oeuvre \" - suite...");
        assertThat(JeuGsm.simplifier("código, même ç"))
                .as("ce qui tient garde ses accents")
                .isEqualTo("código, même ç");
        String long160 = "e".repeat(100) + " código, même ç, geçerliliği, Não, é à ñ";
        assertThat(JeuGsm.simplifier(long160)).endsWith(" codigo, meme c, gecerliligi, Nao, é à ñ");
        assertThat(JeuGsm.simplifier("a".repeat(70) + " код"))
                .as("un autre alphabet reste")
                .endsWith(" код");
    }

    @Test
    void niLienNiTexteTropLongNiNumeroMalForme() {
        for (String texte : List.of("Voir https://exemple.fr", "voir WWW.exemple.fr", "a".repeat(161))) {
            assertThatThrownBy(() -> new Sms("+33612345678", texte)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String numero : List.of("", "0612345678", "+33", "+33612345678\r\nX", "+336123456789012345")) {
            assertThatThrownBy(() -> new Sms(numero, "texte")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Sms("+33612345678", "code 1234")).hasToString("Sms");
    }

    private static String alphabet(String texte) {
        return JeuGsm.estGsm(texte) ? "GSM" : "UCS-2";
    }

    private static Stream<Path> fichiers() throws IOException {
        try (Stream<Path> tous = Files.list(Path.of("src/main/resources/fr/academie/teleservices"))) {
            return tous.filter(f -> f.getFileName().toString().matches("messages_\\w+\\.properties")).toList().stream();
        }
    }

    private static Properties lire(Path fichier) {
        Properties lus = new Properties();
        try (Reader lecteur = Files.newBufferedReader(fichier)) {
            lus.load(lecteur);
            return lus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
