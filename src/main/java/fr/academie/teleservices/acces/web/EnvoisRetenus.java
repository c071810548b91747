package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.web.EnvoiRetenu.Champ;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Le formulaire que la session garde pendant que la personne redonne son mot de passe : un seul, le dernier. */
final class EnvoisRetenus {

    private static final String ATTRIBUT = EnvoiRetenu.class.getName();
    private static final int TAILLE_MAXIMALE = 100_000;
    private static final List<String> SECRETS = List.of("motdepasse", "password", "actuel");

    private EnvoisRetenus() {}

    /** Retient ce formulaire ; faux s'il est trop gros pour l'être. */
    static boolean retenir(HttpServletRequest requete, String chemin) {
        List<Champ> champs = new ArrayList<>();
        int taille = 0;
        for (Map.Entry<String, String[]> champ : requete.getParameterMap().entrySet()) {
            String nom = champ.getKey().toLowerCase(Locale.ROOT);
            if (SECRETS.stream().noneMatch(nom::contains)) {
                for (String valeur : champ.getValue()) {
                    champs.add(new Champ(champ.getKey(), valeur));
                    taille += nom.length() + valeur.length();
                }
            }
        }
        if (taille <= TAILLE_MAXIMALE) {
            requete.getSession().setAttribute(ATTRIBUT, new EnvoiRetenu(chemin, List.copyOf(champs)));
        }
        return taille <= TAILLE_MAXIMALE;
    }

    /** Celui que cette session retient ; vide si aucun. */
    static Optional<EnvoiRetenu> de(HttpServletRequest requete) {
        return Stream.ofNullable(requete.getSession(false))
                .map(http -> http.getAttribute(ATTRIBUT))
                .filter(EnvoiRetenu.class::isInstance)
                .map(EnvoiRetenu.class::cast)
                .findFirst();
    }

    /** Un formulaire est reçu : plus rien n'est à renvoyer. */
    static void oublier(HttpServletRequest requete) {
        HttpSession http = requete.getSession(false);
        if (http != null) {
            http.removeAttribute(ATTRIBUT);
        }
    }
}
