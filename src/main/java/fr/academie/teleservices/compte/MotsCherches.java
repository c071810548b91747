package fr.academie.teleservices.compte;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les mots d'une recherche, prêts pour {@code LIKE} : accents, casse, tirets et apostrophes ne comptent pas (DOMAIN §5).
 *
 * @param mots les mots, UAI exceptée
 * @param uai l'établissement nommé par sa UAI ; nul si aucun ne l'est
 */
public record MotsCherches(List<Mot> mots, @Nullable String uai) {

    private static final Pattern BLANCS = Pattern.compile("[\\s\\p{Z}]+");
    /** Ce qu'un correcteur ou une note ajoute après un mot : {@code cristelle. durand2*}. */
    private static final Pattern FIN_DE_PHRASE = Pattern.compile("[.,;:*!?\"]+$");

    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Za-z]");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");
    private static final Pattern TRAITS = Pattern.compile("[-'’]");
    private static final int LETTRES_AU_MOINS = 2;
    private static final int MOTS_AU_PLUS = 6;
    private static final int LONGUEUR = 100;

    /**
     * Un mot cherché, {@code %}, {@code _} et {@code \} pris à la lettre.
     *
     * @param brut tel que tapé, en minuscules : identifiants et adresses
     * @param nom sous la forme où les noms se comparent
     */
    public record Mot(String brut, String nom) {

        public String debutBrut() {
            return brut + "%";
        }

        public String dansBrut() {
            return "%" + brut + "%";
        }

        public String debutNom() {
            return nom + "%";
        }

        public String dansNom() {
            return "%" + nom + "%";
        }

        /** Faux si aucun identifiant ne peut le contenir. */
        public boolean estAscii() {
            return ASCII.matcher(brut).matches();
        }
    }

    /** Les motifs {@code LIKE} d'un établissement cherché par son nom, sa commune ou sa UAI ; « Jean-Moulin » en vaut deux. */
    public static List<String> motifsDEtablissement(String saisie) {
        MotsCherches cherches = lire(TRAITS.matcher(saisie).replaceAll(" "));
        return Stream.concat(
                        cherches.mots().stream().map(Mot::dansBrut),
                        Stream.ofNullable(cherches.uai()).map(uai -> "%" + uai))
                .toList();
    }

    /** Les mots d'une saisie ; {@link #estVide()} si elle ne dit pas assez de lettres pour chercher. */
    public static MotsCherches lire(String saisie) {
        String bornee = Identifiant.sansLibelle(saisie.substring(0, Math.min(saisie.length(), LONGUEUR)));
        List<String> tapes = Arrays.stream(BLANCS.split(bornee, -1))
                .map(mot -> FIN_DE_PHRASE.matcher(mot).replaceFirst(""))
                .filter(Predicate.not(String::isEmpty))
                .limit(MOTS_AU_PLUS)
                .toList();
        String uai = tapes.stream()
                .filter(mot -> UAI.matcher(mot).matches())
                .findFirst()
                .map(mot -> mot.toUpperCase(Locale.ROOT))
                .orElse(null);
        List<String> cherches = tapes.stream()
                .filter(mot -> !mot.equalsIgnoreCase(uai))
                .filter(mot -> !Identite.normaliser(mot).isEmpty())
                .toList();
        int lettres = cherches.stream()
                .mapToInt(mot -> Identite.normaliser(mot).length())
                .sum();
        return new MotsCherches(
                lettres < LETTRES_AU_MOINS
                        ? List.of()
                        : cherches.stream()
                                .map(mot -> new Mot(
                                        litteral(mot.toLowerCase(Locale.ROOT)), litteral(Identite.normaliser(mot))))
                                .toList(),
                uai);
    }

    public boolean estVide() {
        return mots.isEmpty() && uai == null;
    }

    private static String litteral(String mot) {
        return mot.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
