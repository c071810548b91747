package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.contestation.Signalement;
import fr.academie.teleservices.contestation.SignalementService;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Fichiers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code GET /etablissement/signalements.csv} : tous les signalements qui attendent l'agent, pour un tableur. */
@Singleton
public final class ExportDesSignalements extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LOT = 500;

    private final transient SignalementService signalements;
    private final transient JournalDuBureau bureau;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;
    private final transient Clock horloge;

    @Inject
    public ExportDesSignalements(
            SignalementService signalements,
            JournalDuBureau bureau,
            UtilisateurCourant utilisateur,
            Textes textes,
            Dates dates,
            Clock horloge) {
        this.signalements = signalements;
        this.bureau = bureau;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
        this.horloge = horloge;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        bureau.noter(
                utilisateur.agent(),
                ActionBureau.EXPORT,
                JournalDuBureau.Cible.AUCUNE,
                FabriqueJson.objet().add("liste", "SIGNALEMENTS").build());
        EcritureCsv csv = Fichiers.csv(reponse, "signalements.csv");
        csv.ligne(
                textes.de("signalements.colonne.eleve"),
                textes.de("signalements.colonne.classe"),
                textes.de("signalements.colonne.etablissement"),
                textes.de("signalements.colonne.responsable"),
                textes.de("signalements.colonne.identifiant"),
                textes.de("signalements.colonne.declare"),
                textes.de("signalements.colonne.age"));
        Instant maintenant = horloge.instant();
        for (int passes = 0; ; passes += LOT) {
            List<Signalement> lot = signalements.enAttente(utilisateur.agent(), passes, LOT);
            for (Signalement s : lot) {
                csv.ligne(
                        s.eleve().nomComplet(),
                        s.eleve().classe(),
                        s.eleve().etablissement().uai(),
                        s.responsable().nomComplet(),
                        s.identifiant(),
                        dates.court(s.declareLe()),
                        s.jours(maintenant));
            }
            if (lot.size() < LOT) {
                return;
            }
        }
    }
}
