package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.socle.texte.Gabarit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Une page d'ENT à la manière d'ARGOS / Osé, à la racine du serveur, avec la tuile « Téléservices ».
 *
 * <p>Les autres tuiles ne mènent nulle part et le disent.
 */
public final class PortailDeDemonstration extends ServletDeDemonstration {

    private final String accueil;
    private final String introuvable;

    /**
     * Le portail d'une académie.
     *
     * @param academie nom affiché, par exemple « Académie de Bordeaux »
     * @param ent nom de l'ENT, par exemple « ARGOS / Osé »
     */
    public PortailDeDemonstration(String academie, String ent) {
        Map<String, String> noms = Map.of("academie", academie, "ent", ent);
        accueil = Gabarit.balise(PortailDeDemonstration.class, "portail.html").rendre(noms);
        introuvable =
                Gabarit.balise(PortailDeDemonstration.class, "introuvable.html").rendre(noms);
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String chemin = chemin(requete);
        if ("/".equals(chemin)) {
            page(reponse, 200, accueil);
        } else if (!chemin.startsWith("/portail/") || !fichier(reponse, chemin.substring("/portail/".length()))) {
            page(reponse, 404, introuvable);
        }
    }
}
