package fr.academie.teleservices.historique.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.historique.Fait;
import fr.academie.teleservices.historique.Genre;
import fr.academie.teleservices.historique.HistoriqueService;
import fr.academie.teleservices.socle.web.Pagination;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HISTORIQUE : une page de faits, du plus récent au plus ancien. Un genre inconnu les montre tous, une page inconnue la première. */
@Named("historique")
@RequestScoped
public class HistoriqueBean {

    private static final int PAR_PAGE = 20;

    private final HistoriqueService historique;
    private final UtilisateurCourant utilisateur;

    private Genre genre = Genre.TOUT;
    private int page = 1;
    private HistoriqueService.@Nullable Page lue;

    @Inject
    public HistoriqueBean(HistoriqueService historique, UtilisateurCourant utilisateur) {
        this.historique = historique;
        this.utilisateur = utilisateur;
    }

    public List<Genre> getGenres() {
        return List.of(Genre.values());
    }

    public List<Fait> getFaits() {
        return lire().faits();
    }

    /** Les pages de l'historique, pour ce genre de faits. */
    public Pagination getPages() {
        return new Pagination(
                        page, PAR_PAGE, lire().total(), new Question("/compte/historique").avec("genre", genre.name()))
                .bornee();
    }

    private HistoriqueService.Page lire() {
        HistoriqueService.Page deja = lue;
        if (deja == null) {
            deja = Pagination.lire(
                    page,
                    PAR_PAGE,
                    saut -> historique.lire(utilisateur.demandeur(), genre, saut, PAR_PAGE),
                    HistoriqueService.Page::total);
            lue = deja;
        }
        return deja;
    }

    public Genre getGenre() {
        return genre;
    }

    public void setGenre(Genre genre) {
        this.genre = genre;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
