package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.LectureDesContestations;
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

/** {@code GET /etablissement/contestations.csv} : toutes les contestations qui attendent l'agent, pour un tableur. */
@Singleton
public final class ExportDesContestations extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LectureDesContestations lectures;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;
    private final transient Clock horloge;

    @Inject
    public ExportDesContestations(
            LectureDesContestations lectures,
            UtilisateurCourant utilisateur,
            Textes textes,
            Dates dates,
            Clock horloge) {
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
        this.horloge = horloge;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        EcritureCsv csv = Fichiers.csv(reponse, "contestations.csv");
        csv.ligne(
                textes.de("contestations.colonne.eleve"),
                textes.de("contestations.colonne.classe"),
                textes.de("contestations.colonne.etablissement"),
                textes.de("contestations.colonne.responsable"),
                textes.de("contestations.colonne.identifiant"),
                textes.de("contestations.colonne.declare"),
                textes.de("contestations.colonne.age"));
        Instant maintenant = horloge.instant();
        lectures.exporter(
                utilisateur.agent(),
                Parametres.texte(requete.getParameter("uai")),
                s -> csv.ligne(
                        s.eleve().nomComplet(),
                        s.eleve().classe(),
                        s.eleve().etablissement().uai(),
                        s.responsable().nomComplet(),
                        s.identifiant(),
                        dates.court(s.declareLe()),
                        s.jours(maintenant)));
    }
}
