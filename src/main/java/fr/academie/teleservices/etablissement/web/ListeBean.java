package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.etablissement.ClassesDEtablissement;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.LigneTrouvee;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.etablissement.RechercheService.Page;
import fr.academie.teleservices.etablissement.Tri;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** La liste du bureau : recherche, filtres, tri et pages, tous dans l'adresse. */
@Named("liste")
@RequestScoped
public class ListeBean {

    private final RechercheService recherches;
    private final UtilisateurCourant utilisateur;
    private final DernierFiltre dernier;
    private final Map<String, String> parametres = new HashMap<>();
    private int numero = 1;
    private String ouvrir = "";
    private @Nullable Filtre filtre;
    private @Nullable Page page;

    @Inject
    public ListeBean(RechercheService recherches, UtilisateurCourant utilisateur, DernierFiltre dernier) {
        this.recherches = recherches;
        this.utilisateur = utilisateur;
        this.dernier = dernier;
    }

    /** Avant l'affichage : cherche, et retient où l'on est ; des mots qui ne trouvent qu'une personne mènent à sa fiche. */
    public @Nullable String charger() {
        Page lue = recherches.chercher(utilisateur.agent(), getFiltre(), numero);
        page = lue;
        dernier.retenir(pages(lue, "").adresse(lue.numero()));
        return "oui".equals(ouvrir) && !getFiltre().texte().isEmpty()
                ? seul(lue)
                        .map(id -> "/etablissement/responsable?faces-redirect=true&id=" + id)
                        .orElse(null)
                : null;
    }

    /** Le responsable de toutes les lignes, s'il n'y en a qu'un : un identifiant se trouve une fois par élève. */
    private static Optional<Long> seul(Page lue) {
        List<Long> trouves = lue.lignes().stream()
                .map(LigneTrouvee::responsableId)
                .distinct()
                .toList();
        return lue.total() == lue.lignes().size() && trouves.size() == 1 && trouves.get(0) > 0
                ? Optional.of(trouves.get(0))
                : Optional.empty();
    }

    /** « oui » si la recherche vient d'être tapée : revenir à la liste ne la rejoue pas. */
    public void setOuvrir(String demande) {
        this.ouvrir = demande;
    }

    /** Vrai si rien n'est filtré : la page d'arrivée, qui dit d'abord ce qui attend. */
    public boolean isEntiere() {
        return LectureDuFiltre.question("", getFiltre().trie(Tri.ELEVE, false))
                        .adresse()
                        .isEmpty()
                && numero == 1;
    }

    /** Ce que l'adresse demande, par nom de paramètre. */
    public Map<String, String> getParametres() {
        return parametres;
    }

    public void setNumero(int numero) {
        this.numero = numero;
    }

    public Filtre getFiltre() {
        Filtre lu = filtre;
        if (lu == null) {
            lu = LectureDuFiltre.lire(parametres::get);
            filtre = lu;
        }
        return lu;
    }

    /** Les lignes ; aucune avant {@link #charger()}. */
    public @Nullable Page getPage() {
        return page;
    }

    /** Les classes à choisir : celles de l'établissement du filtre, ou de tous ceux de l'agent. */
    public List<ClassesDEtablissement> getClasses() {
        return Objects.requireNonNull(page).classes().stream()
                .filter(groupe -> getFiltre().uai() == null
                        || groupe.uai().equals(getFiltre().uai()))
                .toList();
    }

    /** La valeur d'un paramètre du getFiltre(), pour la liste déroulante qui le choisit. */
    public String valeur(String parametre) {
        return String.valueOf(LectureDuFiltre.parametres(getFiltre()).get(parametre));
    }

    /** La question de l'export du même getFiltre(). */
    public String getQuestionDExport() {
        return LectureDuFiltre.question("", getFiltre()).adresse();
    }

    /** La même liste triée par cette colonne ; dans l'autre sens si elle l'est déjà. */
    public String triee(String tri) {
        Tri voulu = Tri.valueOf(tri);
        return LectureDuFiltre.question(
                        "",
                        getFiltre()
                                .trie(
                                        voulu,
                                        voulu == getFiltre().tri()
                                                && !getFiltre().decroissant()))
                .adresse();
    }

    /** Le sens de tri de cette colonne, comme {@code aria-sort} le dit. */
    public String sens(String tri) {
        if (getFiltre().tri() != Tri.valueOf(tri)) {
            return "none";
        }
        return getFiltre().decroissant() ? "descending" : "ascending";
    }

    /** La question de la page des personnes qui attendent un compte, dans la classe de cet élève. */
    public String questionDesAttendus(LigneTrouvee ligne) {
        return new Question("")
                .avec("uai", ligne.uai())
                .avec("classe", ligne.classe())
                .adresse();
    }

    /** Les pages de la liste. */
    public Pagination getPages() {
        return pages(Objects.requireNonNull(page), "/etablissement");
    }

    private Pagination pages(Page lue, String adresse) {
        return new Pagination(
                lue.numero(), RechercheService.PAR_PAGE, lue.total(), LectureDuFiltre.question(adresse, getFiltre()));
    }
}
