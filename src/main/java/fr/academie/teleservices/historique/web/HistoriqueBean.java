package fr.academie.teleservices.historique.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.historique.Fait;
import fr.academie.teleservices.historique.Genre;
import fr.academie.teleservices.historique.HistoriqueService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HISTORIQUE : une page de faits, du plus récent au plus ancien. Un genre inconnu les montre tous, une page inconnue la première. */
@Named("historique")
@RequestScoped
public class HistoriqueBean {

    private static final int PAR_PAGE = 20;
    private static final int CHIFFRES_AU_PLUS = 6;

    private final HistoriqueService historique;
    private final UtilisateurCourant utilisateur;

    private @Nullable String genre;
    private @Nullable String page;
    private HistoriqueService.@Nullable Page lue;

    @Inject
    public HistoriqueBean(HistoriqueService historique, UtilisateurCourant utilisateur) {
        this.historique = historique;
        this.utilisateur = utilisateur;
    }

    public List<Genre> getGenres() {
        return List.of(Genre.values());
    }

    public Genre getGenreChoisi() {
        return Arrays.stream(Genre.values())
                .filter(g -> g.name().equals(genre))
                .findFirst()
                .orElse(Genre.TOUT);
    }

    public List<Fait> getFaits() {
        return lire().faits();
    }

    /** Le rang de la page affichée, depuis 1. */
    public int getRang() {
        boolean nombre = page != null && page.length() <= CHIFFRES_AU_PLUS && page.matches("[1-9][0-9]*");
        return nombre ? Integer.parseInt(String.valueOf(page)) : 1;
    }

    /** Le nombre de pages, au moins 1. */
    public int getPages() {
        return Math.max(1, (lire().total() + PAR_PAGE - 1) / PAR_PAGE);
    }

    private HistoriqueService.Page lire() {
        HistoriqueService.Page deja = lue;
        if (deja == null) {
            deja = historique.lire(utilisateur.getCompte(), getGenreChoisi(), (getRang() - 1) * PAR_PAGE, PAR_PAGE);
            lue = deja;
        }
        return deja;
    }

    public @Nullable String getGenre() {
        return genre;
    }

    public void setGenre(@Nullable String genre) {
        this.genre = genre;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
