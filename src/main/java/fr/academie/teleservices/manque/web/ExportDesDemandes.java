package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.manque.DemandesAuBureau;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** {@code GET /etablissement/demandes.csv} : toutes les demandes de courrier qui attendent l'agent, pour un tableur. */
@Singleton
public final class ExportDesDemandes extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient DemandesAuBureau demandes;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;
    private final transient Clock horloge;

    @Inject
    public ExportDesDemandes(
            DemandesAuBureau demandes, UtilisateurCourant utilisateur, Textes textes, Dates dates, Clock horloge) {
        this.demandes = demandes;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
        this.horloge = horloge;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        EcritureCsv csv = Fichiers.csv(reponse, "demandes-de-courrier.csv");
        csv.ligne(
                textes.de("demandes.colonne.enfant"),
                textes.de("demandes.colonne.naissance"),
                textes.de("demandes.colonne.etablissement"),
                textes.de("demandes.colonne.responsable"),
                textes.de("demandes.colonne.le"),
                textes.de("demandes.colonne.age"));
        Instant maintenant = horloge.instant();
        demandes.exporter(
                utilisateur.agent(),
                Parametres.texte(requete.getParameter("uai")),
                d -> csv.ligne(
                        d.enfant().nomComplet(),
                        dates.leJourCourt(d.enfant().naissance()),
                        d.uai(),
                        d.responsable().nomComplet(),
                        dates.court(d.demandeeLe()),
                        d.jours(maintenant)));
    }
}
