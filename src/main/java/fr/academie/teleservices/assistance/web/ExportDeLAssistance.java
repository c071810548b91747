package fr.academie.teleservices.assistance.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.assistance.AssistanceService;
import fr.academie.teleservices.assistance.CompteTrouve;
import fr.academie.teleservices.assistance.FicheDeCompte;
import fr.academie.teleservices.assistance.RechercheDeComptes;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.journal.LigneJournal;
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
import java.util.Objects;
import java.util.Optional;

/** {@code GET /assistance/export/comptes.csv} et {@code /assistance/export/journal.csv?id=…} ; 404 pour tout autre fichier. */
@Singleton
public final class ExportDeLAssistance extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient AssistanceService assistance;
    private final transient UtilisateurCourant utilisateur;
    private final transient MotsDuJournal motsDuJournal;
    private final transient Textes textes;
    private final transient Dates dates;

    @Inject
    public ExportDeLAssistance(
            AssistanceService assistance,
            UtilisateurCourant utilisateur,
            MotsDuJournal motsDuJournal,
            Textes textes,
            Dates dates) {
        this.assistance = assistance;
        this.utilisateur = utilisateur;
        this.motsDuJournal = motsDuJournal;
        this.textes = textes;
        this.dates = dates;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String fichier = String.valueOf(requete.getPathInfo());
        if ("/comptes.csv".equals(fichier)) {
            exporterLesComptes(requete, Fichiers.csv(reponse, "comptes.csv"));
        } else if ("/journal.csv".equals(fichier)) {
            exporterLeJournal(requete, reponse);
        } else {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void exporterLesComptes(HttpServletRequest requete, EcritureCsv csv) throws IOException {
        csv.ligne(entetes("identifiant", "nom", "etat", "mail", "portable", "enfants"));
        for (CompteTrouve trouve : assistance
                .exporter(
                        utilisateur.agent(),
                        RechercheDeComptes.lire(
                                Objects.requireNonNullElse(requete.getParameter("mots"), ""),
                                Parametres.choix(EtatCompte.class, requete.getParameter("etat"))
                                        .orElse(null)))
                .lignes()) {
            Compte compte = trouve.compte();
            csv.ligne(
                    compte.identifiant(),
                    compte.identite().nomComplet(),
                    textes.de("compte.etat." + compte.etat().name()),
                    compte.mailLisible(),
                    compte.telephonePortable(),
                    trouve.listeDesEnfants());
        }
    }

    private void exporterLeJournal(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Optional<FicheDeCompte> demandee = assistance.consulter(
                utilisateur.agent(),
                Parametres.numero(requete.getParameter("id")).orElse(0));
        if (demandee.isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FicheDeCompte fiche = demandee.get();
        EcritureCsv csv =
                Fichiers.csv(reponse, "journal-" + fiche.compte().identifiant().valeur() + ".csv");
        csv.ligne(entetes("le", "quoi", "code", "pourquoi", "par", "adresse"));
        for (LigneJournal ligne : assistance.exporterLaChronologie(
                utilisateur.agent(), fiche.compte().id())) {
            LigneDeChronologie dite = motsDuJournal.dire(ligne, fiche);
            csv.ligne(
                    dates.court(dite.instant()), dite.quoi(), dite.code(), dite.pourquoi(), dite.par(), dite.adresse());
        }
    }

    private Object[] entetes(String... colonnes) {
        Object[] entetes = new Object[colonnes.length];
        for (int i = 0; i < colonnes.length; i++) {
            entetes[i] = textes.de("assistance.colonne." + colonnes[i]);
        }
        return entetes;
    }
}
