package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.EcartMapper.LienSitue;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable;
import fr.academie.teleservices.alimentation.reconnaissance.MemeResponsable.ResponsableConnu;
import fr.academie.teleservices.alimentation.reconnaissance.Numero;
import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance;
import fr.academie.teleservices.alimentation.reconnaissance.Reference;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.PersonneDite;
import fr.academie.teleservices.scolarite.PersonnesEnAttente;
import fr.academie.teleservices.scolarite.PersonnesEnAttente.Tenues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Le compte d'une personne connue qui n'en a pas, et qui devient responsable d'un élève dans une livraison qui en fait : celui où elle se
 * reconnaît auprès de ses élèves, comme une personne neuve ; à défaut, un nouveau. Ses autres identités le prennent avec elle.
 */
final class ComptesDesConnues {

    private final Identites identites;
    private final PersonnesEnAttente attentes;
    private final ResponsablesConnus responsables;
    private final ComptesDImport nouveaux;
    private final PersonnesNommees nommees;

    ComptesDesConnues(
            Identites identites, PersonnesEnAttente attentes, ComptesDImport nouveaux, PersonnesNommees nommees) {
        this.identites = identites;
        this.attentes = attentes;
        this.responsables = new ResponsablesConnus(identites, attentes);
        this.nouveaux = nouveaux;
        this.nommees = nommees;
    }

    /**
     * Qui reçoit quoi.
     *
     * @param personnes sans compte, avec un prénom
     * @param reconnues où chacune l'a été, par l'id de son identité ; absente si elle ne l'a pas été
     * @param tenues leurs groupes, verrouillés
     */
    record Decision(List<PersonneDite> personnes, Map<Long, Set<Reference>> reconnues, Tenues tenues) {

        /** Les comptes à verrouiller. */
        Set<Long> comptes() {
            return reconnues.values().stream()
                    .map(Attentes::compte)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private List<Long> identites(PersonneDite dite) {
            List<Long> ids = new ArrayList<>(Attentes.enAttente(reconnues.getOrDefault(dite.id(), Set.of())));
            ids.add(dite.id());
            return ids;
        }
    }

    /** Décide, et verrouille les identités : avant les comptes, comme au bureau. */
    Decision decider(LotAppliquable lot, List<LienSitue> liens) {
        List<PersonneDite> personnes = sansCompte(lot, liens);
        Map<Long, Set<Reference>> reconnues = reconnaitre(lot, liens, personnes);
        Set<Long> ids = new TreeSet<>();
        personnes.forEach(dite -> ids.add(dite.id()));
        reconnues.values().forEach(qui -> ids.addAll(Attentes.enAttente(qui)));
        return new Decision(personnes, reconnues, attentes.verrouiller(ids));
    }

    /** Vrai si, relue sous verrou, la décision est la même. */
    boolean tient(LotAppliquable lot, List<LienSitue> liens, Decision decision) {
        List<PersonneDite> personnes = decision.personnes();
        if (personnes.isEmpty()) {
            return true;
        }
        return sansCompte(lot, liens).equals(personnes)
                && reconnaitre(lot, liens, personnes).equals(decision.reconnues());
    }

    /** L'applique ; vrai si des personnes ont pris un compte. */
    boolean appliquer(LotAppliquable lot, Decision decision) {
        if (decision.personnes().isEmpty()) {
            return false;
        }
        List<PersonneDite> aCreer = new ArrayList<>();
        Map<Long, Long> comptesDe = new HashMap<>();
        for (PersonneDite dite : decision.personnes()) {
            Long compte = Attentes.compte(decision.reconnues().getOrDefault(dite.id(), Set.of()));
            if (compte == null) {
                aCreer.add(dite);
            } else {
                donner(decision, dite, compte, comptesDe);
            }
        }
        Map<String, Long> faits = nouveaux.faire(lot, aCreer);
        aCreer.forEach(dite -> donner(decision, dite, Objects.requireNonNull(faits.get(dite.numero())), comptesDe));
        nommees.nommer(lot, comptesDe);
        return true;
    }

    private static void donner(Decision decision, PersonneDite dite, long compte, Map<Long, Long> comptesDe) {
        decision.tenues().sansCompte(decision.identites(dite)).forEach(id -> comptesDe.putIfAbsent(id, compte));
    }

    private List<PersonneDite> sansCompte(LotAppliquable lot, List<LienSitue> liens) {
        Set<Long> ids = liens.stream()
                .filter(l -> l.compte() == null && l.constat() != null && l.ecart() != Ecart.PARTI)
                .map(l -> Objects.requireNonNull(l.identiteId()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty() || !nouveaux.enFait(lot)) {
            return List.of();
        }
        return identites.personnesDites(ids).stream()
                .filter(dite -> dite.prenom() != null)
                .toList();
    }

    private Map<Long, Set<Reference>> reconnaitre(
            LotAppliquable lot, List<LienSitue> liens, List<PersonneDite> personnes) {
        if (personnes.isEmpty()) {
            return Map.of();
        }
        Map<Long, Set<Long>> eleves = eleves(liens, personnes);
        ResponsablesConnus.Lus lus =
                responsables.lire(eleves.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Long, Set<Reference>> reconnues = new TreeMap<>();
        Set<Reference> prises = new HashSet<>();
        for (PersonneDite dite : personnes) {
            Numero numero = new Numero(lot.livraison().source(), lot.livraison().perimetre(), dite.numero());
            MemeResponsable.Lu lue = new MemeResponsable.Lu(
                    numero,
                    dite.civilite(),
                    dite.nomFamille(),
                    dite.nomUsage(),
                    dite.prenom(),
                    eleves.getOrDefault(dite.id(), Set.of()));
            // Deux numéros d'une livraison restent deux personnes.
            if (MemeResponsable.reconnaitre(lue, autres(lus, numero), lus.nommes()::contains)
                            instanceof Reconnaissance.Connu<Reference> connu
                    && connu.qui().stream().noneMatch(prises::contains)) {
                reconnues.put(dite.id(), connu.qui());
                prises.addAll(connu.qui());
            }
        }
        return reconnues;
    }

    /** Sauf elle-même, et qui a un autre numéro là où une source lui en donne un : ce sont deux personnes. */
    private static List<ResponsableConnu> autres(ResponsablesConnus.Lus lus, Numero numero) {
        Set<Numero> siens = lus.connus().stream()
                .map(ResponsableConnu::numeros)
                .filter(numeros -> numeros.contains(numero))
                .flatMap(Set::stream)
                .filter(lus.nommes()::contains)
                .collect(Collectors.toSet());
        return lus.connus().stream()
                .filter(connu -> !connu.numeros().contains(numero))
                .filter(connu -> connu.numeros().stream()
                        .filter(lus.nommes()::contains)
                        .noneMatch(n -> siens.stream().anyMatch(n::duMemePerimetre)))
                .toList();
    }

    /** Ceux que la livraison leur donne, et ceux dont on les savait responsables. */
    private Map<Long, Set<Long>> eleves(List<LienSitue> liens, List<PersonneDite> personnes) {
        Map<Long, Set<Long>> eleves = new HashMap<>();
        attentes.eleves(personnes.stream().map(PersonneDite::id).toList())
                .forEach(e -> ajouter(eleves, e.identiteId(), e.eleveId()));
        liens.stream().filter(l -> l.ecart() != Ecart.PARTI).forEach(l -> ajouter(eleves, l.identiteId(), l.eleveId()));
        return eleves;
    }

    private static void ajouter(Map<Long, Set<Long>> eleves, @Nullable Long identite, @Nullable Long eleve) {
        if (identite != null && eleve != null) {
            eleves.computeIfAbsent(identite, id -> new HashSet<>()).add(eleve);
        }
    }
}
