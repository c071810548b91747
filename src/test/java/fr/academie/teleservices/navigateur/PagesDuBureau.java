package fr.academie.teleservices.navigateur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Les adresses et les boutons des deux bureaux, et les boutons de toute page, lus dans le produit : les pages de {@code webapp/}, les servlets qu'{@code Assemblage}
 * y branche, les fichiers qu'elles nomment. Une page ajoutée plus tard y est sans que personne l'écrive.
 */
final class PagesDuBureau {

    private static final Path PAGES = Path.of("webapp");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SERVI = Pattern.compile("servir\\(\\s*contexte,\\s*(\\w+)\\.class,([^;]+)\\);");
    private static final Pattern CHAINE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern FICHIER = Pattern.compile("\"(/[\\w-]+\\.\\w+)\"");
    private static final Pattern BOUTON = Pattern.compile("<h:commandButton\\s[^>]*?\\bid=\"([\\w-]+)\"");
    private static final Pattern ENVOI = Pattern.compile("<form\\s[^>]*method=\"post\"[^>]*>");
    private static final Pattern INCLUSION = Pattern.compile("<ui:include src=\"/([^\"#]+)\"");

    private PagesDuBureau() {}

    /** Vrai si ce chemin est d'un bureau. */
    static boolean estDUnBureau(String chemin) {
        return Stream.of("/etablissement", "/assistance")
                .anyMatch(bureau -> chemin.equals(bureau) || chemin.startsWith(bureau + "/"));
    }

    /** Chaque adresse qu'un GET atteint, ou qu'un POST hors de Faces atteint. */
    static Set<String> adresses() {
        Set<String> adresses = new TreeSet<>(pages(PagesDuBureau::estDUnBureau));
        adresses.addAll(servlets());
        return adresses;
    }

    /** Chaque bouton qui envoie un formulaire : « /page#bouton » ; un formulaire sans bouton Faces, « /page#post ». */
    static Set<String> boutons() {
        return boutons(PagesDuBureau::estDUnBureau);
    }

    /** De même, pour les pages que {@code choix} retient. */
    static Set<String> boutons(Predicate<String> choix) {
        return pages(choix).stream().flatMap(PagesDuBureau::boutons).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> boutons(String page) {
        String source = avecSesInclusions(PAGES.resolve(page.substring(1) + ".xhtml"));
        return Stream.concat(
                trouver(BOUTON, source).map(bouton -> page + "#" + bouton.group(1)),
                trouver(ENVOI, source).map(envoi -> page + "#post"));
    }

    private static String avecSesInclusions(Path page) {
        String source = lire(page);
        return source
                + trouver(INCLUSION, source)
                        .map(inclusion -> avecSesInclusions(PAGES.resolve(inclusion.group(1))))
                        .collect(Collectors.joining());
    }

    private static List<String> pages(Predicate<String> choix) {
        return chemins(PAGES, chemin -> chemin.endsWith(".xhtml")).stream()
                .map(page -> "/" + PAGES.relativize(page).toString().replace('\\', '/'))
                .map(page -> page.substring(0, page.length() - ".xhtml".length()))
                .filter(choix)
                .toList();
    }

    private static List<String> servlets() {
        Path assemblage =
                chemins(SOURCES, chemin -> chemin.endsWith("/Assemblage.java")).get(0);
        return trouver(SERVI, lire(assemblage))
                .flatMap(servi -> trouver(CHAINE, servi.group(2))
                        .map(chemin -> chemin.group(1))
                        .filter(PagesDuBureau::estDUnBureau)
                        .flatMap(chemin -> fichiers(servi.group(1), chemin)))
                .toList();
    }

    /** L'adresse elle-même, ou chacun des fichiers que la servlet sert sous elle. */
    private static Stream<String> fichiers(String classe, String chemin) {
        if (!chemin.endsWith("/*")) {
            return Stream.of(chemin);
        }
        String dossier = chemin.substring(0, chemin.length() - 2);
        Path source =
                chemins(SOURCES, nom -> nom.endsWith("/" + classe + ".java")).get(0);
        return trouver(FICHIER, lire(source)).map(fichier -> dossier + fichier.group(1));
    }

    private static Stream<MatchResult> trouver(Pattern quoi, String texte) {
        return quoi.matcher(texte).results();
    }

    private static List<Path> chemins(Path racine, Predicate<String> choix) {
        try (Stream<Path> tous = Files.walk(racine)) {
            return tous.filter(chemin -> choix.test(chemin.toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lire(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
