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
    private @Nullable Filtre filtre;
    private @Nullable Page page;
    private @Nullable List<ClassesDEtablissement> classes;

    @Inject
    public ListeBean(RechercheService recherches, UtilisateurCourant utilisateur, DernierFiltre dernier) {
        this.recherches = recherches;
        this.utilisateur = utilisateur;
        this.dernier = dernier;
    }

    /** Avant l'affichage : cherche, et retient où l'on est. */
    public void charger() {
        page = recherches.chercher(utilisateur.agent(), getFiltre(), numero);
        dernier.retenir(pages(page, "").adresse(page.numero()));
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

    /** Les classes à choisir : celles de l'établissement du getFiltre(), ou de tous ceux de l'agent. */
    public List<ClassesDEtablissement> getClasses() {
        List<ClassesDEtablissement> lues = classes;
        if (lues == null) {
            lues = recherches.classes(utilisateur.agent()).stream()
                    .filter(groupe -> getFiltre().uai() == null
                            || groupe.uai().equals(getFiltre().uai()))
                    .toList();
            classes = lues;
        }
        return lues;
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
