package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.Retrait;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un regroupement fait des liens des deux comptes : chaque élève une fois, au niveau le plus fort, actif s'il l'est d'un
 * côté ; aucun lien ne reste au compte fermé. Source : DOMAIN §3.
 *
 * @param liens par id d'élève croissant
 */
public record PlanDeRegroupement(List<LienRegroupe> liens) {

    /** Calcule le plan depuis tous les liens des deux comptes, retirés compris, dans un ordre quelconque. */
    public static PlanDeRegroupement calculer(long principalId, long secondaireId, List<Rattachement> rattachements) {
        Map<Long, LienRegroupe> parEleve = new TreeMap<>();
        rattachements.stream()
                .sorted(Comparator.comparingLong(Rattachement::id))
                .forEach(r -> {
                    LienRegroupe seul;
                    if (r.responsableId() == principalId) {
                        seul = LienRegroupe.seul(r, true);
                    } else if (r.responsableId() == secondaireId) {
                        seul = LienRegroupe.seul(r, false);
                    } else {
                        throw new IllegalArgumentException("Lien d'un autre compte.");
                    }
                    parEleve.merge(r.eleveId(), seul, PlanDeRegroupement::fusionner);
                });
        return new PlanDeRegroupement(List.copyOf(parEleve.values()));
    }

    private static LienRegroupe fusionner(LienRegroupe un, LienRegroupe autre) {
        Rattachement principal = un.principal() != null ? un.principal() : autre.principal();
        Rattachement secondaire = un.secondaire() != null ? un.secondaire() : autre.secondaire();
        if (principal == null || secondaire == null) {
            throw new IllegalArgumentException("Deux liens du même compte vers le même élève.");
        }
        return LienRegroupe.fusionner(principal, secondaire);
    }

    /** Les liens du principal une fois ce plan exécuté. */
    List<Rattachement> apres(long principalId) {
        return liens.stream().map(l -> l.confie(principalId)).toList();
    }

    /** Les liens du secondaire qui changent simplement de compte. */
    public List<Long> deplaces() {
        return liens.stream()
                .filter(l -> l.principal() == null)
                .map(LienRegroupe::secondaire)
                .filter(Objects::nonNull)
                .map(Rattachement::id)
                .toList();
    }

    /** Les liens du secondaire dont l'élève est déjà au principal : ils disparaissent. */
    public List<Long> doublons() {
        return liens.stream()
                .filter(l -> l.principal() != null)
                .map(LienRegroupe::secondaire)
                .filter(Objects::nonNull)
                .map(Rattachement::id)
                .toList();
    }

    /** Les liens du principal que le lien du secondaire change : niveau plus fort, état meilleur, ou seulement d'où il vient. */
    public List<Releve> releves() {
        return liens.stream().flatMap(l -> releve(l).stream()).toList();
    }

    private static Optional<Releve> releve(LienRegroupe lien) {
        Rattachement avant = lien.principal();
        if (avant == null) {
            return Optional.empty();
        }
        Releve releve = new Releve(avant.id(), lien.apres(), lien.origine(), lien.retrait());
        return releve.equals(new Releve(avant.id(), avant.qualite(), avant.origine(), avant.retrait()))
                ? Optional.empty()
                : Optional.of(releve);
    }

    /**
     * Un lien du principal, tel que le regroupement le laisse.
     *
     * @param retrait nul s'il vit, ou si nul ne sait ce qui l'a retiré
     */
    public record Releve(
            long id,
            Qualite qualite,
            OrigineRattachement origine,
            @Nullable Retrait retrait) {}
}
