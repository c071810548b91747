package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Les adresses publiques autorisées : un nom d'hôte forgé ne donne jamais une adresse de retour. */
@Singleton
public final class Adresses {

    private final List<String> origines;

    @Inject
    public Adresses(Reglages reglages) {
        origines = reglages.adresses().stream().map(Adresses::origine).toList();
    }

    /** L'origine (schéma, hôte, port) par laquelle la requête est arrivée ; vide si elle n'est pas de celles des réglages. */
    public Optional<String> origine(HttpServletRequest requete) {
        String demandee = origine(requete.getScheme(), requete.getServerName(), requete.getServerPort());
        return origines.stream().filter(demandee::equalsIgnoreCase).findFirst();
    }

    /** L'adresse de l'application dans un courriel : celle des réglages, jamais celle que la requête prétend. */
    public String adressePublique(String contexte) {
        return origines.get(0) + contexte;
    }

    public boolean estAutorisee(String origine) {
        return origines.stream().anyMatch(origine::equalsIgnoreCase);
    }

    private static String origine(URI adresse) {
        int port = adresse.getPort();
        int defaut = "https".equals(adresse.getScheme()) ? 443 : 80;
        return origine(adresse.getScheme(), adresse.getHost(), port < 0 ? defaut : port);
    }

    private static String origine(String schema, String hote, int port) {
        boolean ordinaire = ("https".equals(schema) && port == 443) || ("http".equals(schema) && port == 80);
        return schema + "://" + hote + (ordinaire ? "" : ":" + port);
    }
}
