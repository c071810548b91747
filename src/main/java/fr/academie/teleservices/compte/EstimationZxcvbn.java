package fr.academie.teleservices.compte;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.io.ClasspathResource;
import com.nulabinc.zxcvbn.matchers.Match;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Le score de zxcvbn, avec l'entourage du compte pour dictionnaire et le clavier français, que sa bibliothèque n'a pas.
 *
 * <p>Son travail croît plus vite que la longueur (plus d'une seconde à 128 signes) : seuls les premiers signes sont estimés.
 */
final class EstimationZxcvbn {

    /** Assez pour atteindre le meilleur score ; au-delà, la longueur ne fait qu'ajouter. */
    static final int SIGNES_ESTIMES = 32;

    private static final int SCORE_MINIMAL = 4;
    private static final String CLAVIER = "/fr/academie/teleservices/compte/azerty.txt";
    private static final String ENTOURAGE = "user_inputs";

    private final Zxcvbn zxcvbn;

    EstimationZxcvbn() {
        try {
            zxcvbn = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .keyboard(new SlantedKeyboardLoader("azerty", new ClasspathResource(CLAVIER)).load())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("La bibliothèque zxcvbn est incomplète.", e);
        }
    }

    /** Ce qui rend ce mot de passe facile à deviner ; vide s'il ne l'est pas. */
    Optional<RegleMotDePasse> defaut(String motDePasse, Entourage entourage) {
        String debut = motDePasse.substring(0, Math.min(SIGNES_ESTIMES, motDePasse.length()));
        Strength force = zxcvbn.measure(debut, entourage.mots());
        return force.getScore() >= SCORE_MINIMAL ? Optional.empty() : Optional.of(raison(force.getSequence()));
    }

    /** Dit par le plus long morceau reconnu. */
    private static RegleMotDePasse raison(List<Match> morceaux) {
        return morceaux.stream()
                .filter(morceau -> morceau.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(EstimationZxcvbn::regle)
                .orElse(RegleMotDePasse.TROP_COURANT);
    }

    private static RegleMotDePasse regle(Match morceau) {
        return switch (morceau.pattern) {
            case Date, Regex -> RegleMotDePasse.REPOSE_SUR_UNE_DATE;
            case Spatial, Sequence -> RegleMotDePasse.SUITE_DE_TOUCHES;
            default ->
                ENTOURAGE.equals(morceau.dictionaryName)
                        ? RegleMotDePasse.REPOSE_SUR_LE_COMPTE
                        : RegleMotDePasse.TROP_COURANT;
        };
    }
}
