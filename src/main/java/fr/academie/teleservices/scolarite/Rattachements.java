package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.scolarite.CalculDuLien.LienLu;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Les rattachements, calculés des constats : la règle est celle de {@link CalculDuLien}. Deux lectures et deux écritures, qu'il y ait un
 * couple ou deux mille ; ce que le calcul a fait de chacun est rendu, pour le journal, les événements et le rapport d'un import.
 */
@Singleton
public final class Rattachements {

    /** Au-delà, des paquets ; en deçà, une seule instruction fait un aller-retour de moins. */
    private static final int BEAUCOUP = 20;

    private final Transactions transactions;
    private final CompteService comptes;
    private final ScolariteMapper scolarite;
    private final PersonnesEnAttente attentes;

    @Inject
    public Rattachements(CompteService comptes, Transactions transactions) {
        this.transactions = transactions;
        this.comptes = comptes;
        this.scolarite = transactions.mapper(ScolariteMapper.class);
        this.attentes = new PersonnesEnAttente(transactions);
    }

    /**
     * Met le lien de chaque couple d'accord avec ses constats, dans la transaction de l'appelant. Les comptes sont verrouillés dans l'ordre
     * de leurs id : qui écrit des constats les a déjà verrouillés, par {@link CompteService#verrouiller(Collection)}, avant de les écrire. La
     * version d'un compte dont un lien change avance.
     *
     * @param couples quelques milliers au plus ; un couple deux fois n'en fait qu'un
     * @return un effet par couple, par compte puis par élève ; vide si {@code couples} l'est
     */
    public List<LienCalcule> recalculer(Collection<Couple> couples, Instant le) {
        if (couples.isEmpty()) {
            return List.of();
        }
        comptes.verrouiller(
                couples.stream().map(Couple::responsableId).distinct().toList());
        return recalculerSousVerrou(couples, le);
    }

    /** De même, pour qui tient déjà tous ces comptes : les verrouiller de nouveau les relirait. */
    public List<LienCalcule> recalculerSousVerrou(Collection<Couple> couples, Instant le) {
        if (couples.isEmpty()) {
            return List.of();
        }
        Set<Couple> voulus = new HashSet<>(couples);
        List<Long> ids = couples.stream().map(Couple::responsableId).distinct().toList();
        Map<Couple, LienLu> lus = lire(ids);
        lus.keySet().retainAll(voulus);
        voulus.forEach(couple -> lus.computeIfAbsent(couple, LienLu::absent));
        return ecrire(lus.values(), le);
    }

    /** De même pour tous les couples de ces comptes : leurs liens, retirés compris, et leurs constats. */
    public List<LienCalcule> recalculerLesComptes(Collection<Long> ids, Instant le) {
        if (ids.isEmpty()) {
            return List.of();
        }
        comptes.verrouiller(ids);
        return ecrire(lire(ids).values(), le);
    }

    /**
     * Verrouille une personne qu'une source nomme et qui n'a pas de compte, sous toutes ses identités, dans la transaction de l'appelant : à
     * faire avant de lire si elle attend encore.
     */
    public void tenir(long identiteId) {
        attentes.verrouiller(List.of(identiteId));
    }

    /** La personne de cette identité, sans compte, prend celui-ci sous toutes ses identités, comme dans {@link #nommer(Map, Instant)}. */
    public List<LienCalcule> nommer(long identiteId, long compteId, Instant le) {
        Map<Long, Long> comptesDe = new TreeMap<>();
        attentes.verrouiller(List.of(identiteId))
                .sansCompte(List.of(identiteId))
                .forEach(id -> comptesDe.put(id, compteId));
        return nommer(comptesDe, le);
    }

    /**
     * Des identités qui n'avaient pas de compte prennent chacune celui-ci ; identités et comptes sont verrouillés dans la transaction de
     * l'appelant. Les constats qu'aucun compte ne portait les suivent, et les liens des comptes sont calculés. Le premier compte qu'une
     * identité a nommé, s'il y en a eu un, ne change pas.
     */
    public List<LienCalcule> nommer(Map<Long, Long> comptesDe, Instant le) {
        List<Map<String, Long>> lignes = new TreeMap<>(comptesDe)
                .entrySet().stream()
                        .map(e -> Map.of("identiteId", e.getKey(), "compteId", e.getValue()))
                        .toList();
        transactions.parPaquets(ScolariteMapper.class, "nommerUne", lignes);
        transactions.parPaquets(ScolariteMapper.class, "porterSesConstats", lignes);
        return recalculerLesComptes(new TreeSet<>(comptesDe.values()), le);
    }

    /** Chaque couple de ces comptes qui a un lien, ou que dit une source ; les constats se comparent ici, par un index et sans jointure. */
    private Map<Couple, LienLu> lire(Collection<Long> ids) {
        Map<Couple, LienLu> lus =
                new TreeMap<>(Comparator.comparingLong(Couple::responsableId).thenComparingLong(Couple::eleveId));
        scolarite.aCalculer(ids).forEach(lu -> lus.put(lu.couple(), lu));
        scolarite
                .dits(ids)
                .forEach(dit -> lus.put(
                        dit.couple(),
                        lus.getOrDefault(dit.couple(), LienLu.absent(dit.couple()))
                                .dit(dit.titre())));
        return lus;
    }

    private List<LienCalcule> ecrire(Collection<LienLu> lus, Instant le) {
        List<LienCalcule> effets = new ArrayList<>();
        List<LienCalcule> crees = new ArrayList<>();
        Map<List<Object>, Ecriture> changes = new LinkedHashMap<>();
        TreeSet<Long> touches = new TreeSet<>();
        for (LienLu lu : lus) {
            LienCalcule effet = CalculDuLien.calculer(lu);
            effets.add(effet);
            if (effet.aChange()) {
                touches.add(effet.couple().responsableId());
                if (lu.lienId() == null) {
                    crees.add(effet);
                } else {
                    boolean rouvert = effet.effet() == LienCalcule.Effet.ROUVERT;
                    Qualite apres = Objects.requireNonNull(effet.apres());
                    changes.computeIfAbsent(
                                    List.of(apres, rouvert), cle -> new Ecriture(apres, rouvert, new ArrayList<>()))
                            .ids()
                            .add(lu.lienId());
                }
            }
        }
        if (crees.size() > BEAUCOUP) {
            transactions.parPaquets(
                    ScolariteMapper.class,
                    "creerUnCalcule",
                    crees.stream().map(l -> Map.of("l", l, "le", le)).toList());
        } else if (!crees.isEmpty()) {
            scolarite.creerLesCalcules(crees, le);
        }
        if (!changes.isEmpty()) {
            scolarite.changerLesCalcules(List.copyOf(changes.values()), le);
        }
        if (!touches.isEmpty()) {
            comptes.avancer(touches);
        }
        return effets;
    }

    /** Ce que deviennent ensemble des liens qui existaient. */
    record Ecriture(Qualite qualite, boolean rouvert, List<Long> ids) {}
}
