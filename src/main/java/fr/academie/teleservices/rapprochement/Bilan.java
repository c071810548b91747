package fr.academie.teleservices.rapprochement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un aperçu ou un rapport compte.
 *
 * @param aRegrouper les comptes à fermer, faits ou non
 * @param issues ce que ceux-là sont devenus ; vide avant la validation
 * @param laissees ce qu'on laisse, motif par motif
 */
public record Bilan(int aRegrouper, Map<IssueDUnePaire, Integer> issues, Map<MotifLaisse, Integer> laissees) {

    public Bilan {
        issues = Map.copyOf(issues);
        laissees = Map.copyOf(laissees);
    }

    /** Combien de paires pour chaque code de {@link RechercheDePaires#CODES}, dans leur ordre, sans les zéros. */
    public Map<String, Integer> parCode() {
        Map<String, Integer> tous = new LinkedHashMap<>();
        int restent = aRegrouper
                - issues.values().stream().mapToInt(Integer::intValue).sum();
        if (restent > 0) {
            tous.put(RechercheDePaires.A_REGROUPER, restent);
        }
        for (IssueDUnePaire issue : IssueDUnePaire.values()) {
            ajouter(tous, issue.name(), issues.get(issue));
        }
        for (MotifLaisse motif : MotifLaisse.values()) {
            ajouter(tous, motif.name(), laissees.get(motif));
        }
        return tous;
    }

    private static void ajouter(Map<String, Integer> tous, String code, @Nullable Integer nombre) {
        if (nombre != null && nombre > 0) {
            tous.put(code, nombre);
        }
    }
}
