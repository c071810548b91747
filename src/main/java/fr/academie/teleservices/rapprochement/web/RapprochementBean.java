package fr.academie.teleservices.rapprochement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.rapprochement.Bilan;
import fr.academie.teleservices.rapprochement.EtatDuRapprochement;
import fr.academie.teleservices.rapprochement.IssueDUnePaire;
import fr.academie.teleservices.rapprochement.PaireMontree;
import fr.academie.teleservices.rapprochement.Rapprochement;
import fr.academie.teleservices.rapprochement.RapprochementDeLAcademie;
import fr.academie.teleservices.rapprochement.RechercheDePaires;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Balises;
import fr.academie.teleservices.socle.web.Dates;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Le dernier aperçu du rapprochement, de sa demande à son rapport : la même adresse tout du long. */
@Named("rapprochement")
@RequestScoped
public class RapprochementBean {

    static final String ADRESSE = "/assistance/rapprochement";
    static final String CHOIX = "choix";
    static final String MOTS = "mots";
    static final int LONGUEUR = 100;

    private final RapprochementDeLAcademie academie;
    private final UtilisateurCourant utilisateur;
    private final Textes textes;
    private final Balises balises;
    private final Dates dates;
    private String choix = "";
    private String mots = "";
    private int page = 1;
    private String fait = "";
    private @Nullable Rapprochement dernier;
    private @Nullable Bilan bilan;
    private RapprochementDeLAcademie.@Nullable Page trouvees;

    @Inject
    public RapprochementBean(
            RapprochementDeLAcademie academie,
            UtilisateurCourant utilisateur,
            Textes textes,
            Balises balises,
            Dates dates) {
        this.academie = academie;
        this.utilisateur = utilisateur;
        this.textes = textes;
        this.balises = balises;
        this.dates = dates;
    }

    /** Ce qui est fait de paires, et combien. */
    public record Nombre(String code, String phrase, long combien, String adresse) {}

    /** Avant l'affichage : qui ouvre la page en laisse la trace ; l'avancement, relu chaque seconde, ne montre personne. */
    public void charger() {
        if (!isEnMarche()) {
            trouvees();
        }
    }

    /** Vrai s'il se calcule ou se fait. */
    public boolean isEnMarche() {
        Rapprochement lu = getDernier();
        return lu != null && (lu.etat() == EtatDuRapprochement.DEMANDE || lu.etat() == EtatDuRapprochement.VALIDE);
    }

    /** Le dernier demandé ; nul s'il n'y en a pas. */
    public @Nullable Rapprochement getDernier() {
        Rapprochement lu = dernier;
        if (lu == null) {
            lu = academie.dernier(utilisateur.agent()).orElse(null);
            dernier = lu;
        }
        return lu;
    }

    /** Où il en est ; vide s'il n'y en a pas. */
    public String getEtat() {
        Rapprochement lu = getDernier();
        return lu == null ? "" : lu.etat().name();
    }

    /** Vrai si l'on peut demander un aperçu ; vrai aussi pendant l'envoi, pour que le bouton soit entendu quoi qu'il se soit passé. */
    public boolean isDemandable() {
        return enCoursDEnvoi() || !isEnMarche();
    }

    /** Vrai si un aperçu attend que l'on en décide ; vrai aussi pendant l'envoi. */
    public boolean isAValider() {
        return enCoursDEnvoi() || EtatDuRapprochement.CALCULE.name().equals(getEtat());
    }

    private static boolean enCoursDEnvoi() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    /** « Calculer un aperçu ». */
    public String demander() {
        academie.demander(utilisateur.agent());
        return ADRESSE + "?faces-redirect=true";
    }

    /** « Laisser cet aperçu ». */
    public String abandonner() {
        Rapprochement lu = getDernier();
        boolean abandonne = lu != null && academie.abandonner(utilisateur.agent(), lu);
        return ADRESSE + "?faces-redirect=true" + (abandonne ? "" : "&fait=" + AppliquerBean.CHANGE);
    }

    /** Ce qui s'est passé, en une phrase ; vide si rien. */
    public String getAvis() {
        return AppliquerBean.CHANGE.equals(fait) ? textes.de("rapprochement.change") : "";
    }

    /** Quand et par qui il a été demandé. */
    public String getDemande() {
        Rapprochement lu = getDernier();
        if (lu == null) {
            return "";
        }
        String quand = dates.quand(lu.demandeLe());
        return lu.apresImport()
                ? textes.avec("rapprochement.demande.import", quand)
                : textes.avec("rapprochement.demande", quand, balises.nom(lu.demandePar()));
    }

    /** Quand et par qui il a été appliqué ; vide s'il ne l'est pas. */
    public String getValidation() {
        Rapprochement lu = getDernier();
        return lu == null || lu.valideLe() == null
                ? ""
                : textes.avec(
                        "rapprochement.applique",
                        dates.quand(lu.valideLe()),
                        balises.nom(String.valueOf(lu.validePar())));
    }

    public Bilan getBilan() {
        Bilan lu = bilan;
        if (lu == null) {
            Rapprochement rapprochement = getDernier();
            lu = rapprochement == null
                    ? new Bilan(0, Map.of(), Map.of())
                    : academie.bilan(utilisateur.agent(), rapprochement);
            bilan = lu;
        }
        return lu;
    }

    /** Combien de comptes ont été traités. */
    public int getFaits() {
        return getBilan().issues().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Combien ont été fermés. */
    public int getFermes() {
        return getBilan().issues().getOrDefault(IssueDUnePaire.FAITE, 0);
    }

    /** Combien de paires on laisse. */
    public int getLaissees() {
        return getBilan().laissees().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Combien de paires pour chaque chose que l'on en fait, sans les zéros. */
    public List<Nombre> getNombres() {
        return getBilan().parCode().entrySet().stream()
                .map(e -> new Nombre(
                        e.getKey(),
                        textes.de(RechercheDePaires.cle(e.getKey())),
                        e.getValue(),
                        new Question(ADRESSE).avec(CHOIX, e.getKey()).adresse() + "#paires"))
                .toList();
    }

    /** Les codes qu'on peut choisir : ceux dont il y a des paires. */
    public List<String> getCodes() {
        return List.copyOf(getBilan().parCode().keySet());
    }

    private RechercheDePaires recherche() {
        return new RechercheDePaires(choix, mots);
    }

    private RapprochementDeLAcademie.Page trouvees() {
        RapprochementDeLAcademie.Page lues = trouvees;
        if (lues == null) {
            lues = academie.chercher(utilisateur.agent(), recherche(), page);
            trouvees = lues;
        }
        return lues;
    }

    public List<PaireMontree> getPaires() {
        return trouvees().paires();
    }

    public Pagination getPages() {
        return new Pagination(
                        page, RapprochementDeLAcademie.PAR_PAGE, trouvees().total(), question(ADRESSE))
                .bornee();
    }

    /** L'adresse de l'export de cette recherche. */
    public String getExport() {
        return question(ExportDuRapprochement.CHEMIN).adresse();
    }

    private Question question(String adresse) {
        return new Question(adresse)
                .avec(CHOIX, recherche().code())
                .avec(MOTS, recherche().saisie());
    }

    public String getChoix() {
        return recherche().code();
    }

    public void setChoix(@Nullable String choix) {
        this.choix = choix == null ? "" : choix;
    }

    public String getMots() {
        return recherche().saisie();
    }

    public void setMots(@Nullable String mots) {
        this.mots = Parametres.texte(mots, LONGUEUR);
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public String getFait() {
        return fait;
    }

    public void setFait(@Nullable String fait) {
        this.fait = fait == null ? "" : fait;
    }
}
