package fr.academie.teleservices.diffusion.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.diffusion.RemiseParquee;
import fr.academie.teleservices.diffusion.SuiviDesRemises;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Fichiers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /assistance/diffusion.csv} : ce qui a été mis de côté, pour un tableur. */
@Singleton
public final class ExportDeLaDiffusion extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SuiviDesRemises suivi;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;

    @Inject
    public ExportDeLaDiffusion(SuiviDesRemises suivi, UtilisateurCourant utilisateur, Textes textes, Dates dates) {
        this.suivi = suivi;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        EcritureCsv csv = Fichiers.csv(reponse, "diffusion.csv");
        csv.ligne(
                textes.de("diffusion.colonne.abonne"),
                textes.de("diffusion.colonne.le"),
                textes.de("diffusion.colonne.compte"),
                textes.de("diffusion.colonne.type"),
                textes.de("diffusion.colonne.raison"),
                textes.de("diffusion.colonne.statut"),
                textes.de("diffusion.colonne.essais"),
                textes.de("diffusion.colonne.derriere"));
        for (RemiseParquee p : suivi.exporter(utilisateur.agent())) {
            csv.ligne(
                    p.abonne(),
                    dates.court(p.le()),
                    p.compte(),
                    textes.de("diffusion.type." + p.type()),
                    textes.de("diffusion.faute." + p.faute().name()),
                    p.statut(),
                    p.essais(),
                    p.derriere());
        }
    }
}
