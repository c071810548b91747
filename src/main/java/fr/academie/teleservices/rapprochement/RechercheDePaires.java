package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.MotsCherches;
import fr.academie.teleservices.compte.MotsCherches.Mot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les paires que l'on cherche dans un aperçu ou un rapport.
 *
 * @param code ce qui en est fait, l'un de {@link #CODES} ; vide pour toutes
 * @param saisie identifiant, numéro ou nom, telle que tapée
 */
public record RechercheDePaires(String code, String saisie) {

    static final String A_REGROUPER = "A_REGROUPER";

    /** Ce que l'on peut en faire, dans l'ordre où l'on en parle. */
    public static final List<String> CODES = Stream.of(
                    Stream.of(A_REGROUPER),
                    Arrays.stream(IssueDUnePaire.values()).map(Enum::name),
                    Arrays.stream(MotifLaisse.values()).map(Enum::name))
            .flatMap(codes -> codes)
            .toList();

    /** Initialisée après les codes, qu'elle lit. */
    static final RechercheDePaires TOUTES = new RechercheDePaires("", "");

    /** Un code inconnu vaut toutes les paires. */
    public RechercheDePaires {
        code = CODES.contains(code) ? code : "";
        saisie = saisie.strip();
    }

    /** La clé de message de ce code. */
    public static String cle(String code) {
        if (A_REGROUPER.equals(code)) {
            return "rapprochement.a_regrouper";
        }
        return (estUneIssue(code) ? "rapprochement.issue." : "rapprochement.motif.") + code;
    }

    /** Les mots cherchés ; vide si la saisie n'en dit pas assez. */
    public List<Mot> mots() {
        MotsCherches lus = MotsCherches.lire(saisie);
        String uai = lus.uai();
        return uai == null
                ? lus.mots()
                : Stream.concat(lus.mots().stream(), Stream.of(new Mot(uai, uai)))
                        .toList();
    }

    /** Vrai pour celles dont rien n'a encore été fait. */
    public boolean aRegrouper() {
        return A_REGROUPER.equals(code);
    }

    /** Ce qui en a été fait ; nulle si l'on n'en cherche pas pour cela. */
    public @Nullable String issue() {
        return estUneIssue(code) ? code : null;
    }

    /** Pourquoi on n'y touche pas ; nul si l'on n'en cherche pas pour cela. */
    public @Nullable String motif() {
        return code.isEmpty() || aRegrouper() || estUneIssue(code) ? null : code;
    }

    private static boolean estUneIssue(String code) {
        return Arrays.stream(IssueDUnePaire.values())
                .anyMatch(issue -> issue.name().equals(code));
    }
}
