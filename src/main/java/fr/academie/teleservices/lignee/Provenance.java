package fr.academie.teleservices.lignee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Par quels regroupements un élève est venu sur un compte, du plus proche au plus ancien : A a absorbé B, puis C a absorbé A, et
 * l'élève de B est sur C par deux regroupements. Vide s'il n'est venu par aucun.
 */
public record Provenance(List<Arrivee> arrivees) {

    /** L'élève n'est venu par aucun regroupement. */
    public static final Provenance AUCUNE = new Provenance(List.of());

    /** Remonte la chaîne depuis {@code compteId} ; {@code histoire} porte tous les regroupements de sa lignée. */
    static Provenance de(long compteId, long eleveId, List<Arrivee> histoire) {
        List<Arrivee> chaine = new ArrayList<>();
        Optional<Arrivee> derniere = derniere(compteId, eleveId, histoire);
        while (derniere.isPresent()) {
            chaine.add(derniere.get());
            derniere =
                    derniere(derniere.get().secondaireId(), eleveId, histoire).filter(a -> !a.dejaAuPrincipal());
        }
        return new Provenance(List.copyOf(chaine));
    }

    private static Optional<Arrivee> derniere(long principalId, long eleveId, List<Arrivee> histoire) {
        return histoire.stream()
                .filter(a -> a.principalId() == principalId && a.eleveId() == eleveId && a.enVigueur())
                .max(Comparator.comparingLong(Arrivee::regroupementId));
    }

    /** Le dernier regroupement, celui que la rupture défait d'abord ; vide si l'élève n'est venu par aucun. */
    public Optional<Arrivee> derniere() {
        return arrivees.stream().findFirst();
    }

    /** Le compte d'où l'élève est venu au départ ; vide s'il n'est venu par aucun regroupement. */
    public Optional<Arrivee> origine() {
        return arrivees.isEmpty() ? Optional.empty() : Optional.of(arrivees.get(arrivees.size() - 1));
    }
}
