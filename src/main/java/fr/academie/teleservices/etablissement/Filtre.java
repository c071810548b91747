package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.Identifiant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ce que l'agent cherche ; chaque critère nul ne retient rien.
 *
 * @param texte mots d'un nom, d'un prénom, d'un identifiant ou d'une classe ; accents et casse n'y comptent pas
 * @param courrierFait vrai : comptes qui ont eu un courrier ; faux : comptes qui n'en ont jamais eu
 * @param uai un des établissements de l'agent ; un autre ne trouve rien
 */
public record Filtre(
        String texte,
        @Nullable EtatCherche etat,
        @Nullable Boolean mailConnu,
        @Nullable Boolean courrierFait,
        @Nullable String classe,
        @Nullable String uai,
        Tri tri,
        boolean decroissant) {

    private static final int MOTS = 6;
    /** Ce qu'un correcteur ou une note ajoute après un mot : {@code cristelle. durand2*}. */
    private static final Pattern FIN_DE_PHRASE = Pattern.compile("[.,;:*!?\"]+$");

    /** Le même filtre, dans cet ordre. */
    public Filtre trie(Tri autre, boolean enDescendant) {
        return new Filtre(texte, etat, mailConnu, courrierFait, classe, uai, autre, enDescendant);
    }

    /**
     * Les identifiants dont le compte, même fermé, est à montrer : ceux que l'on a tapés en entier. Celui d'un vieux courrier se trouve
     * ainsi encore, sans que chaque famille qui a regroupé ses comptes reparaisse deux fois.
     */
    List<String> identifiants() {
        return etat != null || texte.isBlank()
                ? List.of()
                : Stream.concat(
                                Stream.of(texte),
                                Stream.of(texte.strip().split("[\\s\\p{Z}]+")).limit(MOTS))
                        .flatMap(mot -> Identifiant.lire(mot).stream())
                        .map(Identifiant::valeur)
                        .distinct()
                        .toList();
    }

    /** L'identifiant que le texte est peut-être tout entier ; vide s'il n'en est pas un. */
    public String exact() {
        return Identifiant.lire(texte).map(Identifiant::valeur).orElse("");
    }

    /** Vrai si l'on cherche les comptes fermés. */
    boolean fermes() {
        return etat == EtatCherche.FERME;
    }

    /** Les mots cherchés, en motifs de LIKE : tirets et apostrophes séparent, les jokers sont pris à la lettre. */
    List<String> motifs() {
        return Stream.of(Identifiant.sansLibelle(texte).split("[ '-]+"))
                .map(mot -> FIN_DE_PHRASE.matcher(mot).replaceFirst(""))
                .filter(mot -> !mot.isEmpty())
                .limit(MOTS)
                .map(mot -> "%" + mot.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toList();
    }
}
