package fr.academie.teleservices.alimentation.siecle.web;

import java.util.Map;

/** L'envoi n'est pas de ceux que l'on sait lire : une raison par champ ; la clé vide est celle de tout l'envoi. */
final class RemiseRefusee extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, RefusDeRemise> raisons;

    RemiseRefusee(Map<String, RefusDeRemise> raisons) {
        super(raisons.toString());
        this.raisons = raisons;
    }

    RemiseRefusee(RefusDeRemise raison) {
        this(Map.of("", raison));
    }

    Map<String, RefusDeRemise> raisons() {
        return raisons;
    }
}
