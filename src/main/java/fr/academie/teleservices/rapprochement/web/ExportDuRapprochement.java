package fr.academie.teleservices.rapprochement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.rapprochement.ListeDuRapprochement;
import fr.academie.teleservices.rapprochement.RapprochementDeLAcademie;
import fr.academie.teleservices.rapprochement.RechercheDePaires;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /assistance/rapprochement.csv} : les paires cherchées du dernier aperçu, ou de son rapport. */
@Singleton
public final class ExportDuRapprochement extends HttpServlet {

    /** L'adresse du fichier. */
    public static final String CHEMIN = "/assistance/rapprochement.csv";

    private static final long serialVersionUID = 1L;

    private final transient RapprochementDeLAcademie academie;
    private final transient ListeDuRapprochement liste;
    private final transient UtilisateurCourant utilisateur;

    @Inject
    public ExportDuRapprochement(
            RapprochementDeLAcademie academie, ListeDuRapprochement liste, UtilisateurCourant utilisateur) {
        this.academie = academie;
        this.liste = liste;
        this.utilisateur = utilisateur;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        RechercheDePaires recherche = new RechercheDePaires(
                String.valueOf(requete.getParameter(RapprochementBean.CHOIX)),
                Parametres.texte(requete.getParameter(RapprochementBean.MOTS), RapprochementBean.LONGUEUR));
        liste.ecrire(
                Fichiers.csv(reponse, "rapprochement.csv"),
                faire -> academie.exporter(utilisateur.agent(), recherche, faire));
    }
}
