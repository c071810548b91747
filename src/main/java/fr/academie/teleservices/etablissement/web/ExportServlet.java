package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.etablissement.EtatCherche;
import fr.academie.teleservices.etablissement.LigneTrouvee;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.socle.csv.EcritureCsv;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Dates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /etablissement/liste.csv} : la liste filtrée, pour un tableur français (UTF-8 avec marque, points-virgules). */
@Singleton
public final class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient RechercheService recherches;
    private final transient UtilisateurCourant utilisateur;
    private final transient Textes textes;
    private final transient Dates dates;

    @Inject
    public ExportServlet(RechercheService recherches, UtilisateurCourant utilisateur, Textes textes, Dates dates) {
        this.recherches = recherches;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.dates = dates;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        reponse.setContentType(EcritureCsv.TYPE);
        reponse.setHeader("Content-Disposition", "attachment; filename=\"responsables.csv\"");
        reponse.setHeader("Cache-Control", "no-store");
        EcritureCsv csv = new EcritureCsv(reponse.getWriter());
        csv.ligne((Object[]) textes.de("bureau.export.colonnes").split("\\|"));
        try {
            recherches.exporter(
                    utilisateur.agent(), LectureDuFiltre.lire(requete::getParameter), trouvee -> ecrire(csv, trouvee));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void ecrire(EcritureCsv csv, LigneTrouvee l) {
        try {
            csv.ligne(
                    l.eleveNom(),
                    l.elevePrenom(),
                    dates.leJourCourt(l.eleveNaissance()),
                    l.classe(),
                    l.uai(),
                    l.nom(),
                    l.prenom(),
                    l.lien() == null ? null : textes.de("lien." + l.lien().name()),
                    l.identifiant(),
                    textes.de("compte.etat."
                            + (l.etat() == null
                                    ? EtatCherche.SANS_COMPTE.name()
                                    : l.etat().name())),
                    l.ouvert() ? ouiNon(l.mailConnu()) : null,
                    l.ouvert() ? ouiNon(l.aUnMotDePasse()) : null,
                    dates.jour(l.courrierLe()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ouiNon(boolean valeur) {
        return textes.de(valeur ? "bureau.oui" : "bureau.non");
    }
}
