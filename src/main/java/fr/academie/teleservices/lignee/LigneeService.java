package fr.academie.teleservices.lignee;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ce que les regroupements et les ruptures ont fait des comptes et de leurs élèves. Source : DOMAIN §2 (un compte fermé reste pour
 * toujours) et §4.
 *
 * <p>Les questions posées pour beaucoup de comptes à la fois vont à la base par lots de {@value #LOT} : un import peut les poser pour toute
 * une académie.
 */
@Singleton
public final class LigneeService {

    private static final int LOT = 1000;

    private final LigneeMapper lignees;

    @Inject
    public LigneeService(Transactions transactions) {
        this.lignees = transactions.mapper(LigneeMapper.class);
    }

    /**
     * Que sont devenus ces comptes : pour chacun, celui où mène la chaîne des regroupements, ou lui-même si aucun ne l'a absorbé. Une
     * rupture n'y change rien : un compte absorbé reste fermé. Un numéro qu'aucun compte ne porte n'est pas rendu.
     */
    public Map<Long, Long> aboutissements(Collection<Long> comptes) {
        Map<Long, Long> aboutissements = new HashMap<>();
        parLots(
                comptes,
                lot -> lignees.aboutissements(lot).forEach(a -> aboutissements.put(a.origineId(), a.compteId())));
        return aboutissements;
    }

    /**
     * Le compte qui sert aujourd'hui à la place de celui-ci, qu'un regroupement a fermé, à travers toute la chaîne ; vide s'il est ouvert,
     * inconnu, fermé autrement, ou si un établissement a repris un des regroupements de la chaîne tout entier : l'autre compte n'est alors
     * plus celui de la même personne.
     */
    public Optional<Survivant> survivant(Identifiant ferme) {
        return Optional.ofNullable(lignees.survivant(ferme));
    }

    /**
     * Les comptes que celui-ci a absorbés, à travers toute la chaîne, du plus ancien au plus récent ; vide si aucun. N'y sont ni ceux qu'un
     * établissement a repris, ni ceux dont l'identité n'était pas la même, ni ce qu'ils avaient eux-mêmes absorbé : leur passé peut être
     * celui d'une autre personne.
     */
    public List<CompteAbsorbe> absorbes(long compteId) {
        return lignees.absorbes(compteId);
    }

    /** Par où chacun de ces élèves est venu sur ce compte ; une entrée par élève. */
    public Map<Long, Provenance> provenances(long compteId, Collection<Long> eleves) {
        List<Arrivee> histoire = eleves.isEmpty() ? List.of() : lignees.arrivees(compteId, eleves);
        return eleves.stream()
                .distinct()
                .collect(Collectors.toMap(eleve -> eleve, eleve -> Provenance.de(compteId, eleve, histoire)));
    }

    /**
     * Quel compte porte aujourd'hui ces élèves, que des comptes ont portés : celui où mène la chaîne des regroupements s'il a encore un lien
     * vivant (ACTIF ou CONTESTE), sinon celui qu'une rupture a fait pour l'élève. Un lien dont l'élève n'est plus porté n'est pas rendu.
     */
    public Map<LienDOrigine, Long> porteurs(Collection<LienDOrigine> liens) {
        Map<LienDOrigine, Long> porteurs = new HashMap<>();
        parLots(
                liens,
                lot -> lignees.porteurs(lot).forEach(porteur -> porteurs.put(porteur.lien(), porteur.porteurId())));
        return porteurs;
    }

    /**
     * À quel compte revient chacun de ces liens, qui n'existe plus : une rupture avait pu en faire partir l'élève, vers un compte nouveau,
     * regroupé depuis peut-être. Un lien qui revient à son compte n'est pas rendu ; le compte rendu peut être fermé.
     *
     * @param liens des comptes ouverts
     */
    public Map<LienDOrigine, Long> apresRupture(Collection<LienDOrigine> liens) {
        List<LigneeMapper.Depart> departs = new ArrayList<>();
        parLots(liens.stream().map(LienDOrigine::eleveId).toList(), lot -> departs.addAll(lignees.departs(lot)));
        if (departs.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> aboutissements = aboutissements(departs.stream()
                .flatMap(depart -> Stream.of(depart.sourceId(), depart.nouveauId()))
                .toList());
        Map<LienDOrigine, Long> revenus = new HashMap<>();
        for (LienDOrigine lien : liens) {
            long compte = lien.compteId();
            for (LigneeMapper.Depart depart : departs) {
                if (depart.eleveId() == lien.eleveId()
                        && Objects.equals(aboutissements.get(depart.sourceId()), compte)) {
                    compte = aboutissements.getOrDefault(depart.nouveauId(), compte);
                }
            }
            if (compte != lien.compteId()) {
                revenus.put(lien, compte);
            }
        }
        return revenus;
    }

    /** À quels comptes chacun est relié ; un compte jamais regroupé ni cassé n'est pas rendu : sa parenté est {@link Parente#AUCUNE}. */
    public Map<Long, Parente> parentes(Collection<Long> comptes) {
        Map<Long, List<LigneeMapper.Parent>> lignes = new HashMap<>();
        parLots(
                comptes,
                lot -> lignees.parents(lot)
                        .forEach(parent -> lignes.computeIfAbsent(parent.origineId(), id -> new ArrayList<>())
                                .add(parent)));
        Map<Long, Parente> parentes = new HashMap<>();
        lignes.forEach((compte, siennes) -> parentes.put(compte, Parente.de(siennes)));
        return parentes;
    }

    private static <T> void parLots(Collection<T> tous, Consumer<List<T>> demander) {
        List<T> distincts = new ArrayList<>(new LinkedHashSet<>(tous));
        for (int debut = 0; debut < distincts.size(); debut += LOT) {
            demander.accept(distincts.subList(debut, Math.min(debut + LOT, distincts.size())));
        }
    }
}
