package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Les personnes que des sources nomment et qui n'ont pas encore de compte. Plusieurs identités peuvent en nommer une seule : la plus ancienne
 * désigne le groupe, et le compte donné à l'une l'est à toutes. Une identité qui a un compte n'est plus d'aucun groupe, quoi qu'en garde la
 * base. Voir la décision 017.
 *
 * <p>Qui donne un compte à l'une, ou les réunit, les verrouille d'abord toutes : de deux établissements, ou d'un import et d'un bureau, le
 * second voit ce qu'a fait le premier.
 */
@Singleton
public final class PersonnesEnAttente {

    private final EnAttenteMapper identites;

    @Inject
    public PersonnesEnAttente(Transactions transactions) {
        this.identites = transactions.mapper(EnAttenteMapper.class);
    }

    /**
     * Une personne sans compte, responsable de cet élève, sous un des noms que des sources lui donnent.
     *
     * @param premiere l'identité qui désigne son groupe
     */
    public record ResponsableEnAttente(
            long eleveId,
            long premiere,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom) {}

    /**
     * Un numéro d'une personne sans compte.
     *
     * @param civilite ce qu'en dit la source de ce numéro
     * @param disparu vrai si elle ne le nomme plus
     */
    public record NumeroEnAttente(
            long premiere,
            String source,
            String perimetre,
            String numero,
            @Nullable String civilite,
            boolean disparu) {}

    /** Un élève dont cette identité est dite responsable. */
    public record EleveDe(long identiteId, long eleveId) {}

    /**
     * Une identité verrouillée.
     *
     * @param responsableId son compte ; nul si elle attend encore
     * @param nommable faux pour un foyer ou un service, qui n'a pas de compte
     */
    public record Membre(long id, long premiere, @Nullable Long responsableId, boolean nommable) {}

    /** Celles que des sources nomment encore et disent responsables de ces élèves. */
    public List<ResponsableEnAttente> responsables(Collection<Long> eleves) {
        return eleves.isEmpty() ? List.of() : identites.responsables(eleves);
    }

    /** Tous les numéros de ces groupes. */
    public List<NumeroEnAttente> numeros(Collection<Long> premieres) {
        return premieres.isEmpty() ? List.of() : identites.numeros(premieres);
    }

    /** Les élèves dont ces identités sont dites responsables. */
    public List<EleveDe> eleves(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : identites.eleves(ids);
    }

    /** Verrouille ces identités et toutes celles de leurs groupes, dans la transaction de l'appelant. */
    public Tenues verrouiller(Collection<Long> ids) {
        Set<Long> tenus = Set.of();
        List<Membre> membres = List.of();
        Set<Long> voulus = ids.isEmpty() ? Set.of() : tous(ids);
        // Relu sous verrou : un groupe a pu s'agrandir pendant l'attente.
        while (!tenus.containsAll(voulus)) {
            tenus = voulus;
            membres = identites.verrouiller(tenus);
            voulus = tous(tenus);
        }
        return new Tenues(membres);
    }

    private Set<Long> tous(Collection<Long> ids) {
        Set<Long> tous = new TreeSet<>(ids);
        tous.addAll(identites.membres(ids));
        return tous;
    }

    /** Ces identités, verrouillées et sans compte, ne nomment qu'une personne : celle de ce groupe. */
    public void reunir(long premiere, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            identites.reunir(premiere, ids);
        }
    }

    /** Des groupes verrouillés. */
    public static final class Tenues {

        private final Map<Long, Membre> parId;

        private Tenues(List<Membre> membres) {
            this.parId = membres.stream().collect(Collectors.toMap(Membre::id, Function.identity()));
        }

        private Stream<Membre> groupes(Collection<Long> ids) {
            Set<Long> premieres = ids.stream()
                    .map(parId::get)
                    .filter(Objects::nonNull)
                    .map(Membre::premiere)
                    .collect(Collectors.toCollection(HashSet::new));
            return parId.values().stream().filter(m -> premieres.contains(m.premiere()) || ids.contains(m.id()));
        }

        /** Celles qui attendent encore, parmi ces identités et celles de leurs groupes, de la plus ancienne à la dernière. */
        public List<Long> sansCompte(Collection<Long> ids) {
            return groupes(ids)
                    .filter(m -> m.responsableId() == null && m.nommable())
                    .map(Membre::id)
                    .sorted()
                    .toList();
        }

        /** Les comptes donnés depuis à ces identités. */
        public Set<Long> comptes(Collection<Long> ids) {
            return groupes(ids)
                    .map(Membre::responsableId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
