package fr.academie.teleservices.assistance.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.assistance.AssistanceService;
import fr.academie.teleservices.assistance.CompteTrouve;
import fr.academie.teleservices.assistance.RechercheDeComptes;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** La recherche de l'assistance : ce que l'adresse demande, une page de comptes trouvés. */
@Named("recherche")
@RequestScoped
public class RechercheBean {

    private final AssistanceService assistance;
    private final UtilisateurCourant utilisateur;
    private final RechercheDeComptes recherche;
    private final int page;
    private AssistanceService.@Nullable Page<CompteTrouve> trouves;

    @Inject
    public RechercheBean(AssistanceService assistance, UtilisateurCourant utilisateur, HttpServletRequest requete) {
        this.assistance = assistance;
        this.utilisateur = utilisateur;
        this.recherche = lire(requete);
        this.page = Parametres.page(requete.getParameter("page"));
    }

    /** Ce que demandent {@code mots} et {@code etat} ; un état inconnu ne filtre rien. */
    static RechercheDeComptes lire(HttpServletRequest requete) {
        EtatCompte etat =
                Parametres.choix(EtatCompte.class, requete.getParameter("etat")).orElse(null);
        return RechercheDeComptes.lire(Objects.requireNonNullElse(requete.getParameter("mots"), ""), etat);
    }

    public String getMots() {
        return recherche.saisie();
    }

    public @Nullable EtatCompte getEtat() {
        return recherche.etat();
    }

    public List<EtatCompte> getEtats() {
        return List.of(EtatCompte.values());
    }

    /** Vrai si la saisie suffit à chercher. */
    public boolean isCherchee() {
        return !recherche.mots().estVide();
    }

    /** Vrai si l'on a demandé une recherche sans dire assez de lettres. */
    public boolean isTropCourte() {
        return !isCherchee() && !recherche.saisie().isBlank();
    }

    public List<CompteTrouve> getComptes() {
        return trouves().lignes();
    }

    public Pagination getPages() {
        return new Pagination(page, AssistanceService.PAGE, trouves().total(), question("/assistance"));
    }

    /** L'adresse de l'export de cette recherche. */
    public String getExport() {
        return question("/assistance/export/comptes.csv").adresse();
    }

    /** Lignes qu'un export contient au plus. */
    public int getLimiteDExport() {
        return AssistanceService.EXPORT;
    }

    private Question question(String adresse) {
        return new Question(adresse).avec("mots", recherche.saisie()).avec("etat", recherche.etat());
    }

    private AssistanceService.Page<CompteTrouve> trouves() {
        AssistanceService.Page<CompteTrouve> lus = trouves;
        if (lus == null) {
            lus = assistance.chercher(utilisateur.agent(), recherche, Pagination.saut(page, AssistanceService.PAGE));
            trouves = lus;
        }
        return lus;
    }
}
