package fr.academie.teleservices.socle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * L'adresse où revient une personne dont le formulaire est arrivé trop tard (session finie, état de la page perdu) : la même page, avec
 * le motif, et de quoi la retrouver. Rien de ce que le formulaire demandait n'est fait.
 *
 * <p>Seuls ces paramètres suivent, et s'ils ont la forme attendue : ni texte saisi, ni mot de passe.
 */
public final class Reprise {

    private static final Map<String, Predicate<String>> SUIVENT = suivent();

    private Reprise() {}

    /** Cette page, avec le motif et ce qui permet de la retrouver : {@code /etablissement/rupture?motif=SESSION_EXPIREE&compte=12}. */
    public static String adresse(String page, HttpServletRequest requete) {
        Question question = new Question(page).avec("motif", "SESSION_EXPIREE");
        for (Map.Entry<String, Predicate<String>> suit : SUIVENT.entrySet()) {
            String valeur = requete.getParameter(suit.getKey());
            if (valeur != null && suit.getValue().test(valeur)) {
                question = question.avec(suit.getKey(), valeur);
            }
        }
        return question.adresse();
    }

    private static Map<String, Predicate<String>> suivent() {
        Map<String, Predicate<String>> formes = new LinkedHashMap<>();
        for (String numero : List.of("id", "compte", "eleve", "agent", "lien")) {
            formes.put(numero, valeur -> Parametres.numero(valeur).isPresent());
        }
        for (String jeton : List.of("demande", "jeton")) {
            formes.put(jeton, valeur -> Parametres.jeton(valeur).isPresent());
        }
        formes.put("uai", valeur -> Parametres.uai(valeur) != null);
        formes.put("classe", Pattern.compile("[\\p{L}0-9 ._-]{1,20}").asMatchPredicate());
        formes.put("identifiant", Pattern.compile("[A-Za-z0-9._-]{1,64}").asMatchPredicate());
        return Collections.unmodifiableMap(formes);
    }
}
