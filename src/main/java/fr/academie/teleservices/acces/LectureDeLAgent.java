package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lit dans la réponse du CAS le nom d'un agent et ses établissements. Source : annexe opérationnelle SDET ({@code FrEduRne},
 * {@code FrEduRneResp} : l'UAI, puis {@code $} et d'autres champs).
 *
 * <p>Une valeur qui ne commence pas par une UAI n'ouvre rien. On agit là où l'on dirige.
 */
record LectureDeLAgent(ProfilAcademie.Agents attributs) {

    private static final Pattern UAI = Pattern.compile("([0-9]{7}[A-Za-z])(?:$|[^0-9A-Za-z].*)", Pattern.DOTALL);

    AgentDuCas lire(Map<String, Object> recus) {
        Set<String> diriges = uais(recus, attributs.uaiDirige());
        Set<String> uais = Stream.concat(uais(recus, attributs.uai()).stream(), diriges.stream())
                .collect(Collectors.toSet());
        return new AgentDuCas(
                texte(recus, attributs.nom()), texte(recus, attributs.prenom()), new Habilitations(uais, diriges));
    }

    private static Set<String> uais(Map<String, Object> recus, String attribut) {
        return valeurs(recus, attribut)
                .map(UAI::matcher)
                .filter(Matcher::matches)
                .map(lue -> lue.group(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static String texte(Map<String, Object> recus, String attribut) {
        return valeurs(recus, attribut).findFirst().orElse("");
    }

    private static Stream<String> valeurs(Map<String, Object> recus, String attribut) {
        Object brut = recus.get(attribut);
        Collection<?> valeurs = brut == null ? List.of() : brut instanceof Collection<?> c ? c : List.of(brut);
        return valeurs.stream().map(valeur -> String.valueOf(valeur).strip());
    }
}
