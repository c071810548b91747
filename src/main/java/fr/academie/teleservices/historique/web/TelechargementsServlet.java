package fr.academie.teleservices.historique.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.historique.AccuseDeRegroupement;
import fr.academie.teleservices.historique.CopieDesDonnees;
import fr.academie.teleservices.regroupement.RegroupementEnregistre;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /compte/telecharger/<fichier>} : les documents du compte connecté, jamais d'un autre ; 404 sinon. Le nom du fichier proposé
 * ne doit rien à la requête, et rien n'en reste dans un cache.
 */
@Singleton
public final class TelechargementsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient CopieDesDonnees copie;
    private final transient AccuseDeRegroupement accuses;
    private final transient UtilisateurCourant utilisateur;

    @Inject
    public TelechargementsServlet(CopieDesDonnees copie, AccuseDeRegroupement accuses, UtilisateurCourant utilisateur) {
        this.copie = copie;
        this.accuses = accuses;
        this.utilisateur = utilisateur;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Compte compte = utilisateur.getCompte();
        String fichier = requete.getPathInfo();
        if ("/mes-donnees.json".equals(fichier)) {
            byte[] json =
                    FabriqueJson.lisible(copie.json(utilisateur.demandeur())).getBytes(StandardCharsets.UTF_8);
            Fichiers.envoyer(reponse, "application/json", "mes-donnees-teleservices.json", json);
        } else if ("/mes-donnees.pdf".equals(fichier)) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            copie.pdf(utilisateur.demandeur(), pdf);
            Fichiers.envoyer(reponse, Fichiers.PDF, "mes-donnees-teleservices.pdf", pdf.toByteArray());
        } else if ("/accuse-de-regroupement.pdf".equals(fichier)) {
            accuse(compte, requete.getParameter("demande"), reponse);
        } else {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void accuse(Compte compte, @Nullable String demande, HttpServletResponse reponse) throws IOException {
        List<RegroupementEnregistre> faits = Parametres.jeton(demande)
                .map(jeton -> accuses.trouver(utilisateur.demandeur(), jeton))
                .orElse(List.of());
        if (faits.isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        accuses.ecrire(compte, faits, pdf);
        Fichiers.envoyer(
                reponse, Fichiers.PDF, "accuse-de-regroupement-" + faits.get(0).numero() + ".pdf", pdf.toByteArray());
    }
}
