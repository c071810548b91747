package fr.academie.teleservices.activation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.activation.ActivationService;
import fr.academie.teleservices.socle.web.Recapitulatif;
import fr.academie.teleservices.socle.web.Textes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Activation : qui se connecte avec un mot de passe provisoire en choisit un autre avant toute chose. */
@Named("activation")
@RequestScoped
public class ActivationBean extends SaisieDeMotDePasse {

    private static final String ACCUEIL = "/accueil?faces-redirect=true";

    private final ActivationService activations;
    private final UtilisateurCourant utilisateur;

    @Inject
    public ActivationBean(
            ActivationService activations, UtilisateurCourant utilisateur, Recapitulatif recapitulatif, Textes textes) {
        super(recapitulatif, textes);
        this.activations = activations;
        this.utilisateur = utilisateur;
    }

    /** À l'arrivée sur la page : un compte déjà actif n'a rien à y faire et revient à l'accueil. */
    public @Nullable String charger() {
        return utilisateur.getCompte().doitChoisirSonMotDePasse() ? null : ACCUEIL;
    }

    /** ENREGISTRER. */
    public @Nullable String enregistrer() {
        return enregistrer(motDePasse -> {
            activations.activer(utilisateur.demandeur(), motDePasse);
            return ACCUEIL + "&activation=faite";
        });
    }
}
