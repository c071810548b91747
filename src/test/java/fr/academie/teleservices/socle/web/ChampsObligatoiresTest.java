package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * « *Champ obligatoire » se lit avant le premier champ du formulaire, et chaque champ exigé porte l'astérisque qu'il explique. Le gabarit
 * est le même avant et après un refus : lu ici, il vaut pour les deux.
 */
class ChampsObligatoiresTest {

    private static final Path PAGES = Path.of("webapp");
    private static final Pattern FORMULAIRE = Pattern.compile("<(h:form|form)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern MENTION = Pattern.compile("m\\['(?:champ|regrouper)\\.obligatoires'\\]");
    private static final Pattern EXIGE =
            Pattern.compile("<ts:champ\\b(?![^>]*requis=\"false\")[^>]*>|<ts:motDePasse\\b[^>]*>"
                    + "|<[a-z]+\\b[^>]*\\b(?:aria-required=\"true\"|required=\"required\")[^>]*>");
    private static final Pattern LIBELLE = Pattern.compile("<label[^>]*>[^<]*|<legend[^>]*>[^<]*");
    private static final Pattern CLE = Pattern.compile("#\\{m\\['([^']+)'\\]\\}(\\*?)");

    private final Properties mots = lireLesMots();

    @Test
    void laMentionPrecedeLeChampEtLAsterisqueLeSuit() throws IOException {
        List<String> defauts = new ArrayList<>();
        int vus = 0;
        for (Path page : pages()) {
            Matcher formulaire = FORMULAIRE.matcher(Files.readString(page));
            while (formulaire.find()) {
                vus += relever(PAGES.relativize(page).toString(), formulaire.group(), defauts);
            }
        }
        assertThat(defauts).isEmpty();
        assertThat(vus).isGreaterThan(15);
    }

    @Test
    void uneMentionAbsenteOuTardiveEtUnChampSansAsterisqueSontVus() {
        String champ = "<ts:champ libelle=\"#{m['portable.champ']}\" nom=\"#{m['mail.code']}\"/>";
        List<String> defauts = new ArrayList<>();
        relever("sans", "<h:form>" + champ + "</h:form>", defauts);
        relever("apres", "<h:form>" + champ + "#{m['champ.obligatoires']}</h:form>", defauts);
        relever(
                "radio",
                "<form>#{m['champ.obligatoires']}<legend>Choix</legend><input required=\"required\"/></form>",
                defauts);
        assertThat(defauts).hasSize(7);
    }

    /** Combien de champs ce formulaire exige. */
    private int relever(String page, String formulaire, List<String> defauts) {
        Matcher exige = EXIGE.matcher(formulaire);
        int vus = 0;
        while (exige.find()) {
            if (vus++ == 0
                    && !MENTION.matcher(formulaire.substring(0, exige.start())).find()) {
                defauts.add(page + " : pas de mention avant le premier champ");
            }
            String champ = exige.group();
            if (champ.startsWith("<ts:")) {
                if (!finitParUnAsterisque(attribut(champ, "libelle"))) {
                    defauts.add(page + " : sans astérisque : " + champ);
                }
                if (finitParUnAsterisque(attribut(champ, "nom"))) {
                    defauts.add(page + " : un refus dirait l'astérisque : " + champ);
                }
            } else if (!finitParUnAsterisque(libelleAvant(formulaire, exige.start()))) {
                defauts.add(page + " : sans astérisque : " + champ);
            }
        }
        return vus;
    }

    private boolean finitParUnAsterisque(String libelle) {
        Matcher cle = CLE.matcher(libelle);
        return cle.find()
                && (!cle.group(2).isEmpty()
                        || mots.getProperty(cle.group(1), "").endsWith("*"));
    }

    private static String attribut(String champ, String nom) {
        Matcher attribut = Pattern.compile("\\b" + nom + "=\"([^\"]*)\"").matcher(champ);
        return attribut.find() ? attribut.group(1) : "";
    }

    /** L'étiquette du champ, ou la légende de son groupe : la dernière écrite avant lui. */
    private static String libelleAvant(String formulaire, int champ) {
        Matcher libelle = LIBELLE.matcher(formulaire.substring(0, champ));
        String dernier = "";
        while (libelle.find()) {
            dernier = libelle.group();
        }
        return dernier;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(PAGES)) {
            return pages.filter(page -> page.toString().endsWith(".xhtml"))
                    .filter(page -> !page.startsWith(PAGES.resolve("WEB-INF/resources")))
                    .sorted()
                    .toList();
        }
    }

    private static Properties lireLesMots() {
        Properties lus = new Properties();
        try (Reader flux = new InputStreamReader(
                Objects.requireNonNull(ChampsObligatoiresTest.class.getResourceAsStream(
                        "/fr/academie/teleservices/messages_fr.properties")),
                StandardCharsets.UTF_8)) {
            lus.load(flux);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lus;
    }
}
