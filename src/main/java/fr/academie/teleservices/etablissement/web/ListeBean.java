package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.etablissement.ClassesDEtablissement;
import fr.academie.teleservices.etablissement.Filtre;
import fr.academie.teleservices.etablissement.LigneTrouvee;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.etablissement.RechercheService.Page;
import fr.academie.teleservices.etablissement.Tri;
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

/** La liste du bureau : recherche, filtres, tri et pages, tous dans l'adresse. */
@Named("liste")
@RequestScoped
public class ListeBean {

    private final RechercheService recherches;
    private final UtilisateurCourant utilisateur;
    private final DernierFiltre dernier;
    private final Filtre filtre;
    private final int numero;
    private @Nullable Page page;
    private @Nullable List<ClassesDEtablissement> classes;

    @Inject
    public ListeBean(
            RechercheService recherches,
            UtilisateurCourant utilisateur,
            DernierFiltre dernier,
            HttpServletRequest requete) {
        this.recherches = recherches;
        this.utilisateur = utilisateur;
        this.dernier = dernier;
        this.filtre = LectureDuFiltre.lire(requete::getParameter);
        this.numero = Parametres.page(requete.getParameter("page"));
    }

    /** Avant l'affichage : cherche, et retient où l'on est. */
    public void charger() {
        page = recherches.chercher(utilisateur.agent(), filtre, numero);
        dernier.retenir(pages(page, "").adresse(page.numero()));
    }

    public Filtre getFiltre() {
        return filtre;
    }

    /** Les lignes ; aucune avant {@link #charger()}. */
    public @Nullable Page getPage() {
        return page;
    }

    /** Les classes à choisir : celles de l'établissement du filtre, ou de tous ceux de l'agent. */
    public List<ClassesDEtablissement> getClasses() {
        List<ClassesDEtablissement> lues = classes;
        if (lues == null) {
            lues = recherches.classes(utilisateur.agent()).stream()
                    .filter(groupe -> filtre.uai() == null || groupe.uai().equals(filtre.uai()))
                    .toList();
            classes = lues;
        }
        return lues;
    }

    /** La valeur d'un paramètre du filtre, pour la liste déroulante qui le choisit. */
    public String valeur(String parametre) {
        return String.valueOf(LectureDuFiltre.parametres(filtre).get(parametre));
    }

    /** La question de l'export du même filtre. */
    public String getQuestionDExport() {
        return LectureDuFiltre.question("", filtre).adresse();
    }

    /** La même liste triée par cette colonne ; dans l'autre sens si elle l'est déjà. */
    public String triee(String tri) {
        Tri voulu = Tri.valueOf(tri);
        return LectureDuFiltre.question("", filtre.trie(voulu, voulu == filtre.tri() && !filtre.decroissant()))
                .adresse();
    }

    /** Le sens de tri de cette colonne, comme {@code aria-sort} le dit. */
    public String sens(String tri) {
        if (filtre.tri() != Tri.valueOf(tri)) {
            return "none";
        }
        return filtre.decroissant() ? "descending" : "ascending";
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
                lue.numero(), RechercheService.PAR_PAGE, lue.total(), LectureDuFiltre.question(adresse, filtre));
    }
}
