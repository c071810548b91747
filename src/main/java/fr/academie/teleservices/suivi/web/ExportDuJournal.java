package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.FiltreDuJournal;
import fr.academie.teleservices.agent.LectureDuJournal;
import fr.academie.teleservices.agent.LigneBureau;
import fr.academie.teleservices.agent.LigneBureauLue;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Fichiers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /etablissement/journal/export/journal.csv} ou {@code .jsonl}, et de même sous {@code /assistance} : le journal du bureau
 * que l'agent peut lire, écrit au fil de la lecture. 404 pour qui ne dirige aucun établissement.
 */
@Singleton
public final class ExportDuJournal extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LectureDuJournal journal;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;
    private final transient HeureDeLAcademie heure;
    private final transient Clock horloge;

    @Inject
    public ExportDuJournal(
            LectureDuJournal journal,
            UtilisateurCourant utilisateur,
            Textes textes,
            Dates dates,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.journal = journal;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
        this.heure = heure;
        this.horloge = horloge;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Agent agent = utilisateur.agent();
        FiltreDuJournal filtre = DemandeDeJournal.lire(requete::getParameter, heure.date(horloge.instant()))
                .filtre(agent, heure);
        Set<String> uais = filtre.uais();
        String fichier = String.valueOf(requete.getPathInfo());
        if (uais != null && uais.isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if ("/journal.csv".equals(fichier)) {
            enCsv(agent, filtre, reponse);
        } else if ("/journal.jsonl".equals(fichier)) {
            enJson(agent, filtre, reponse);
        } else {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void enCsv(Agent agent, FiltreDuJournal filtre, HttpServletResponse reponse) throws IOException {
        EcritureCsv csv = Fichiers.csv(reponse, "journal-du-bureau.csv");
        csv.ligne(
                textes.de("bureau.journal.colonne.le"),
                textes.de("bureau.journal.colonne.agent"),
                textes.de("bureau.journal.colonne.action"),
                textes.de("bureau.journal.colonne.uai"),
                textes.de("bureau.journal.colonne.responsable"),
                textes.de("bureau.journal.colonne.eleve"),
                textes.de("bureau.journal.colonne.adresse"),
                textes.de("bureau.journal.colonne.details"));
        journal.exporter(agent, filtre, lue -> {
            LigneBureau ligne = lue.ligne();
            csv.ligne(
                    dates.court(ligne.le()),
                    ligne.auteur().identifiant().valeur(),
                    textes.de("bureau.journal." + ligne.action().name()),
                    ligne.uai(),
                    lue.responsable(),
                    lue.eleve(),
                    ligne.auteur().adresse(),
                    ligne.details());
        });
    }

    private void enJson(Agent agent, FiltreDuJournal filtre, HttpServletResponse reponse) throws IOException {
        Fichiers.annoncer(reponse, "application/jsonl; charset=UTF-8", "journal-du-bureau.jsonl");
        PrintWriter sortie = reponse.getWriter();
        journal.exporter(agent, filtre, lue -> sortie.append(json(lue)).append('\n'));
    }

    private static String json(LigneBureauLue lue) {
        LigneBureau ligne = lue.ligne();
        JsonObjectBuilder objet = FabriqueJson.objet()
                .add("id", lue.id())
                .add("le", ligne.le().toString())
                .add("action", ligne.action().name())
                .add("acteur", ligne.auteur().identifiant().valeur())
                .add("profil", ligne.auteur().profil().name());
        ajouter(objet, "adresse", ligne.auteur().adresse());
        ajouter(objet, "uai", ligne.uai());
        ajouter(objet, "responsable", lue.responsable());
        ajouter(objet, "eleve", lue.eleve());
        return objet.add("details", FabriqueJson.lireObjet(ligne.details()))
                .build()
                .toString();
    }

    private static void ajouter(JsonObjectBuilder objet, String cle, @Nullable String valeur) {
        if (valeur != null) {
            objet.add(cle, valeur);
        }
    }
}
