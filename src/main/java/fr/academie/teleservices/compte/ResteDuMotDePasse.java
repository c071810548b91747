package fr.academie.teleservices.compte;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ce qu'un mot de passe garde de secret une fois ôté ce que tout le monde devine : chaque mot de l'entourage, à l'endroit ou à
 * l'envers, chaque suite de touches, chaque date et chaque année n'y compte plus que pour un signe ; un signe répété, pour un seul ;
 * les séparateurs, pour rien. Chiffres et signes mis pour des lettres sont relus comme elles.
 *
 * <p>La page refait ce compte avec les mots qu'elle a : le changer, c'est changer aussi {@code teleservices.js}.
 */
final class ResteDuMotDePasse {

    /** En deçà, il n'y a plus de quoi tenir contre qui connaît la famille. */
    static final int SIGNES_MINIMAUX = 9;

    /** Un morceau de suite plus court se trouve dans trop de mots. */
    static final int SUITE_MINIMALE = 4;

    /** Mois en lettres, entiers ou abrégés, sans accents. */
    static final String MOIS =
            "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fev|avr|juil|sept|oct|nov|dec)";

    private static final String JOUR_EN_CHIFFRES = "(?:0[1-9]|[12][0-9]|3[01])";
    private static final String MOIS_EN_CHIFFRES = "(?:0[1-9]|1[0-2])";
    private static final String ANNEE = "(?:19|20)[0-9]{2}";

    /** Une date ou une année, séparateurs ôtés ; la page reçoit cette expression. */
    static final String DATE = "(?:[0-9]{1,2}(?:er)?" + MOIS + "(?:" + ANNEE + "|[0-9]{2})?|"
            + JOUR_EN_CHIFFRES + MOIS_EN_CHIFFRES + ANNEE + "|" + ANNEE + MOIS_EN_CHIFFRES + JOUR_EN_CHIFFRES + "|"
            + MOIS_EN_CHIFFRES + JOUR_EN_CHIFFRES + ANNEE + "|" + JOUR_EN_CHIFFRES + MOIS_EN_CHIFFRES + "[0-9]{2}|"
            + "[0-9]{2}" + MOIS_EN_CHIFFRES + JOUR_EN_CHIFFRES + "|" + ANNEE + ")";

    private static final Pattern DATES = Pattern.compile(DATE);
    private static final Pattern SEPARATEURS = Pattern.compile("[/_,;:]+");
    private static final Pattern REPETES = Pattern.compile("(.)\\1+", Pattern.DOTALL);
    /** Tient la place d'une date ; aucune saisie n'en contient, un caractère de contrôle étant ôté. */
    private static final String MARQUE = "\u0001";

    private final List<String> mots;
    private final List<String> suites;

    ResteDuMotDePasse(Entourage entourage, List<String> suites) {
        this.mots = entourage.mots().stream()
                .flatMap(mot -> Stream.of(
                        resserrer(mot),
                        resserrer(MotsDePasseCourants.relu(mot, 'i')),
                        resserrer(MotsDePasseCourants.relu(mot, 'l'))))
                .flatMap(mot -> Stream.of(mot, new StringBuilder(mot).reverse().toString()))
                .distinct()
                .toList();
        this.suites = suites.stream().map(ResteDuMotDePasse::resserrer).toList();
    }

    /** Ce sur quoi repose ce mot de passe s'il ne lui reste presque rien ; vide s'il lui en reste assez. */
    Optional<RegleMotDePasse> defaut(String motDePasse) {
        String simple = SEPARATEURS.matcher(Identite.normaliser(motDePasse)).replaceAll("");
        String sansDates = DATES.matcher(simple).replaceAll(MARQUE);
        return Stream.of(
                        sansDates,
                        MotsDePasseCourants.relu(sansDates, 'i'),
                        MotsDePasseCourants.relu(sansDates, 'l'),
                        simple)
                .map(ResteDuMotDePasse::resserrer)
                .filter(forme -> signes(forme, true, true) < SIGNES_MINIMAUX)
                .map(this::raison)
                .findFirst();
    }

    /** La première chose qui, comptée pleinement, rendrait le mot de passe assez long. */
    private RegleMotDePasse raison(String forme) {
        if (signes(forme, false, true) >= SIGNES_MINIMAUX) {
            return RegleMotDePasse.REPOSE_SUR_LE_COMPTE;
        }
        if (signes(forme, true, false) >= SIGNES_MINIMAUX) {
            return RegleMotDePasse.SUITE_DE_TOUCHES;
        }
        return forme.contains(MARQUE) ? RegleMotDePasse.REPOSE_SUR_UNE_DATE : RegleMotDePasse.TROP_COURANT;
    }

    /** Le plus petit nombre de pièces, signe seul, mot ou morceau de suite, qui couvre le texte. */
    private int signes(String texte, boolean avecMots, boolean avecSuites) {
        int[] pieces = new int[texte.length() + 1];
        for (int fin = 1; fin <= texte.length(); fin++) {
            pieces[fin] = pieces[fin - 1] + 1;
            if (avecMots) {
                for (String mot : mots) {
                    int debut = fin - mot.length();
                    if (debut >= 0 && texte.startsWith(mot, debut)) {
                        pieces[fin] = Math.min(pieces[fin], pieces[debut] + 1);
                    }
                }
            }
            if (avecSuites) {
                for (int debut = fin - SUITE_MINIMALE;
                        debut >= 0 && estUneSuite(texte.substring(debut, fin));
                        debut--) {
                    pieces[fin] = Math.min(pieces[fin], pieces[debut] + 1);
                }
            }
        }
        return pieces[texte.length()];
    }

    private boolean estUneSuite(String morceau) {
        return suites.stream().anyMatch(suite -> suite.contains(morceau));
    }

    private static String resserrer(String texte) {
        return REPETES.matcher(texte).replaceAll("$1");
    }
}
