package fr.academie.teleservices.rapprochement;

import java.util.Map;

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
}
