package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.alimentation.MotsDesRemarques;
import fr.academie.teleservices.alimentation.RapportCsv;
import fr.academie.teleservices.alimentation.livraison.Ecart;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.siecle.ContenuDImport;
import fr.academie.teleservices.alimentation.siecle.ImportsDuBureau;
import fr.academie.teleservices.alimentation.siecle.LectureDesImports;
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
import java.util.OptionalLong;

/** {@code GET /etablissement/siecle/liste.csv} : une liste d'un import entière, pour un tableur, écrite au fil de la lecture. */
@Singleton
public final class ExportDImport extends HttpServlet {

    /** L'adresse du fichier. */
    public static final String CHEMIN = "/etablissement/siecle/liste.csv";

    private static final long serialVersionUID = 1L;

    private final transient ImportsDuBureau imports;
    private final transient LectureDesImports lectures;
    private final transient MotsDesRemarques mots;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;

    @Inject
    public ExportDImport(
            ImportsDuBureau imports,
            LectureDesImports lectures,
            MotsDesRemarques mots,
            UtilisateurCourant utilisateur,
            Textes textes,
            Dates dates) {
        this.imports = imports;
        this.lectures = lectures;
        this.mots = mots;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Agent agent = utilisateur.agent();
        OptionalLong id = Parametres.numero(requete.getParameter("id"));
        Livraison livraison =
                id.isEmpty() ? null : imports.trouver(agent, id.getAsLong()).orElse(null);
        if (livraison == null) {
            reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Ecart ecart =
                Parametres.choix(Ecart.class, requete.getParameter("ecart")).orElse(Ecart.NOUVEAU);
        ContenuDImport quoi = Parametres.choix(ContenuDImport.class, requete.getParameter("quoi"))
                .orElse(ContenuDImport.REMARQUES);
        switch (quoi) {
            case ELEVES -> eleves(agent, livraison, ecart, commencer(reponse, quoi));
            case PERSONNES -> personnes(agent, livraison, ecart, commencer(reponse, quoi));
            case LIENS -> liens(agent, livraison, ecart, commencer(reponse, quoi));
            case REMARQUES -> remarques(agent, livraison, reponse);
        }
    }

    private EcritureCsv commencer(HttpServletResponse reponse, ContenuDImport quoi) throws IOException {
        EcritureCsv csv = Fichiers.csv(reponse, "import-siecle.csv");
        csv.ligne((Object[]) textes.de("siecle.colonnes." + quoi.name()).split("\\|"));
        return csv;
    }

    private void eleves(Agent agent, Livraison livraison, Ecart ecart, EcritureCsv csv) throws IOException {
        lectures.<IOException>emporterLesEleves(
                agent,
                livraison,
                ecart,
                e -> csv.ligne(
                        textes.de("alimentation.ecart." + e.ecart().name()),
                        e.numero(),
                        e.nom(),
                        e.prenom(),
                        dates.leJourCourt(e.naissance()),
                        e.classe(),
                        e.sortiLe() == null ? null : dates.leJourCourt(e.sortiLe()),
                        e.fichier(),
                        e.fichier() == null ? null : e.ligne()));
    }

    private void personnes(Agent agent, Livraison livraison, Ecart ecart, EcritureCsv csv) throws IOException {
        lectures.<IOException>emporterLesPersonnes(
                agent,
                livraison,
                ecart,
                p -> csv.ligne(
                        textes.de("alimentation.ecart." + p.ecart().name()),
                        p.numero(),
                        p.civilite(),
                        p.nomFamille(),
                        p.nomUsage(),
                        p.prenom(),
                        textes.de(p.aUnCompte() ? "bureau.oui" : "bureau.non"),
                        p.fichier(),
                        p.fichier() == null ? null : p.ligne()));
    }

    private void liens(Agent agent, Livraison livraison, Ecart ecart, EcritureCsv csv) throws IOException {
        lectures.<IOException>emporterLesLiens(
                agent,
                livraison,
                ecart,
                l -> csv.ligne(
                        textes.de("alimentation.ecart." + l.ecart().name()),
                        l.personne(),
                        l.eleve(),
                        textes.de("lien." + l.lien().name()),
                        textes.de("niveau." + l.niveau().name()),
                        l.fichier(),
                        l.fichier() == null ? null : l.ligne()));
    }

    private void remarques(Agent agent, Livraison livraison, HttpServletResponse reponse) throws IOException {
        Fichiers.annoncer(reponse, EcritureCsv.TYPE, "rapport-siecle.csv");
        RapportCsv rapport = new RapportCsv(reponse.getWriter(), mots, textes);
        lectures.<IOException>emporterLesRemarques(agent, livraison, rapport::ligne);
    }
}
