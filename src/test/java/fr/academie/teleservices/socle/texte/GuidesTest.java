package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Les cinq guides remis aux parents, mot à mot : ce qu'un guide imprime se lit sur la page qu'il montre, avec le profil de l'académie.
 * Accents des capitales, casse, apostrophes et espaces mis à part (DOMAIN, UX).
 */
class GuidesTest {

    private static final Path GUIDES = Path.of("../shared/guides");
    private static final Path PAGES = Path.of("webapp");
    private static final Pattern MOT_DU_CAS = Pattern.compile("th:text=\"#\\{(cas\\.[\\w.]+)}\"");
    private static final Pattern CLE = Pattern.compile("'([\\p{Alpha}][\\p{Alnum}_.]+)'");
    private static final Pattern TROU = Pattern.compile("\\{\\d[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    /** En deçà, un libellé doit être tout le mot : « ENT » se trouve dans trop d'autres. */
    private static final int LONG = 12;

    private static final List<String> CADRE = List.of("WEB-INF/gabarits/entete.xhtml", "WEB-INF/gabarits/sortie.xhtml");
    private static final List<String> MENU = List.of("WEB-INF/gabarits/scolarite_services/compte.xhtml");
    private static final List<String> ONGLETS = List.of("WEB-INF/gabarits/mon_compte/compte.xhtml");

    /**
     * Un écran qu'un guide montre.
     *
     * @param pages les sources de la page : la sienne, ses gabarits, ses composants
     * @param libelles ce que le guide y imprime
     */
    private record Ecran(List<String> pages, List<String> libelles) {}

    private static Ecran ecran(List<String> pages, String... libelles) {
        return new Ecran(pages, List.of(libelles));
    }

    private static List<String> plus(List<String> base, String... pages) {
        List<String> toutes = new ArrayList<>(base);
        toutes.addAll(List.of(pages));
        return toutes;
    }

    private static final List<Ecran> PORTE_ET_ACCUEIL = List.of(
            ecran(
                    List.of(),
                    "Saisir les informations du compte que vous souhaitez garder. Ce sera votre compte « Principal »",
                    "votre identifiant",
                    "votre mot de passe",
                    "VALIDER",
                    "identifiant oublié ?",
                    "mot de passe oublié ?"),
            ecran(
                    plus(CADRE, "accueil.xhtml"),
                    "MON COMPTE",
                    "ACCUEIL",
                    "LIENS UTILES",
                    "ENT",
                    "COLLEGE",
                    "CONTACT",
                    "SE DÉCONNECTER",
                    "Aucun service en ligne pour cet élève."),
            ecran(
                    plus(
                            MENU,
                            "compte/enfants.xhtml",
                            "WEB-INF/gabarits/sortie.xhtml",
                            "WEB-INF/resources/ts/enfant.xhtml"),
                    "VOTRE COMPTE",
                    "COMPTE DE",
                    "PROFIL",
                    "ENFANTS",
                    "RETOUR",
                    "SE DÉCONNECTER",
                    "Enfants rattachés au compte",
                    "Responsable :",
                    "REGROUPER DES COMPTES"));

    private static final List<Ecran> COURRIER = List.of(ecran(
            List.of("WEB-INF/resources/ts/extraitDuCourrier.xhtml"),
            "En ce qui concerne votre compte d'accès aux services en ligne :",
            "Vous trouverez ci-dessous, l'identifiant et le mot de passe de votre compte internet pour accéder aux"
                    + " services proposés par le Collège",
            "Identifiant :",
            "Mot de passe * :",
            "2BUYJ9C8",
            "* Mot de passe provisoire, à modifier lors de la première connexion."));

    private static final Ecran FAIT = ecran(
            List.of("compte/regroupement.xhtml"),
            "CONFIRMATION DE REGROUPEMENT DE COMPTES",
            "L'opération de regroupement des comptes a été effectuée avec succès.",
            "Seul le compte avec lequel vous êtes connecté reste disponible.",
            "Vous pourrez visualiser vos nouvelles informations d'ici quelques instants.",
            "VALIDER");

    private static Ecran saisie(String titre) {
        return ecran(
                List.of("compte/regrouper.xhtml"),
                titre,
                "Compte à regrouper avec",
                "Saisissez ici l'identifiant et le mot de passe de votre compte actuel.",
                "identifiant du compte*",
                "mot de passe du compte*",
                "*Champ obligatoire",
                "SUIVANT",
                "ANNULER");
    }

    private static Ecran confirmation(String titre) {
        return ecran(
                List.of("compte/confirmation.xhtml"),
                titre,
                "Elèves rattachés à votre compte :",
                "Elèves rattachés au compte que vous souhaitez regrouper :",
                "En validant cette opération, vous confirmez la fermeture du compte",
                "et le rattachement de l'ensemble des élèves ci-dessus au compte",
                "VALIDER",
                "ANNULER");
    }

    private static final List<Ecran> RATTACHER = List.of(
            ecran(
                    plus(ONGLETS, "compte/enfants.xhtml", "WEB-INF/resources/ts/enfant.xhtml"),
                    "Mon compte",
                    "Mes informations",
                    "Mes enfants",
                    "Ajouter des élèves depuis un autre compte",
                    "Je ne suis pas le représentant légal de cet élève"),
            ecran(
                    List.of("compte/regrouper.xhtml"),
                    "Recherchez le compte",
                    "Identifiant",
                    "Mot de passe",
                    "Annuler",
                    "Continuer"));

    private static List<Ecran> ecransDe(String guide) {
        List<Ecran> ecrans = new ArrayList<>();
        switch (guide) {
            case "bordeaux-argos-ose" -> {
                ecrans.addAll(PORTE_ET_ACCUEIL);
                ecrans.addAll(COURRIER);
                ecrans.addAll(List.of(
                        saisie("REGROUPER DES COMPTES"), confirmation("REGROUPER DES COMPTES - CONFIRMATION"), FAIT));
            }
            case "dijon-teleservices" -> {
                ecrans.addAll(PORTE_ET_ACCUEIL);
                ecrans.addAll(COURRIER);
                ecrans.add(FAIT);
            }
            case "montpellier-famille" -> {
                ecrans.addAll(PORTE_ET_ACCUEIL);
                ecrans.addAll(COURRIER);
            }
            case "poitiers-i-cart" -> {
                ecrans.addAll(PORTE_ET_ACCUEIL.subList(1, PORTE_ET_ACCUEIL.size()));
                ecrans.addAll(COURRIER);
                ecrans.addAll(
                        List.of(saisie("REGROUPEMENT"), confirmation("REGROUPEMENT DES COMPTES - CONFIRMATION"), FAIT));
            }
            default -> ecrans.addAll(RATTACHER);
        }
        return ecrans;
    }

    @ParameterizedTest
    @CsvSource({
        "bordeaux-argos-ose, bordeaux",
        "dijon-teleservices, dijon",
        "montpellier-famille, montpellier",
        "poitiers-i-cart, poitiers",
        "rattacher-un-enfant, rattachement"
    })
    void ceQuUnGuideImprimeSeLitSurLaPageQuIlMontre(String guide, String academie) throws IOException {
        String imprime = normaliser(Files.readString(GUIDES.resolve(guide + ".txt")));
        Map<String, String> mots = new Langues(ProfilAcademie.lire(
                        Proprietes.duFichier(Path.of("conf/academies", academie + ".properties"), variable -> null)))
                .catalogue(Langue.REFERENCE)
                .mots();
        List<String> manquent = new ArrayList<>();
        for (Ecran ecran : ecransDe(guide)) {
            List<String> montres = montres(ecran, mots);
            for (String libelle : ecran.libelles()) {
                assertThat(imprime).as("le guide l'imprime").contains(normaliser(libelle));
                if (montres.stream().noneMatch(montre -> montre(montre, normaliser(libelle)))) {
                    manquent.add(libelle + " (" + ecran.pages() + ")");
                }
            }
        }
        assertThat(manquent).as(guide).isEmpty();
    }

    private static boolean montre(String affiche, String libelle) {
        return libelle.length() >= LONG ? affiche.contains(libelle) : affiche.equals(libelle);
    }

    /** Les mots que cet écran montre, chacun normalisé ; sans source, la page de connexion livrée aux académies. */
    private static List<String> montres(Ecran ecran, Map<String, String> mots) throws IOException {
        List<String> montres = new ArrayList<>();
        if (ecran.pages().isEmpty()) {
            Matcher motsDuCas = MOT_DU_CAS.matcher(
                    Files.readString(Path.of("conf/cas/theme/templates/scolarite-services/login/casLoginView.html")));
            while (motsDuCas.find()) {
                montres.add(normaliser(Objects.requireNonNull(mots.get(motsDuCas.group(1)))));
            }
            return montres;
        }
        for (String page : ecran.pages()) {
            Matcher cles = CLE.matcher(Files.readString(PAGES.resolve(page)));
            while (cles.find()) {
                String mot = mots.get(cles.group(1));
                if (mot != null) {
                    montres.add(normaliser(TROU.matcher(mot).replaceAll(" ")));
                }
            }
        }
        return montres;
    }

    /** Sans accents ni casse ; apostrophes, espaces et marques de mise en forme d'un guide ramenées à une seule forme. */
    private static String normaliser(String texte) {
        String nu = Normalizer.normalize(texte, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return nu.toLowerCase(Locale.FRENCH)
                .replace('’', '\'')
                .replaceAll("\\*\\*|\\\\|\\[[a-z ]*]|[←↳]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll(" ?([:;!?»*]) ?| ?« ?", "$1")
                .strip();
    }
}
