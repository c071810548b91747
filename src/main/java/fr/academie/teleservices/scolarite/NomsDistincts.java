package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.Identite;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
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
 * <p>Une liste qui dit toujours la classe, ou l'établissement, la dit entre les mêmes parenthèses : « Adam (5B) », et « Adam (5B,
 * 12/03/2013) » s'ils sont deux dans la classe. Ce qui y est dit ne se répète pas.
 *
 * <p>Deux noms qui ne diffèrent que par un accent, un tiret ou la casse sont le même pour qui lit vite ou écoute. Source : DOMAIN §5.
 */
public final class NomsDistincts {

    private static final List<Function<Eleve, String>> PRECISIONS = List.of(
            NomsDistincts::etablissements,
            eleve -> joints(eleve, Etablissement::commune),
            NomsDistincts::classe,
            eleve -> DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(eleve.dateNaissance()));

    private final Map<Long, String> noms = new LinkedHashMap<>();
    private final Function<Eleve, String> toujours;

    private NomsDistincts(Function<Eleve, String> toujours) {
        this.toujours = toujours;
    }

    /** Chaque élève, par son numéro et dans l'ordre reçu : son prénom, et ce qu'il faut de plus. Un élève donné deux fois est le même. */
    public static Map<Long, String> courts(Collection<Eleve> eleves) {
        return new NomsDistincts(eleve -> "").parPrenom(eleves);
    }

    /** Comme {@link #courts}, la classe toujours dite si elle est connue : « Adam (5B) ». */
    public static Map<Long, String> courtsEtClasse(Collection<Eleve> eleves) {
        return new NomsDistincts(NomsDistincts::classe).parPrenom(eleves);
    }

    /** Comme {@link #courts}, les établissements toujours dits : « Adam (Collège du Moulin, Lycée Zola) » est dans les deux. */
    public static Map<Long, String> courtsEtEtablissement(Collection<Eleve> eleves) {
        return new NomsDistincts(NomsDistincts::etablissements).parPrenom(eleves);
    }

    /** Chaque élève, par son numéro : son prénom et son nom, et ce qu'il faut de plus. */
    public static Map<Long, String> complets(Collection<Eleve> eleves) {
        return new NomsDistincts(eleve -> "").parNom(eleves);
    }

    /** Comme {@link #complets}, la classe toujours dite si elle est connue : « Adam DURAND (5B) ». */
    public static Map<Long, String> completsEtClasse(Collection<Eleve> eleves) {
        return new NomsDistincts(NomsDistincts::classe).parNom(eleves);
    }

    private Map<Long, String> parPrenom(Collection<Eleve> eleves) {
        for (List<Eleve> dits : parts(aNommer(eleves), toujours)) {
            for (List<Eleve> memePrenom : parts(dits, Eleve::prenom)) {
                List<List<Eleve>> parNom = parts(memePrenom, Eleve::nom);
                Function<Eleve, String> nom = parNom.size() > 1 ? Eleve::nomComplet : Eleve::prenomCourant;
                parNom.forEach(memeNom -> distinguer(memeNom, nom, 0, ""));
            }
        }
        return noms;
    }

    private Map<Long, String> parNom(Collection<Eleve> eleves) {
        for (List<Eleve> dits : parts(aNommer(eleves), toujours)) {
            parts(dits, Eleve::nomComplet).forEach(memeNom -> distinguer(memeNom, Eleve::nomComplet, 0, ""));
        }
        return noms;
    }

    private void distinguer(List<Eleve> groupe, Function<Eleve, String> nom, int rang, String precisions) {
        if (groupe.size() == 1 || rang == PRECISIONS.size()) {
            for (Eleve eleve : groupe) {
                String dits = joindre(toujours.apply(eleve), precisions);
                noms.put(eleve.id(), nom.apply(eleve) + (dits.isEmpty() ? "" : " (" + dits + ")"));
            }
            return;
        }
        Function<Eleve, String> precision = PRECISIONS.get(rang);
        List<List<Eleve>> parts = parts(groupe, precision);
        for (List<Eleve> part : parts) {
            String dite = parts.size() == 1 ? "" : precision.apply(part.get(0));
            distinguer(part, nom, rang + 1, joindre(precisions, dite));
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

    /** Chacun une fois ; leur place dans la réponse est celle où ils viennent, quel que soit le partage. */
    private List<Eleve> aNommer(Collection<Eleve> eleves) {
        return eleves.stream()
                .filter(eleve -> noms.putIfAbsent(eleve.id(), "") == null)
                .toList();
    }

    private static String joints(Eleve eleve, Function<Etablissement, @Nullable String> dit) {
        return eleve.etablissements().stream()
                .map(dit)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String etablissements(Eleve eleve) {
        return joints(eleve, Etablissement::nom);
    }

    private static String classe(Eleve eleve) {
        String classe = eleve.classe();
        return classe == null ? "" : classe;
    }
}
