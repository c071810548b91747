package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.texte.NomCourant;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Le nom d'une personne.
 *
 * @param nomUsage nul si la personne n'en a pas
 */
public record Identite(String nomFamille, @Nullable String nomUsage, String prenom) {

    private static final int PREMIERE_HORS_ASCII = 0x80;

    /** Une base partagée remplit parfois le nom d'usage de blancs, d'un point ou d'un tiret : ce n'est pas un nom, et il effacerait l'autre. */
    public Identite {
        if (nomUsage != null && normaliser(nomUsage).isEmpty()) {
            nomUsage = null;
        }
    }

    /** Prénom puis nom (d'usage s'il existe) en capitales : « Cristelle DURAND ». */
    public String nomComplet() {
        return prenom + " " + (nomUsage == null ? nomFamille : nomUsage).toUpperCase(Locale.ROOT);
    }

    /** Prénom puis nom (d'usage s'il existe) comme on s'adresse à quelqu'un : « Cristelle Durand », même stockés en capitales. */
    public String nomCourant() {
        return NomCourant.ecrire(prenom) + " " + NomCourant.ecrire(nomUsage == null ? nomFamille : nomUsage);
    }

    /**
     * Compare deux personnes : même prénom, et nom de famille ou nom d'usage de l'une égal à l'un de ceux de l'autre, après
     * {@link #normaliser(String)}. Source : DOMAIN §5.
     *
     * @return ce qui a concordé ; vide si ce n'est pas la même identité
     */
    public Optional<Correspondance> comparer(Identite autre) {
        if (!memeNom(prenom, autre.prenom)) {
            return Optional.empty();
        }
        if (memeNom(nomFamille, autre.nomFamille)) {
            return Optional.of(Correspondance.NOM_DE_FAMILLE);
        }
        if (memeNom(nomUsage, autre.nomUsage)) {
            return Optional.of(Correspondance.NOM_D_USAGE);
        }
        if (memeNom(nomFamille, autre.nomUsage) || memeNom(nomUsage, autre.nomFamille)) {
            return Optional.of(Correspondance.NOM_DE_FAMILLE_ET_NOM_D_USAGE);
        }
        return Optional.empty();
    }

    /**
     * Ce par quoi retrouver, parmi beaucoup d'autres, qui {@link #comparer} reconnaîtrait : deux identités concordent si et seulement si
     * elles ont une forme en commun. Aucune si le prénom ou les noms n'ont rien qui se compare.
     */
    public Set<String> formes() {
        String sonPrenom = normaliser(prenom);
        return sonPrenom.isEmpty()
                ? Set.of()
                : Stream.of(nomFamille, nomUsage)
                        .filter(Objects::nonNull)
                        .map(Identite::normaliser)
                        .filter(nom -> !nom.isEmpty())
                        .map(nom -> sonPrenom + "|" + nom)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean memeNom(@Nullable String un, @Nullable String autre) {
        if (un == null || autre == null) {
            return false;
        }
        String forme = normaliser(un);
        return !forme.isEmpty() && Objects.equals(forme, normaliser(autre));
    }

    /**
     * La forme sous laquelle deux noms se comparent : NFKD, ligatures et lettres barrées développées, marques, apostrophes, tirets,
     * points et blancs retirés, casse repliée. Vide si rien ne reste. Source : DOMAIN §5.
     */
    public static String normaliser(String nom) {
        return nom.chars().allMatch(c -> c < PREMIERE_HORS_ASCII) ? normaliserDeLAscii(nom) : normaliserTout(nom);
    }

    /** La même forme, sans décomposer ce qui ne se décompose pas : la plupart des noms, qu'un import compare par centaines de milliers. */
    private static String normaliserDeLAscii(String nom) {
        StringBuilder forme = new StringBuilder(nom.length());
        for (int i = 0; i < nom.length(); i++) {
            char c = nom.charAt(i);
            if (!estIgnore(c)) {
                forme.append(Character.toLowerCase(c));
            }
        }
        return forme.toString();
    }

    static String normaliserTout(String nom) {
        // Majuscules puis minuscules : seul ce double passage replie ß, ŉ ou le sigma final.
        String replie = Normalizer.normalize(nom, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder forme = new StringBuilder(replie.length());
        replie.codePoints().forEach(c -> {
            switch (c) {
                case 'œ' -> forme.append("oe");
                case 'æ' -> forme.append("ae");
                case 'ł' -> forme.append('l');
                case 'ø' -> forme.append('o');
                case 'đ', 'ð' -> forme.append('d');
                case 'ı' -> forme.append('i');
                default -> {
                    if (!estIgnore(c)) {
                        forme.appendCodePoint(c);
                    }
                }
            }
        });
        return forme.toString();
    }

    private static boolean estIgnore(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> c == '\'' || c == '.' || c == '`' || c == '\u00B4' || c == '\u2212' || c == '\u2032';
        };
    }
}
