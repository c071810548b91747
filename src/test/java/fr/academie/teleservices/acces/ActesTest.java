package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Chaque page, chaque servlet et chaque service qu'un responsable ou un agent atteint dit le niveau qu'il demande : la liste est lue dans
 * l'arborescence, et comparée à {@link Acte} et à la table du README.
 */
class ActesTest {

    private static final Path PAGES = Path.of("webapp");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SERVI = Pattern.compile("servir\\(contexte, (\\w+)\\.class, ([^)]*)\\)");
    private static final Pattern CHAINE = Pattern.compile("\"(/[^\"]*)\"");
    private static final Pattern FICHIER = Pattern.compile("\"(/[\\w-]+\\.\\w+)\"");
    private static final Pattern METHODE =
            Pattern.compile("\\n    public [^=;{]*?\\b(\\w+)\\(([^)]*)\\)[^;{]*\\{\\n(.*?)\\n    \\}", Pattern.DOTALL);
    /** Ce qui juge la session du demandeur, ou ne rend que ce qu'elle voit. */
    private static final Pattern JUGE = Pattern.compile("Acte\\.|\\.voit\\(|\\.portee\\(\\)");

    /** Les méthodes qui prennent un demandeur sans rien juger, et pourquoi. */
    private static final Map<String, String> SANS_ACTE = Map.ofEntries(
            Map.entry("MailService.enAttente", "lue par des pages dont l'acte est jugé, et par PROFIL qui la cache"),
            Map.entry("MailService.estConfirme", "dit oui ou non, jamais l'adresse"),
            Map.entry("MailService.renvoyer", "passe par demander"),
            Map.entry("PreuveDuTitulaire.destinations", "masquées"),
            Map.entry(
                    "TelephoneService.enAttente", "lue par PROFIL, qui la cache, et par une page dont l'acte est jugé"),
            Map.entry("TelephoneService.estConfirme", "dit oui ou non, jamais le numéro"),
            Map.entry("PreuveDuTitulaire.codeAttendu", "dit oui ou non de cette session"),
            Map.entry("PreuveDuTitulaire.echeance", "une date"),
            Map.entry("LimiteurDEssais.inscrire", "compte des essais"),
            Map.entry("SessionService.liberer", "appelée par des services qui ont jugé"),
            Map.entry("SessionService.choisir", "de même"));

    /** Actes des agents que l'issue veut frais : le service qui les fait, et ce qu'il doit exiger. */
    private static final Map<String, List<String>> FRAIS_AU_BUREAU = Map.of(
            "CourrierService", List.of("faire"),
            "TravauxDuBureau", List.of("imprimer"),
            "HabilitationService", List.of("donner", "changer", "retirer", "retirerAttendue"),
            "RuptureService", List.of("confirmer"),
            "ImportsDuBureau", List.of("valider"));

    @Test
    void chaquePageADitSonNiveau() {
        assertThat(pages())
                .hasSizeGreaterThan(60)
                .allSatisfy(page -> assertThat(Acte.de(page)).as(page).isPresent());
    }

    @Test
    void chaqueServletADitSonNiveau() {
        assertThat(servlets())
                .hasSizeGreaterThan(15)
                .allSatisfy(adresse -> assertThat(Acte.de(adresse)).as(adresse).isPresent());
    }

    @Test
    void chaqueBoutonEstDUnePageQuiADitSonNiveau() {
        Pattern action = Pattern.compile("action=\"#\\{(\\w+\\.\\w+)");
        List<String> sansActe = pages().stream()
                .filter(page -> action.matcher(lire(PAGES.resolve(page.substring(1) + ".xhtml")))
                        .find())
                .filter(page -> Acte.de(page).isEmpty())
                .toList();
        assertThat(sansActe).isEmpty();
    }

    @Test
    void chaqueAdresseDeLaListeExiste() {
        Set<String> toutes = new TreeSet<>(pages());
        toutes.addAll(servlets());
        assertThat(Arrays.stream(Acte.values()).flatMap(acte -> acte.adresses().stream()))
                .allSatisfy(adresse -> assertThat(toutes)
                        .as(adresse)
                        .anyMatch(existante -> adresse.endsWith("/*")
                                ? existante.startsWith(adresse.substring(0, adresse.length() - 1))
                                : existante.equals(adresse)));
    }

    @Test
    void chaqueServiceDUnResponsableJugeSaSession() {
        List<String> muettes = new ArrayList<>();
        List<String> jugees = new ArrayList<>();
        for (Path source : services()) {
            methodes(source, "Demandeur demandeur").forEach(m -> {
                String nom = nom(source) + "." + m.group(1);
                (JUGE.matcher(m.group(3)).find() ? jugees : muettes).add(nom);
            });
        }
        assertThat(jugees).hasSizeGreaterThan(18);
        assertThat(new TreeSet<>(muettes))
                .as("dire le niveau demandé par Acte.X.exiger(demandeur), ou pourquoi l'on n'en demande pas")
                .isEqualTo(new TreeSet<>(SANS_ACTE.keySet()));
    }

    @Test
    void chaqueActeFraisDuBureauLExige() {
        FRAIS_AU_BUREAU.forEach((service, actes) -> {
            Path source = services().stream()
                    .filter(s -> nom(s).equals(service))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> corps = methodes(source, "Agent ")
                    .collect(Collectors.toMap(m -> m.group(1), m -> m.group(3), (un, autre) -> un + autre));
            assertThat(actes)
                    .allSatisfy(acte ->
                            assertThat(corps.get(acte)).as(service + "." + acte).contains("Acte."));
        });
        assertThat(Arrays.stream(Acte.values())
                        .filter(acte ->
                                acte.requis().filter(Niveau.FRAIS::equals).isPresent())
                        .flatMap(acte -> sourcesQuiExigent(acte)))
                .as("un acte frais est exigé quelque part par un service")
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void leReadmeDonneCetteListe() {
        assertThat(lire(Path.of("README.md"))).contains(table());
    }

    @Test
    void uneAdresseEstJugeeParLActeQuiLaNommeAvantCeluiDeSonDossier() {
        assertThat(Acte.de("/etablissement/courrier.pdf")).contains(Acte.FAIRE_UN_COURRIER);
        assertThat(Acte.de("/etablissement/suivi/export/temps.csv")).contains(Acte.TRAVAILLER_AU_BUREAU);
        assertThat(Acte.de("/compte/inconnue")).isEmpty();
        assertThat(Acte.de("")).isEmpty();
        assertThat(Acte.de("/etablissementx")).isEmpty();
    }

    private static Stream<String> sourcesQuiExigent(Acte acte) {
        return services().stream()
                .filter(s -> lire(s).contains("Acte." + acte.name() + ".exiger"))
                .map(ActesTest::nom);
    }

    private static String table() {
        String lignes = Arrays.stream(Acte.values())
                .map(acte -> "| `" + acte.name() + "` | "
                        + acte.profil()
                                .map(p -> p.name().toLowerCase(Locale.ROOT))
                                .orElse("chacun") + " | "
                        + acte.requis().map(ActesTest::enMots).orElse("aucun") + " | "
                        + acte.adresses().stream()
                                .sorted()
                                .map(a -> "`" + a + "`")
                                .collect(Collectors.joining(", "))
                        + " |")
                .collect(Collectors.joining("\n"));
        return "| acte | qui | niveau | adresses |\n|---|---|---|---|\n" + lignes + "\n";
    }

    private static String enMots(Niveau niveau) {
        return switch (niveau) {
            case PAPIER -> "courrier";
            case LIEN -> "lien";
            case MOT_DE_PASSE -> "mot de passe choisi";
            case FRAIS -> "frais";
        };
    }

    private static Stream<MatchResult> methodes(Path source, String parametre) {
        return METHODE.matcher(lire(source)).results().filter(m -> m.group(2).contains(parametre));
    }

    private static List<Path> services() {
        return chemins(
                SOURCES,
                chemin -> chemin.endsWith(".java")
                        && !chemin.contains("/web/")
                        && !chemin.endsWith("/Acte.java")
                        && !chemin.endsWith("/package-info.java"));
    }

    private static String nom(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static Set<String> pages() {
        return chemins(PAGES, chemin -> chemin.endsWith(".xhtml") && !chemin.contains("/WEB-INF/")).stream()
                .map(page -> "/" + PAGES.relativize(page).toString().replace('\\', '/'))
                .map(page -> page.substring(0, page.length() - ".xhtml".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** L'adresse de chaque servlet, ou chacun des fichiers qu'elle sert. */
    private static Set<String> servlets() {
        Path assemblage = chemins(SOURCES, c -> c.endsWith("/Assemblage.java")).get(0);
        Set<String> adresses = new TreeSet<>();
        SERVI.matcher(lire(assemblage)
                        .replace("PolitiqueServlet.CHEMIN", "\"/politique-mot-de-passe\"")
                        .replace("SecuriteServlet.CHEMIN", "\"/.well-known/security.txt\""))
                .results()
                .forEach(servi -> CHAINE.matcher(servi.group(2))
                        .results()
                        .map(c -> c.group(1))
                        .forEach(chemin -> {
                            if (chemin.endsWith("/*")) {
                                String dossier = chemin.substring(0, chemin.length() - 2);
                                Path source = chemins(SOURCES, c -> c.endsWith("/" + servi.group(1) + ".java"))
                                        .get(0);
                                Set<String> fichiers = FICHIER.matcher(lire(source))
                                        .results()
                                        .map(f -> dossier + f.group(1))
                                        .collect(Collectors.toSet());
                                // Une servlet qui ne nomme pas ses fichiers en sert de tous les noms.
                                adresses.addAll(fichiers.isEmpty() ? Set.of(dossier + "/fichier") : fichiers);
                            } else {
                                adresses.add(chemin);
                            }
                        }));
        return adresses;
    }

    private static List<Path> chemins(Path racine, Predicate<String> choix) {
        try (Stream<Path> tous = Files.walk(racine)) {
            return tous.filter(chemin -> choix.test(chemin.toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
