package fr.academie.teleservices.suivi.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.EtablissementChoisi;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Fichiers;
import fr.academie.teleservices.suivi.Indicateur;
import fr.academie.teleservices.suivi.LigneDeSuivi;
import fr.academie.teleservices.suivi.Periode;
import fr.academie.teleservices.suivi.SuiviService;
import fr.academie.teleservices.suivi.Tableau;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /etablissement/suivi/export/classes.csv}, {@code temps.csv} ou {@code liste.csv} : le suivi d'un établissement de l'agent.
 * 404 pour tout autre fichier et pour un établissement qui n'est pas le sien.
 */
@Singleton
public final class ExportDuSuivi extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient SuiviService suivi;
    private final transient UtilisateurCourant utilisateur;
    private final transient EtablissementChoisi choisi;
    private final transient Textes textes;
    private final transient Dates dates;
    private final transient HeureDeLAcademie heure;
    private final transient Clock horloge;

    @Inject
    public ExportDuSuivi(
            SuiviService suivi,
            UtilisateurCourant utilisateur,
            EtablissementChoisi choisi,
            Textes textes,
            Dates dates,
            HeureDeLAcademie heure,
            Clock horloge) {
        this.suivi = suivi;
        this.utilisateur = utilisateur;
        this.choisi = choisi;
        this.textes = textes;
        this.dates = dates;
        this.heure = heure;
        this.horloge = horloge;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        choisi.setUai(requete.getParameter("uai"));
        Optional<Etablissement> etablissement = choisi.agi();
        DemandeDeSuivi demande = DemandeDeSuivi.lire(requete::getParameter, heure.date(horloge.instant()));
        Indicateur indicateur = demande.indicateur();
        String fichier = String.valueOf(requete.getPathInfo());
        Agent agent = utilisateur.agent();
        if (etablissement.isEmpty()) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String uai = etablissement.get().uai();
        if ("/classes.csv".equals(fichier)) {
            Function<String, List<Object>> classe = List::of;
            ecrire(
                    Fichiers.csv(reponse, "suivi-" + uai + "-classes.csv"),
                    suivi.exporterParClasse(agent, uai)
                            .trie(TriDesClasses.lire(requete::getParameter).ordre()),
                    classe,
                    "suivi.classe");
        } else if ("/temps.csv".equals(fichier)) {
            Function<Periode, List<Object>> bornes = periode -> List.of(periode.du(), periode.au());
            ecrire(
                    Fichiers.csv(reponse, "suivi-" + uai + ".csv"),
                    suivi.exporterDansLeTemps(agent, uai, demande.du(), demande.au(), demande.pas()),
                    bornes,
                    "filtre.du",
                    "filtre.au");
        } else if ("/liste.csv".equals(fichier) && indicateur != null) {
            ecrireLaListe(Fichiers.csv(reponse, "suivi-" + uai + "-liste.csv"), agent, uai, indicateur, demande);
        } else {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private <T> void ecrire(EcritureCsv csv, Tableau<T> tableau, Function<T, List<Object>> debut, String... colonnes)
            throws IOException {
        List<Object> entetes = new ArrayList<>();
        for (String colonne : colonnes) {
            entetes.add(textes.de(colonne));
        }
        for (Indicateur indicateur : Indicateur.values()) {
            entetes.add(textes.de("suivi.indicateur." + indicateur.name()));
        }
        entetes.add(textes.de("suivi.taux.export"));
        csv.ligne(entetes.toArray());
        for (Tableau.Ligne<T> ligne : tableau.lignes()) {
            csv.ligne(avecLesNombres(new ArrayList<>(debut.apply(ligne.quoi())), ligne));
        }
        List<Object> total = new ArrayList<>();
        total.add(textes.de("suivi.total"));
        while (total.size() < colonnes.length) {
            total.add("");
        }
        csv.ligne(avecLesNombres(total, tableau.total()));
    }

    private static Object[] avecLesNombres(List<Object> cellules, Tableau.Ligne<?> ligne) {
        for (Indicateur indicateur : Indicateur.values()) {
            cellules.add(ligne.nombre(indicateur));
        }
        Integer taux = ligne.taux();
        cellules.add(taux == null ? "" : taux);
        return cellules.toArray();
    }

    private void ecrireLaListe(EcritureCsv csv, Agent agent, String uai, Indicateur indicateur, DemandeDeSuivi demande)
            throws IOException {
        csv.ligne(
                textes.de("suivi.colonne.responsable"),
                textes.de("suivi.colonne.identifiant"),
                textes.de("suivi.colonne.etat"),
                textes.de("suivi.colonne.eleves"),
                textes.de("suivi.date." + indicateur.name()));
        for (LigneDeSuivi ligne : suivi.lister(
                agent,
                uai,
                indicateur,
                demande.classe(),
                borne(demande, demande.du()),
                borne(demande, demande.au()),
                0,
                SuiviService.EXPORT)) {
            csv.ligne(
                    ligne.identite().nomComplet(),
                    ligne.identifiant(),
                    textes.de("compte.etat." + ligne.etat().name()),
                    ligne.listeDesEleves(),
                    dates.court(ligne.instant()));
        }
    }

    private static <T> @Nullable T borne(DemandeDeSuivi demande, T jour) {
        return demande.borne() ? jour : null;
    }
}
