package fr.academie.teleservices.demonstration.cas;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Une application cliente qui ne fait que retenir les demandes de déconnexion reçues. */
final class ServiceDEssai extends HttpServlet {

    private final List<String> demandes = new CopyOnWriteArrayList<>();

    List<String> demandes() {
        return demandes;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) {
        demandes.add(requete.getParameter("logoutRequest"));
    }
}
