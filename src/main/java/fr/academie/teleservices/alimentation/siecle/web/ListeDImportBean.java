package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.alimentation.livraison.Ecart;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.siecle.ContenuDImport;
import fr.academie.teleservices.alimentation.siecle.ImportsDuBureau;
import fr.academie.teleservices.alimentation.siecle.LectureDesImports;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Une liste d'un import, par pages : tout est dans l'adresse. */
@Named("listeDImport")
@RequestScoped
public class ListeDImportBean {

    static final String PAGE = RemiseServlet.PAGE + "/liste";

    private final ImportsDuBureau imports;
    private final LectureDesImports lectures;
    private final MotsDUnImport mots;
    private final UtilisateurCourant utilisateur;
    private long id;
    private ContenuDImport quoi = ContenuDImport.REMARQUES;
    private Ecart ecart = Ecart.NOUVEAU;
    private int page = 1;
    private @Nullable Livraison livraison;
    private List<LigneDImport> lignes = List.of();

    @Inject
    public ListeDImportBean(
            ImportsDuBureau imports, LectureDesImports lectures, MotsDUnImport mots, UtilisateurCourant utilisateur) {
        this.imports = imports;
        this.lectures = lectures;
        this.mots = mots;
        this.utilisateur = utilisateur;
    }

    /** La question d'une liste. */
    static Question question(Livraison livraison, ContenuDImport quoi, @Nullable Ecart ecart) {
        return new Question(PAGE).avec("id", livraison.id()).avec("quoi", quoi).avec("ecart", ecart);
    }

    /** Avant l'affichage : 404 si ce n'est pas un import de l'agent. */
    public void charger() {
        Livraison lue = imports.trouver(utilisateur.agent(), id).orElse(null);
        if (lue == null) {
            Introuvable.repondre();
            return;
        }
        livraison = lue;
        page = getPages().page();
        lignes = switch (quoi) {
            case ELEVES ->
                lectures.eleves(utilisateur.agent(), lue, ecart, page).stream()
                        .map(mots::eleve)
                        .toList();
            case PERSONNES ->
                lectures.personnes(utilisateur.agent(), lue, ecart, page).stream()
                        .map(mots::personne)
                        .toList();
            case LIENS ->
                lectures.liens(utilisateur.agent(), lue, ecart, page).stream()
                        .map(mots::lien)
                        .toList();
            case REMARQUES ->
                lectures.remarques(utilisateur.agent(), lue, page).stream()
                        .map(mots::remarque)
                        .toList();
        };
    }

    public @Nullable Livraison getLivraison() {
        return livraison;
    }

    public List<LigneDImport> getLignes() {
        return lignes;
    }

    /** Clé du titre de la liste. */
    public String getTitre() {
        return "siecle.liste." + (quoi == ContenuDImport.REMARQUES ? quoi.name() : quoi.name() + "." + ecart.name());
    }

    /** Les pages de la liste. */
    public Pagination getPages() {
        Livraison lue = Objects.requireNonNull(livraison);
        return new Pagination(
                        page,
                        LectureDesImports.PAR_PAGE,
                        lectures.combien(lue, quoi, ecart),
                        question(lue, quoi, quoi == ContenuDImport.REMARQUES ? null : ecart))
                .bornee();
    }

    /** L'adresse de la même liste en tableau. */
    public Question getExport() {
        return new Question(ExportDImport.CHEMIN)
                .avec("id", id)
                .avec("quoi", quoi)
                .avec("ecart", quoi == ContenuDImport.REMARQUES ? null : ecart);
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public void setQuoi(ContenuDImport quoi) {
        this.quoi = quoi;
    }

    /** Ce que montre la liste. */
    public ContenuDImport getQuoi() {
        return quoi;
    }

    public void setEcart(Ecart ecart) {
        this.ecart = ecart;
    }

    public Ecart getEcart() {
        return ecart;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
