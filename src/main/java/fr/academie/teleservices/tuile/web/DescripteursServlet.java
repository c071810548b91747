package fr.academie.teleservices.tuile.web;

import fr.academie.teleservices.tuile.Descripteur;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code GET /tuile/descripteurs/<fichier>} : un descripteur, tel quel ; 404 si le fichier n'est pas l'un d'eux. */
@Singleton
public final class DescripteursServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DescripteursBean descripteurs;

    @Inject
    public DescripteursServlet(DescripteursBean descripteurs) {
        this.descripteurs = descripteurs;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Optional<Descripteur> demande = descripteurs.getListe().stream()
                .filter(d -> ("/" + d.fichier()).equals(requete.getPathInfo()))
                .findFirst();
        if (demande.isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        reponse.setContentType(demande.get().type());
        reponse.setCharacterEncoding(StandardCharsets.UTF_8.name());
        reponse.getWriter().print(demande.get().contenu());
    }
}
