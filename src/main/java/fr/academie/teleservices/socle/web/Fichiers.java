package fr.academie.teleservices.socle.web;

import fr.academie.teleservices.socle.csv.EcritureCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Les fichiers remis au navigateur : enregistrés sous leur nom plutôt qu'affichés, et gardés dans aucun cache. */
public final class Fichiers {

    public static final String PDF = "application/pdf";

    private Fichiers() {}

    /**
     * Annonce le fichier ; son contenu reste à écrire.
     *
     * @param nom proposé à qui l'enregistre ; ne doit rien à la requête : ni guillemet ni saut de ligne
     */
    public static void annoncer(HttpServletResponse reponse, String type, String nom) {
        reponse.setContentType(type);
        reponse.setHeader("Content-Disposition", "attachment; filename=\"" + nom + "\"");
        reponse.setHeader("Cache-Control", "no-store");
    }

    /** Commence un tableau CSV, à remplir ligne à ligne. */
    public static EcritureCsv csv(HttpServletResponse reponse, String nom) throws IOException {
        annoncer(reponse, EcritureCsv.TYPE, nom);
        return new EcritureCsv(reponse.getWriter());
    }

    /** Envoie un fichier déjà fait, avec sa taille. */
    public static void envoyer(HttpServletResponse reponse, String type, String nom, byte[] contenu)
            throws IOException {
        annoncer(reponse, type, nom);
        reponse.setContentLength(contenu.length);
        reponse.getOutputStream().write(contenu);
    }
}
