package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
                        seul = new LienRegroupe(r.eleveId(), r, null, r.qualite());
                    } else if (r.responsableId() == secondaireId) {
                        seul = new LienRegroupe(r.eleveId(), null, r, r.qualite());
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
        Qualite apres = principal.qualite().fusionner(secondaire.qualite());
        return new LienRegroupe(un.eleveId(), principal, secondaire, apres);
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

    /** Les liens du principal que le lien du secondaire relève (niveau plus fort, ou état meilleur). */
    public List<Releve> releves() {
        return liens.stream()
                .filter(l -> l.principal() != null && !l.apres().equals(l.avantPrincipal()))
                .map(l -> new Releve(Objects.requireNonNull(l.principal()).id(), l.apres()))
                .toList();
    }

    /** Un lien du principal et sa nouvelle qualité. */
    public record Releve(long id, Qualite qualite) {}
}
