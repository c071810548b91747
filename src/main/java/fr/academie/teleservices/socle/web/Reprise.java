package fr.academie.teleservices.socle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * L'adresse où revient une personne dont le formulaire est arrivé trop tard (session finie, état de la page perdu) : la même page, avec
 * le motif, et de quoi la retrouver. Rien de ce que le formulaire demandait n'est fait.
 *
 * <p>Seuls ces paramètres suivent, et s'ils ont la forme attendue : ni texte saisi, ni mot de passe.
 */
public final class Reprise {

    private static final String NUMERO = "[0-9]{1,18}";
    private static final String JETON = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Map<String, Pattern> SUIVENT = suivent();

    private Reprise() {}

    /** Cette page, avec le motif et ce qui permet de la retrouver : {@code /etablissement/rupture?motif=SESSION_EXPIREE&compte=12}. */
    public static String adresse(String page, HttpServletRequest requete) {
        Question question = new Question(page).avec("motif", "SESSION_EXPIREE");
        for (Map.Entry<String, Pattern> suit : SUIVENT.entrySet()) {
            String valeur = requete.getParameter(suit.getKey());
            if (valeur != null && suit.getValue().matcher(valeur).matches()) {
                question = question.avec(suit.getKey(), valeur);
            }
        }
        return question.adresse();
    }

    private static Map<String, Pattern> suivent() {
        Map<String, Pattern> formes = new LinkedHashMap<>();
        for (String numero : List.of("id", "compte", "eleve", "agent", "lien")) {
            formes.put(numero, Pattern.compile(NUMERO));
        }
        for (String jeton : List.of("demande", "jeton")) {
            formes.put(jeton, Pattern.compile(JETON));
        }
        formes.put("uai", Pattern.compile("[0-9]{7}[A-Z]"));
        formes.put("classe", Pattern.compile("[\\p{L}0-9 ._-]{1,20}"));
        formes.put("identifiant", Pattern.compile("[A-Za-z0-9._-]{1,64}"));
        return Collections.unmodifiableMap(formes);
    }
}
