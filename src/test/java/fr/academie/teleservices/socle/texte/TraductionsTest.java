package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chaque langue a tous les mots du français, les mêmes trous, les formes du pluriel qui sont les siennes, et ses signes. */
class TraductionsTest {

    private static final Path DOSSIER = Path.of("src/main/resources/fr/academie/teleservices");
    private static final Pattern FICHIER = Pattern.compile("messages_(.+)\\.properties");
    private static final Set<String> FORMES_RARES = Set.of("fr", "es", "pt");
    /** Ce qu'une commande dit au terminal de qui exploite : nul n'y choisit sa langue. */
    private static final Pattern COMMANDES = Pattern.compile("(alimenter|diffuser)\\..*");

    private static final Pattern LIEN = Pattern.compile("https?://\\S+");

    private final Properties francais = lire(DOSSIER.resolve("messages_fr.properties"));

    static Stream<Langue> langues() {
        try (Stream<Path> fichiers = Files.list(DOSSIER)) {
            return fichiers
                    .map(f -> FICHIER.matcher(f.getFileName().toString()))
                    .filter(nom -> nom.matches() && !"fr".equals(nom.group(1)))
                    .map(nom -> new Langue(Locale.forLanguageTag(nom.group(1).replace('_', '-'))))
                    .sorted((a, b) -> a.code().compareTo(b.code()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("langues")
    void aTousLesMotsEtEuxSeuls(Langue langue) {
        Set<String> siennes = mots(langue).stringPropertyNames();
        Set<String> toutes = francais.stringPropertyNames();
        assertThat(toutes.stream()
                        .filter(cle -> !siennes.contains(cle)
                                && !COMMANDES.matcher(cle).matches())
                        .sorted())
                .as("à traduire")
                .isEmpty();
        assertThat(siennes.stream().filter(cle -> !toutes.contains(cle)).sorted())
                .as("inconnus du français")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("langues")
    void aLesMemesTrousEtLesMemesChoix(Langue langue) {
        Properties siens = mots(langue);
        assertThat(communes(siens)
                        .filter(cle -> !trous(siens.getProperty(cle)).equals(trous(francais.getProperty(cle))))
                        .map(cle -> cle + "=" + siens.getProperty(cle)))
                .isEmpty();
    }

    /** Une forme que la langue n'a pas serait lettre morte ; une qui manque ferait lire la mauvaise. Source : CLDR. */
    @ParameterizedTest
    @MethodSource("langues")
    void unPlurielALesFormesDeSaLangue(Langue langue) {
        Set<String> formes = new TreeSet<>(PluralRules.forLocale(langue.icu()).getKeywords());
        if (FORMES_RARES.contains(langue.locale().getLanguage())) {
            // Celle des millions, que rien ici n'atteint.
            formes.remove("many");
        }
        Properties siens = mots(langue);
        List<String> fautes = new ArrayList<>();
        siens.stringPropertyNames()
                .forEach(cle -> pluriels(siens.getProperty(cle)).stream()
                        .filter(choix -> !formesDe(choix, langue).equals(formes))
                        .forEach(choix -> fautes.add(cle + " " + choix)));
        assertThat(fautes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("langues")
    void unePhraseSeRemplit(Langue langue) {
        Properties siens = mots(langue);
        Object[] valeurs = {1, 2, 5, 11, 21, 0, 3, 4, 100, 7};
        siens.stringPropertyNames()
                .forEach(cle -> assertThat(new MessageFormat(siens.getProperty(cle), langue.icu()).format(valeurs))
                        .as(cle)
                        .doesNotContain("{"));
    }

    /** Des chiffres du papier, un jour et une heure lisibles. */
    @ParameterizedTest
    @MethodSource("langues")
    void uneDateSEcritDansSaLangue(Langue langue) {
        Properties siens = mots(langue);
        LocalDateTime le = LocalDateTime.of(2026, 3, 7, 14, 5, 9);
        assertThat(siens.stringPropertyNames().stream().filter(cle -> cle.startsWith("date.")))
                .hasSize(5)
                .allSatisfy(cle -> assertThat(DateTimeFormatter.ofPattern(siens.getProperty(cle), langue.locale())
                                .format(le))
                        .as(cle)
                        .containsPattern("[0-9]")
                        .doesNotContainPattern("[\\p{Nd}&&[^0-9]]"));
    }

    /** Ni l'apostrophe droite, qu'ICU prendrait pour une protection ; ni le signe d'une autre langue que la sienne. */
    @ParameterizedTest
    @MethodSource("langues")
    void lesSignesSontCeuxDeSaLangue(Langue langue) {
        Map<String, String> fautes = Map.of(
                "ar", "'|(?<=[\u0600-\u06FF])[,;?]|[\u00A0\u202F ][:;!؟،؛]",
                "en", "'|[\u00A0\u202F ][:;!?]|«|»",
                "es", "'|[\u00A0\u202F ][:;!?]",
                "pt", "'|[\u00A0\u202F ][:;!?]",
                "tr", "'|[\u00A0\u202F ][:;!?]",
                "uk", "'|[\u00A0\u202F ][:;!?]",
                "fr", "'|(?<!\u00A0)([;!?»]|:(?![\\p{L}\\p{N}/]))|«(?!\u00A0)|[ \u202F]:");
        Pattern faute = Pattern.compile(fautes.getOrDefault(langue.locale().getLanguage(), "'"));
        Properties siens = mots(langue);
        assertThat(siens.stringPropertyNames().stream()
                        .filter(cle -> !cle.startsWith("date."))
                        .filter(cle -> faute.matcher(LIEN.matcher(siens.getProperty(cle))
                                        .replaceAll("")
                                        .replaceAll("\\{[0-9]\\}", "x"))
                                .find())
                        .map(cle -> cle + "=" + siens.getProperty(cle)))
                .isEmpty();
    }

    /** Un mot qu'un guide imprime se lit tel quel en français, facile ou non ; ailleurs l'écriture des pages le joint, et elle seule. */
    @ParameterizedTest
    @MethodSource("langues")
    void unMotDeGuideNEstDitQuUneFois(Langue langue) {
        Properties siens = mots(langue);
        assertThat(MotsDesGuides.CLES)
                .allSatisfy(cle -> assertThat(francais.getProperty(cle)).as(cle).isNotNull());
        assertThat(MotsDesGuides.CLES.stream()
                        .filter(cle -> langue.estDuFrancais()
                                ? !siens.getProperty(cle).equals(francais.getProperty(cle))
                                : siens.getProperty(cle).contains("(" + francais.getProperty(cle) + ")")))
                .isEmpty();
    }

    /** Une gauche ou une droite de nos styles resterait de ce côté en arabe. */
    @Test
    void nosStylesDisentDebutEtFin() throws IOException {
        Pattern cote =
                Pattern.compile("(?m)^\\s*(?:(?:margin|padding|border|inset)-(?:left|right)|left|right|float)\\b.*"
                        + "|^\\s*text-align: (?:left|right).*"
                        + "|^\\s*(?:margin|padding): \\S+ (\\S+) \\S+ (?!\\1;)\\S+;");
        assertThat(cote.matcher(Files.readString(Path.of("webapp/ts/teleservices.css")))
                        .results()
                        .map(trouve -> trouve.group().strip()))
                .isEmpty();
    }

    private Stream<String> communes(Properties siens) {
        return francais.stringPropertyNames().stream().filter(siens::containsKey);
    }

    /** Le numéro de chaque trou et sa sorte ; d'un {@code select}, ses choix. */
    private static Map<String, Set<String>> trous(String phrase) {
        MessagePattern motif = new MessagePattern(phrase);
        Map<String, Set<String>> trous = new TreeMap<>();
        for (int i = 0; i < motif.countParts(); i++) {
            if (motif.getPartType(i) == Part.Type.ARG_START) {
                Set<String> choix =
                        trous.computeIfAbsent(motif.getSubstring(motif.getPart(i + 1)), n -> new TreeSet<>());
                if (motif.getPart(i).getArgType() == MessagePattern.ArgType.SELECT) {
                    choix.addAll(choix(motif, i));
                }
            }
        }
        return trous;
    }

    private static List<Set<String>> pluriels(String phrase) {
        MessagePattern motif = new MessagePattern(phrase);
        List<Set<String>> pluriels = new ArrayList<>();
        for (int i = 0; i < motif.countParts(); i++) {
            if (motif.getPartType(i) == Part.Type.ARG_START
                    && motif.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL) {
                pluriels.add(choix(motif, i));
            }
        }
        return pluriels;
    }

    private static Set<String> choix(MessagePattern motif, int debut) {
        Set<String> choix = new TreeSet<>();
        int fin = motif.getLimitPartIndex(debut);
        for (int i = debut + 1; i < fin; i++) {
            if (motif.getPartType(i) == Part.Type.ARG_SELECTOR) {
                choix.add(motif.getSubstring(motif.getPart(i)));
            } else if (motif.getPartType(i) == Part.Type.MSG_START) {
                i = motif.getLimitPartIndex(i);
            }
        }
        return choix;
    }

    /** Les formes dites : {@code =1} tient lieu de celle qui ne vaut que pour 1. */
    private static Set<String> formesDe(Set<String> choix, Langue langue) {
        PluralRules regles = PluralRules.forLocale(langue.icu());
        return choix.stream()
                .map(c -> c.startsWith("=") ? remplacee(regles, c, langue) : c)
                .filter(c -> !c.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String remplacee(PluralRules regles, String egal, Langue langue) {
        String forme = regles.select(Double.parseDouble(egal.substring(1)));
        boolean seule = "ar".equals(langue.locale().getLanguage())
                ? Set.of("zero", "one", "two").contains(forme)
                : "one".equals(forme)
                        && !ULocale.forLocale(langue.locale()).getLanguage().equals("uk");
        return seule ? forme : "";
    }

    private static Properties mots(Langue langue) {
        return lire(DOSSIER.resolve(langue.fichier()));
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
