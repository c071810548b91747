package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.texte.NomCourant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Un élève et où il est inscrit.
 *
 * @param inscriptions celles que voit qui le regarde, la principale d'abord ; au moins une, une par établissement
 */
public record Eleve(long id, String nom, String prenom, LocalDate dateNaissance, List<Inscription> inscriptions) {

    public Eleve {
        if (inscriptions.isEmpty()) {
            throw new IllegalArgumentException("Un élève vu sans établissement.");
        }
        inscriptions = List.copyOf(inscriptions);
    }

    /** Un élève d'un seul établissement ; sa classe peut être nulle. */
    public Eleve(
            long id,
            String nom,
            String prenom,
            LocalDate dateNaissance,
            Etablissement etablissement,
            @Nullable String classe) {
        this(id, nom, prenom, dateNaissance, List.of(new Inscription(etablissement, classe)));
    }

    /** Le prénom comme on le dit dans une phrase : « Dylan », même stocké en capitales. */
    public String prenomCourant() {
        return NomCourant.ecrire(prenom);
    }

    public String nomComplet() {
        return prenom + " " + nom.toUpperCase(Locale.ROOT);
    }

    /** L'établissement de son inscription principale, parmi celles que l'on voit. */
    public Etablissement etablissement() {
        return inscriptions.get(0).etablissement();
    }

    /** Tous ses établissements, le principal d'abord. */
    public List<Etablissement> etablissements() {
        return inscriptions.stream().map(Inscription::etablissement).toList();
    }

    /** Sa classe dans l'établissement principal ; nulle si l'import ne l'a pas dite. */
    public @Nullable String classe() {
        return inscriptions.get(0).classe();
    }

    /** Vrai s'il est inscrit dans cet établissement. */
    public boolean estInscrit(String uai) {
        return etablissements().stream().anyMatch(e -> e.uai().equals(uai));
    }

    /** Le même, et ses seules inscriptions dans cet établissement ; vide s'il n'y est pas. */
    public Optional<Eleve> dans(String uai) {
        List<Inscription> la = inscriptions.stream()
                .filter(inscription -> inscription.etablissement().uai().equals(uai))
                .toList();
        return la.isEmpty() ? Optional.empty() : Optional.of(new Eleve(id, nom, prenom, dateNaissance, la));
    }

    /** Une ligne lue par inscription : chaque élève une fois, avec toutes les siennes, dans l'ordre des lignes. */
    public static List<Eleve> reunir(Collection<Eleve> lignes) {
        return reunir(lignes, Eleve::id, Eleve::avec);
    }

    /**
     * Comme {@link #reunir(Collection)}, quand la ligne porte plus que l'élève.
     *
     * @param cle ce qui dit que deux lignes sont la même
     * @param joindre la première, à qui l'on donne aussi les inscriptions de la seconde
     */
    public static <T, K> List<T> reunir(Collection<T> lignes, Function<T, K> cle, BinaryOperator<T> joindre) {
        Map<K, T> reunies =
                lignes.stream().collect(Collectors.toMap(cle, Function.identity(), joindre, LinkedHashMap::new));
        return new ArrayList<>(reunies.values());
    }

    /** Le même, inscrit aussi où l'est {@code autre}. */
    public Eleve avec(Eleve autre) {
        return new Eleve(
                id,
                nom,
                prenom,
                dateNaissance,
                Stream.concat(inscriptions.stream(), autre.inscriptions.stream())
                        .distinct()
                        .toList());
    }
}
