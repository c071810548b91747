package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.courrier.LettresPdf;
import fr.academie.teleservices.etablissement.LettresEmportees;
import fr.academie.teleservices.etablissement.Travail;
import fr.academie.teleservices.etablissement.TravauxDuBureau;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /etablissement/travail.pdf} : les lettres d'un travail fini, une fois, à la session qui l'a demandé. Déjà parties,
 * illisibles, ou travail inconnu : la page du travail revient et dit quoi faire. Par POST seul : un navigateur qui précharge un lien ne les consomme pas.
 */
@Singleton
public final class CourriersServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient TravauxDuBureau travaux;
    private final transient LettresPdf lettres;
    private final transient LettresEmportees emportees;
    private final transient ClesDesLettres cles;
    private final transient UtilisateurCourant utilisateur;
    private final transient Adresses adresses;

    @Inject
    public CourriersServlet(
            TravauxDuBureau travaux,
            LettresPdf lettres,
            LettresEmportees emportees,
            ClesDesLettres cles,
            UtilisateurCourant utilisateur,
            Adresses adresses) {
        this.travaux = travaux;
        this.lettres = lettres;
        this.emportees = emportees;
        this.cles = cles;
        this.utilisateur = utilisateur;
        this.adresses = adresses;
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException, ServletException {
        Travail travail = Parametres.jeton(requete.getParameter("jeton"))
                .flatMap(jeton -> travaux.trouver(utilisateur.agent(), jeton))
                .orElse(null);
        if (travail == null) {
            requete.getRequestDispatcher("/etablissement/travail.xhtml").forward(requete, reponse);
            return;
        }
        String adresse = adresses.adressePublique(requete.getContextPath());
        String seconde = requete.getParameter("seconde");
        boolean emporte = emportees.emporter(utilisateur.agent(), travail, cles.paire(), parties -> {
            Fichiers.annoncer(reponse, Fichiers.PDF, "courriers.pdf");
            lettres.ecrire(parties, adresse, seconde, reponse.getOutputStream());
            reponse.flushBuffer();
        });
        if (!emporte) {
            reponse.sendRedirect(requete.getContextPath() + "/etablissement/travail?jeton=" + travail.jeton());
        }
    }
}
