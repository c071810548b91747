package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ce qui s'écrit une fois pour tous ({@link EcritUneFois}) n'est de personne : chaque expression du dedans est un mot ou un réglage, ou se lit
 * dans {@code selon}. Un nom qui s'y glisserait serait montré à d'autres.
 */
class UneFoisTest {

    private static final Path PAGES = Path.of("webapp");
    private static final Pattern MORCEAU =
            Pattern.compile("<une:fois selon=\"([^\"]*)\">(.*?)</une:fois>", Pattern.DOTALL);
    private static final Pattern INCLUS =
            Pattern.compile("<ui:include src=\"([^\"]+)\"(?:/>|>(.*?)</ui:include>)", Pattern.DOTALL);
    private static final Pattern COMPOSITE = Pattern.compile("<ts:(\\w+)");
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern TEXTE = Pattern.compile("'[^']*'");
    private static final Pattern NOM = Pattern.compile("(?<![\\w.'])[a-zA-Z]\\w*(?:\\.\\w+)?");
    private static final Pattern PARAMETRE = Pattern.compile("<ui:param name=\"(\\w+)\"");
    private static final Pattern REPETEE = Pattern.compile("var=\"(\\w+)\"");

    /** Les mots de la langue, les réglages de l'académie, et de quoi les écrire. */
    private static final Set<String> DE_PERSONNE =
            Set.of("m", "textes", "profil", "request.contextPath", "langues", "conformite", "balises", "cc");

    private static final Set<String> DU_LANGAGE =
            Set.of("not", "empty", "and", "or", "eq", "ne", "gt", "lt", "ge", "le", "true", "false", "null");

    @Test
    void rienDUnePersonneNEstEcritUneFoisPourTous() {
        List<String> fautes = new ArrayList<>();
        long morceaux = 0;
        for (Path page : pages()) {
            for (MatchResult morceau : MORCEAU.matcher(lire(page)).results().toList()) {
                morceaux++;
                etrangers(morceau.group(1), deplier(morceau.group(2)))
                        .forEach(nom -> fautes.add(PAGES.relativize(page) + " : " + nom));
            }
        }
        assertThat(morceaux).isGreaterThan(15);
        assertThat(fautes).isEmpty();
    }

    @Test
    void unNomQuiSYGlisseSeVoit() {
        assertThat(etrangers("#{utilisateur.agent}", "<p>#{utilisateur.nomComplet}</p>"))
                .containsExactly("utilisateur.nomComplet");
        assertThat(etrangers("", "<p>#{m['menu.compte']} #{textes.avec('x', profil.service())}</p>"))
                .isEmpty();
        assertThat(etrangers("#{section}", "<a aria-current=\"#{section eq 'profil' ? 'page' : 'false'}\"/>"))
                .isEmpty();
        assertThat(etrangers("", "<ts:limite/>".concat(deplier("<ts:limite/>"))))
                .contains("utilisateur.limite");
        assertThat(etrangers("#{param.fait eq 'mail'}", "<i>#{param.fait}</i>")).containsExactly("param.fait");
    }

    /** Un morceau ne se saisit ni ne s'envoie : son contenu n'a pas de vue où revenir. */
    @Test
    void aucunChampNEstEcritUneFois() {
        assertThat(pages().stream()
                        .flatMap(page -> MORCEAU.matcher(lire(page)).results())
                        .map(morceau -> deplier(morceau.group(2)))
                        .filter(texte -> texte.contains("<h:input")
                                || texte.contains("<h:form")
                                || texte.contains("<h:command")
                                || texte.contains("<ui:insert")))
                .isEmpty();
    }

    /** Les noms que ce texte lit et que {@code selon} ne dit pas. */
    private static Set<String> etrangers(String selon, String texte) {
        Set<String> dits =
                EXPRESSION.matcher(selon).results().map(e -> e.group(1)).collect(Collectors.toSet());
        Set<String> admis = new HashSet<>(DE_PERSONNE);
        // Un nom dit tout seul vaut pour toute expression ; une expression plus longue, pour elle seule.
        dits.stream().filter(dit -> NOM.matcher(dit).matches()).forEach(admis::add);
        PARAMETRE.matcher(texte).results().forEach(p -> admis.add(p.group(1)));
        REPETEE.matcher(texte).results().forEach(p -> admis.add(p.group(1)));
        dits.stream()
                .flatMap(dit -> NOM.matcher(dit).results())
                .map(MatchResult::group)
                .filter(nom -> nom.startsWith("aFaire.") || nom.startsWith("appliquerLeRapprochement."))
                .map(nom -> nom.substring(0, nom.indexOf('.')))
                .forEach(admis::add);
        Set<String> etrangers = new HashSet<>();
        EXPRESSION
                .matcher(texte)
                .results()
                .map(e -> e.group(1))
                .filter(e -> !dits.contains(e))
                .forEach(expression -> NOM.matcher(TEXTE.matcher(expression).replaceAll("''"))
                        .results()
                        .map(MatchResult::group)
                        .filter(nom -> !DU_LANGAGE.contains(nom))
                        .filter(nom -> !admis.contains(nom) && !admis.contains(nom.replaceAll("\\..*", "")))
                        .forEach(etrangers::add));
        return etrangers;
    }

    /** Le texte, suivi de celui de chaque gabarit et de chaque composant qu'il emploie. */
    private static String deplier(String texte) {
        StringBuilder tout = new StringBuilder(texte);
        INCLUS.matcher(texte)
                .results()
                .forEach(inclus ->
                        tout.append(deplier(lire(PAGES.resolve(inclus.group(1).substring(1))))));
        COMPOSITE
                .matcher(texte)
                .results()
                .map(composant -> composant.group(1))
                .distinct()
                .forEach(nom -> tout.append(deplier(lire(PAGES.resolve("WEB-INF/resources/ts/" + nom + ".xhtml")))));
        return tout.toString();
    }

    private static List<Path> pages() {
        try (Stream<Path> toutes = Files.walk(PAGES)) {
            return toutes.filter(page -> page.toString().endsWith(".xhtml")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path page) {
        try {
            return Files.readString(page).replaceAll("(?s)<!--.*?-->", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
