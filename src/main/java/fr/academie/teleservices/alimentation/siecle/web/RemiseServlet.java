package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonRefusee;
import fr.academie.teleservices.alimentation.siecle.ImportsDuBureau;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /etablissement/siecle/remettre} : les deux exports, reçus sur le disque, lus, puis effacés. L'aperçu suit par redirection ;
 * sur un refus, la page revient et dit lequel. Un GET, après une session perdue, ramène à la page et à ce qu'elle doit en dire.
 */
@Singleton
public final class RemiseServlet extends HttpServlet {

    /** Où partent les fichiers : la seule adresse qui en reçoit. */
    public static final String CHEMIN = "/etablissement/siecle/remettre";

    static final String PAGE = "/etablissement/siecle";
    static final String IMPORT = PAGE + "/import";

    private static final long serialVersionUID = 1L;

    private final transient ImportsDuBureau imports;
    private final transient DossierDesRemises dossier;
    private final transient UtilisateurCourant utilisateur;

    @Inject
    public RemiseServlet(ImportsDuBureau imports, DossierDesRemises dossier, UtilisateurCourant utilisateur) {
        this.imports = imports;
        this.dossier = dossier;
        this.utilisateur = utilisateur;
    }

    @Override
    protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        Question page = new Question(PAGE).avec("motif", Parametres.texte(requete.getParameter("motif")));
        reponse.sendRedirect(requete.getContextPath() + page.adresse());
    }

    @Override
    protected void doPost(HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException, ServletException {
        try (FichiersRemis remis = FichiersRemis.recevoir(requete, dossier)) {
            Livraison lue = imports.remettre(utilisateur.agent(), remis.eleves(), remis.responsables());
            reponse.sendRedirect(requete.getContextPath() + adresse(lue).adresse());
        } catch (LivraisonRefusee e) {
            Livraison celle = e.celle();
            Question page = celle == null ? new Question(PAGE) : adresse(celle);
            reponse.sendRedirect(requete.getContextPath()
                    + page.avec("deja", e.code().name()).adresse());
        } catch (RemiseRefusee e) {
            revenir(requete, reponse, e);
        } catch (FichierRefuse e) {
            revenir(requete, reponse, e);
        }
    }

    private static Question adresse(Livraison livraison) {
        return new Question(IMPORT).avec("id", livraison.id());
    }

    private static void revenir(HttpServletRequest requete, HttpServletResponse reponse, Exception refus)
            throws IOException, ServletException {
        requete.setAttribute(SiecleBean.REFUS, refus);
        requete.getRequestDispatcher(PAGE + ".xhtml").forward(requete, reponse);
    }
}
