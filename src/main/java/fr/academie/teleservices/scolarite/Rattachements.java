package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.scolarite.CalculDuLien.LienLu;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Les rattachements, calculés des constats : la règle est celle de {@link CalculDuLien}. Une lecture et deux écritures, qu'il y ait un
 * couple ou deux mille ; ce que le calcul a fait de chacun est rendu, pour le journal, les événements et le rapport d'un import.
 */
@Singleton
public final class Rattachements {

    private final CompteService comptes;
    private final ScolariteMapper scolarite;

    @Inject
    public Rattachements(CompteService comptes, Transactions transactions) {
        this.comptes = comptes;
        this.scolarite = transactions.mapper(ScolariteMapper.class);
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
        comptes.verrouiller(couples.stream().map(Couple::responsableId).collect(Collectors.toCollection(TreeSet::new)));
        return ecrire(scolarite.aCalculer(enJson(couples)), le);
    }

    /** De même pour tous les couples de ces comptes : leurs liens, retirés compris, et leurs constats. */
    public List<LienCalcule> recalculerLesComptes(Collection<Long> ids, Instant le) {
        if (ids.isEmpty()) {
            return List.of();
        }
        comptes.verrouiller(ids);
        return ecrire(scolarite.aCalculerDesComptes(ids), le);
    }

    /**
     * La personne qu'une source nomme, et qui n'avait pas de compte, prend celui-ci, verrouillé dans la transaction de l'appelant ; les
     * constats qu'aucun compte ne portait le suivent, et ses liens sont calculés. Le premier compte qu'elle a nommé, s'il y en a eu un, ne
     * change pas.
     */
    public List<LienCalcule> nommer(long identiteId, long compteId, Instant le) {
        scolarite.nommer(identiteId, compteId);
        return recalculerLesComptes(List.of(compteId), le);
    }

    private List<LienCalcule> ecrire(List<LienLu> lus, Instant le) {
        JsonArrayBuilder crees = FabriqueJson.tableau();
        JsonArrayBuilder changes = FabriqueJson.tableau();
        TreeSet<Long> touches = new TreeSet<>();
        int nouveaux = 0;
        List<LienCalcule> effets = lus.stream().map(CalculDuLien::calculer).toList();
        for (int i = 0; i < effets.size(); i++) {
            LienCalcule effet = effets.get(i);
            if (!effet.aChange()) {
                continue;
            }
            touches.add(effet.couple().responsableId());
            Long lienId = lus.get(i).lienId();
            if (lienId == null) {
                crees.add(ligne(effet)
                        .add("responsable", effet.couple().responsableId())
                        .add("eleve", effet.couple().eleveId()));
                nouveaux++;
            } else {
                changes.add(ligne(effet)
                        .add("id", lienId)
                        .add("rouvert", effet.effet() == LienCalcule.Effet.ROUVERT ? 1 : 0));
            }
        }
        if (nouveaux > 0) {
            scolarite.creerLesCalcules(crees.build().toString(), le);
        }
        String aChanger = changes.build().toString();
        if (aChanger.length() > 2) {
            scolarite.changerLesCalcules(aChanger, le);
        }
        if (!touches.isEmpty()) {
            comptes.avancer(touches);
        }
        return effets;
    }

    private static JsonObjectBuilder ligne(LienCalcule effet) {
        Qualite apres = Objects.requireNonNull(effet.apres());
        return RattachementsJson.qualite(apres);
    }

    private static String enJson(Collection<Couple> couples) {
        JsonArrayBuilder lignes = FabriqueJson.tableau();
        couples.stream()
                .distinct()
                .forEach(c ->
                        lignes.add(FabriqueJson.tableau().add(c.responsableId()).add(c.eleveId())));
        return lignes.build().toString();
    }
}
