package fr.academie.teleservices.compte;

import com.nulabinc.zxcvbn.StandardDictionaries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Les mots de passe que tout le monde choisit, réduits à leurs lettres : « M0t-de-p@sse2026 ! » est « motdepasse ».
 *
 * <p>La liste est celle de zxcvbn, lue dans sa bibliothèque ; la page reçoit la même et réduit de la même façon.
 */
@Singleton
public final class MotsDePasseCourants {

    private static final int LETTRES_MINIMALES = 4;
    /** L'alphabet, les chiffres, les claviers et ce que chacun récite, dans les deux sens : un morceau n'est pas un secret. */
    private static final List<String> SUITES = Stream.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890",
                    "azertyuiopqsdfghjklmwxcvbn",
                    "qwertyuiopasdfghjklzxcvbnm",
                    "aqzsedrftgyhujikolpm",
                    "aqwzsxedcrfvtgbyhnujikolpm",
                    "qawsedrftgyhujikolp",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "undeuxtroisquatrecinqsixsepthuitneufdixonzedouzetreizequatorzequinzeseize",
                    "lundimardimercredijeudivendredisamedidimanche",
                    "janvierfevriermarsavrilmaijuinjuilletaoutseptembreoctobrenovembredecembre")
            .flatMap(
                    suite -> Stream.of(suite, new StringBuilder(suite).reverse().toString()))
            .toList();

    private final Set<String> liste;

    public MotsDePasseCourants() {
        Set<String> lus = new TreeSet<>();
        try {
            StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(mot ->
                            mot.length() >= LETTRES_MINIMALES && mot.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                    .forEach(lus::add);
        } catch (IOException e) {
            throw new UncheckedIOException("La bibliothèque zxcvbn est incomplète.", e);
        }
        liste = Collections.unmodifiableSet(lus);
    }

    /** Vrai si, chiffres et signes ôtés de bout en bout ou relus comme des lettres, il ne reste qu'un mot courant ou une suite. */
    boolean contient(String motDePasse) {
        String simple = Normalizer.normalize(motDePasse, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
        String coeur = simple.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return Stream.of(
                        simple,
                        coeur,
                        relu(coeur, 'i'),
                        relu(coeur, 'l'),
                        relu(simple, 'i').replaceAll("^[^a-z]+|[^a-z]+$", ""))
                .map(forme -> motif(forme.replaceAll("[^a-z]", "")))
                .anyMatch(this::estCourant);
    }

    private boolean estCourant(String lettres) {
        return lettres.length() >= LETTRES_MINIMALES
                && (liste.contains(lettres) || SUITES.stream().anyMatch(suite -> suite.contains(lettres)));
    }

    /** Chiffres et signes mis pour des lettres ; 1 vaut i ou l. */
    static String relu(String texte, char un) {
        StringBuilder relu = new StringBuilder(texte.length());
        texte.chars()
                .forEach(c -> relu.append((char)
                        switch (c) {
                            case '@', '4' -> 'a';
                            case '3', '€' -> 'e';
                            case '1', '!', '|' -> un;
                            case '0' -> 'o';
                            case '5', '$' -> 's';
                            case '7', '+' -> 't';
                            default -> c;
                        }));
        return relu.toString();
    }

    /** Le plus court motif que le texte répète, à la fin près ; le texte même s'il n'en répète aucun. */
    static String motif(String texte) {
        for (int periode = 1; periode <= texte.length() / 2; periode++) {
            if (texte.startsWith(texte.substring(periode))) {
                return texte.substring(0, periode);
            }
        }
        return texte;
    }

    /** La liste, pour la page. */
    public Set<String> liste() {
        return liste;
    }

    /** Les suites d'alphabet et de clavier, pour la page. */
    public List<String> suites() {
        return SUITES;
    }
}
