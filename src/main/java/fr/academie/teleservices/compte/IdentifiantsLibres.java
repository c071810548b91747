package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Les identifiants encore libres de quelques centaines de radicaux réservés : {@code radical}, puis {@code radical1}, {@code radical2}… Ce
 * qui est pris se demande identifiant par identifiant, quatre fois plus loin à chaque fois : par l'index unique, un numéro après l'autre
 * n'en demanderait qu'un, et tous ceux qui commencent pareil feraient comparer chaque compte à chaque radical.
 */
final class IdentifiantsLibres {

    private static final int PLUS_LOIN = 4;

    private final CompteMapper comptes;
    private final Map<String, Deque<String>> libres = new HashMap<>();
    /** Combien de numéros de chaque radical ont été demandés. */
    private final Map<String, Integer> demandes = new HashMap<>();

    private final Set<String> donnes = new HashSet<>();

    /**
     * Cherche de quoi donner à chacun ; dans la transaction qui a réservé ces radicaux.
     *
     * @param voulus un radical autant de fois qu'il faudra d'identifiants
     */
    IdentifiantsLibres(CompteMapper comptes, Collection<String> voulus) {
        this.comptes = comptes;
        Map<String, Integer> combien = new TreeMap<>();
        voulus.forEach(radical -> combien.merge(radical, 1, Integer::sum));
        chercher(combien);
    }

    /** Le premier identifiant libre de ce radical, qui ne l'est plus. */
    String prendre(String radical) {
        String libre;
        do {
            Deque<String> siens = siens(radical);
            if (siens.isEmpty()) {
                chercher(Map.of(radical, 1));
            }
            libre = siens.remove();
        } while (!donnes.add(libre));
        return libre;
    }

    private void chercher(Map<String, Integer> combien) {
        Map<String, Integer> restent = new TreeMap<>(combien);
        while (!restent.isEmpty()) {
            Map<String, Deque<String>> candidats = new TreeMap<>();
            restent.forEach((radical, voulus) -> candidats.put(radical, suivants(radical, voulus)));
            JsonArrayBuilder tous = FabriqueJson.tableau();
            candidats.values().forEach(siens -> siens.forEach(tous::add));
            Set<String> pris =
                    new HashSet<>(comptes.identifiantsPrisParmi(tous.build().toString()));
            candidats.forEach((radical, candidatsDuRadical) -> candidatsDuRadical.stream()
                    .filter(candidat -> !pris.contains(candidat))
                    .forEach(siens(radical)::add));
            restent.entrySet().removeIf(reste -> siens(reste.getKey()).size() >= reste.getValue());
        }
    }

    private Deque<String> suivants(String radical, int voulus) {
        int debut = demandes.getOrDefault(radical, 0);
        int fin = debut == 0 ? voulus : debut * PLUS_LOIN;
        demandes.put(radical, fin);
        Deque<String> suivants = new ArrayDeque<>();
        for (int numero = debut; numero < fin; numero++) {
            suivants.add(numero == 0 ? radical : radical + numero);
        }
        return suivants;
    }

    private Deque<String> siens(String radical) {
        return Objects.requireNonNull(libres.computeIfAbsent(radical, r -> new ArrayDeque<>()));
    }
}
