package fr.academie.teleservices.rapprochement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.rapprochement.SuggestionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** La suggestion de regrouper un autre compte : montrée ou non, et écartée. */
@Named("suggestion")
@RequestScoped
public class SuggestionBean {

    private final SuggestionService suggestions;
    private final UtilisateurCourant utilisateur;
    private @Nullable Boolean presente;

    @Inject
    public SuggestionBean(SuggestionService suggestions, UtilisateurCourant utilisateur) {
        this.suggestions = suggestions;
        this.utilisateur = utilisateur;
    }

    /** Vrai s'il y a quelque chose à suggérer au responsable connecté ; faux pour tout autre. */
    public boolean isPresente() {
        Boolean deja = presente;
        if (deja == null) {
            deja = utilisateur.isResponsable() && suggestions.existe(utilisateur.demandeur());
            presente = deja;
        }
        return deja;
    }

    public String ecarter() {
        suggestions.ecarter(utilisateur.demandeur());
        return "/compte/enfants?faces-redirect=true&fait=suggestion";
    }
}
