package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.scolarite.Enfant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ACCUEIL : l'enfant choisi parmi ceux du compte. Un choix inconnu revient au premier enfant. */
@Named("accueil")
@RequestScoped
public class AccueilBean {

    private final EnfantsDuCompte enfants;
    private @Nullable String choix;

    @Inject
    public AccueilBean(EnfantsDuCompte enfants) {
        this.enfants = enfants;
    }

    public List<Enfant> getEnfants() {
        return enfants.getListe();
    }

    /** Vrai s'il y a de quoi choisir. */
    public boolean isPlusieurs() {
        return getEnfants().size() > 1;
    }

    /** L'enfant affiché ; {@code null} si le compte n'en a aucun. */
    public @Nullable Enfant getCourant() {
        return getEnfants().stream()
                .filter(enfant -> String.valueOf(enfant.eleve().id()).equals(choix))
                .findFirst()
                .orElse(getEnfants().isEmpty() ? null : getEnfants().get(0));
    }

    public boolean estCourant(Enfant enfant) {
        return enfant.equals(getCourant());
    }

    public @Nullable String getChoix() {
        return choix;
    }

    public void setChoix(@Nullable String choix) {
        this.choix = choix;
    }
}
