package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Le nom et le chemin des cookies de l'application.
 *
 * <p>En HTTPS, le préfixe {@code __Host-} : le navigateur n'accepte un tel nom que {@code Secure}, au chemin {@code /} et sans
 * domaine ; ni un site voisin ({@code *.ac-x.fr}), ni une réponse en clair ne peuvent donc en poser un. Au chemin {@code /}, deux
 * applications du même serveur se verraient l'une l'autre : le nom dit laquelle. Source : RFC 6265bis, §4.1.3.2.
 */
@Singleton
public final class Cookies {

    private static final String PREFIXE = "__Host-";

    private final boolean chiffre;

    @Inject
    public Cookies(Reglages reglages) {
        chiffre = reglages.entierementChiffre();
    }

    /** Vrai s'ils ne doivent partir que par HTTPS. */
    public boolean secure() {
        return chiffre;
    }

    /**
     * Le nom d'un cookie de cette application.
     *
     * @param contexte chemin de l'application ({@code /teleservices}), le même pour toutes ses versions ; vide à la racine
     */
    public String nom(String contexte, String nom) {
        String application = contexte.isEmpty() ? "" : contexte.substring(1).replaceAll("[^A-Za-z0-9_-]", "-") + "-";
        return (chiffre ? PREFIXE : "") + application + nom;
    }

    /** Le chemin où il est envoyé. */
    public String chemin(String contexte) {
        return chiffre || contexte.isEmpty() ? "/" : contexte;
    }
}
