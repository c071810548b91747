package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.Identite;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comment nommer ensemble des élèves sans que deux portent le même nom : au prénom s'ajoute ce qui distingue, et rien de plus, dans cet
 * ordre : nom, établissement, commune, classe, date de naissance. « Adam », mais « Adam DURAND » et « Adam MARTIN » ; « Adam (Collège
 * du Moulin) » et « Adam (Lycée Zola) » pour un enfant inscrit deux fois.
 *
 * <p>Deux noms qui ne diffèrent que par un accent, un tiret ou la casse sont le même pour qui lit vite ou écoute. Source : DOMAIN §5.
 */
public final class NomsDistincts {

    private static final List<Function<Eleve, String>> PRECISIONS = List.of(
            eleve -> joints(eleve, Etablissement::nom),
            eleve -> joints(eleve, Etablissement::commune),
            eleve -> ouVide(eleve.classe()),
            eleve -> DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(eleve.dateNaissance()));

    private NomsDistincts() {}

    /** Chaque élève, par son numéro : son prénom, et ce qu'il faut de plus. Un élève donné deux fois est le même. */
    public static Map<Long, String> courts(Collection<Eleve> eleves) {
        Map<Long, String> noms = new HashMap<>();
        for (List<Eleve> memePrenom : parts(uniques(eleves), Eleve::prenom)) {
            List<List<Eleve>> parNom = parts(memePrenom, Eleve::nom);
            for (List<Eleve> memeNom : parNom) {
                distinguer(memeNom, parNom.size() > 1 ? Eleve::nomComplet : Eleve::prenomCourant, 0, "", noms);
            }
        }
        return noms;
    }

    /** Chaque élève, par son numéro : son prénom et son nom, et ce qu'il faut de plus. */
    public static Map<Long, String> complets(Collection<Eleve> eleves) {
        Map<Long, String> noms = new HashMap<>();
        parts(uniques(eleves), Eleve::nomComplet)
                .forEach(memeNom -> distinguer(memeNom, Eleve::nomComplet, 0, "", noms));
        return noms;
    }

    private static void distinguer(
            List<Eleve> groupe, Function<Eleve, String> nom, int rang, String precisions, Map<Long, String> noms) {
        if (groupe.size() == 1 || rang == PRECISIONS.size()) {
            String suite = precisions.isEmpty() ? "" : " (" + precisions + ")";
            groupe.forEach(eleve -> noms.put(eleve.id(), nom.apply(eleve) + suite));
            return;
        }
        Function<Eleve, String> precision = PRECISIONS.get(rang);
        List<List<Eleve>> parts = parts(groupe, precision);
        for (List<Eleve> part : parts) {
            String dite = parts.size() == 1 ? "" : precision.apply(part.get(0));
            distinguer(part, nom, rang + 1, joindre(precisions, dite), noms);
        }
    }

    private static String joindre(String precisions, String dite) {
        return precisions.isEmpty() || dite.isEmpty() ? precisions + dite : precisions + ", " + dite;
    }

    private static List<List<Eleve>> parts(List<Eleve> groupe, Function<Eleve, String> critere) {
        Map<String, List<Eleve>> parts = new LinkedHashMap<>();
        groupe.forEach(
                eleve -> parts.computeIfAbsent(Identite.normaliser(critere.apply(eleve)), cle -> new ArrayList<>())
                        .add(eleve));
        return List.copyOf(parts.values());
    }

    private static List<Eleve> uniques(Collection<Eleve> eleves) {
        Map<Long, Eleve> parNumero = new LinkedHashMap<>();
        eleves.forEach(eleve -> parNumero.putIfAbsent(eleve.id(), eleve));
        return List.copyOf(parNumero.values());
    }

    private static String joints(Eleve eleve, Function<Etablissement, @Nullable String> dit) {
        return eleve.etablissements().stream()
                .map(dit)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String ouVide(@Nullable String texte) {
        return texte == null ? "" : texte;
    }
}
