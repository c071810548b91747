package fr.academie.teleservices.socle.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Répond « page introuvable » à la place de la page : rien n'y dit si ce qui est demandé existe. */
public final class Introuvable {

    private Introuvable() {}

    /** Répond 404 et clôt la requête Faces en cours ; sans effet si elle l'est déjà. */
    public static void repondre() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getResponseComplete()) {
            return;
        }
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
