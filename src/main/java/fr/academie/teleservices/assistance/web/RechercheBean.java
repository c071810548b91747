package fr.academie.teleservices.assistance.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.assistance.AssistanceService;
import fr.academie.teleservices.assistance.CompteTrouve;
import fr.academie.teleservices.assistance.RechercheDeComptes;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** La recherche de l'assistance : ce que l'adresse demande, une page de comptes trouvés. */
@Named("recherche")
@RequestScoped
public class RechercheBean {

    private final AssistanceService assistance;
    private final UtilisateurCourant utilisateur;
    private String mots = "";
    private @Nullable EtatCompte etat;
    private int page = 1;
    private String ouvrir = "";
    private AssistanceService.@Nullable Page<CompteTrouve> trouves;

    @Inject
    public RechercheBean(AssistanceService assistance, UtilisateurCourant utilisateur) {
        this.assistance = assistance;
        this.utilisateur = utilisateur;
    }

    /** Avant l'affichage : des mots qui ne trouvent qu'un compte mènent à sa fiche, si la recherche vient d'être tapée. */
    public @Nullable String charger() {
        return "oui".equals(ouvrir) && isCherchee() && trouves().total() == 1
                ? "/assistance/compte?faces-redirect=true&id="
                        + getComptes().get(0).compte().id()
                : null;
    }

    public void setOuvrir(String demande) {
        this.ouvrir = demande;
    }

    private RechercheDeComptes recherche() {
        return RechercheDeComptes.lire(mots, etat);
    }

    public void setMots(String mots) {
        this.mots = mots;
    }

    public void setEtat(EtatCompte etat) {
        this.etat = etat;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getMots() {
        return recherche().saisie();
    }

    public @Nullable EtatCompte getEtat() {
        return etat;
    }

    public List<EtatCompte> getEtats() {
        return List.of(EtatCompte.values());
    }

    /** Vrai si la saisie suffit à chercher. */
    public boolean isCherchee() {
        return !recherche().mots().estVide();
    }

    /** Vrai si l'on a demandé une recherche sans dire assez de lettres. */
    public boolean isTropCourte() {
        return !isCherchee() && !recherche().saisie().isBlank();
    }

    public List<CompteTrouve> getComptes() {
        return trouves().lignes();
    }

    public Pagination getPages() {
        return new Pagination(page, AssistanceService.PAGE, trouves().total(), question("/assistance")).bornee();
    }

    /** L'adresse de l'export de cette recherche(). */
    public String getExport() {
        return question("/assistance/export/comptes.csv").adresse();
    }

    /** Lignes qu'un export contient au plus. */
    public int getLimiteDExport() {
        return AssistanceService.EXPORT;
    }

    private Question question(String adresse) {
        return new Question(adresse)
                .avec("mots", recherche().saisie())
                .avec("etat", recherche().etat());
    }

    private AssistanceService.Page<CompteTrouve> trouves() {
        AssistanceService.Page<CompteTrouve> lus = trouves;
        if (lus == null) {
            lus = Pagination.lire(
                    page,
                    AssistanceService.PAGE,
                    saut -> assistance.chercher(utilisateur.agent(), recherche(), saut),
                    AssistanceService.Page::total);
            trouves = lus;
        }
        return lus;
    }
}
