package fr.academie.teleservices.activation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.activation.ActivationRefusee;
import fr.academie.teleservices.activation.ActivationService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.socle.web.Recapitulatif;
import fr.academie.teleservices.socle.web.Textes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Activation : qui se connecte avec un mot de passe provisoire en choisit un autre avant toute chose. */
@Named("activation")
@RequestScoped
public class ActivationBean {

    private static final String CHAMP_NOUVEAU = "nouveau-saisie";
    private static final String CHAMP_CONFIRMATION = "confirmation-saisie";
    private static final String ACCUEIL = "/accueil?faces-redirect=true";

    private final ActivationService activations;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;

    private String nouveau = "";
    private String confirmation = "";

    @Inject
    public ActivationBean(
            ActivationService activations, UtilisateurCourant utilisateur, Recapitulatif recapitulatif, Textes textes) {
        this.activations = activations;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** À l'arrivée sur la page : un compte déjà actif n'a rien à y faire et revient à l'accueil. */
    public @Nullable String charger() {
        return utilisateur.getCompte().etat() == EtatCompte.CREE ? null : ACCUEIL;
    }

    /** ENREGISTRER ; {@code null} : la page est montrée à nouveau avec ses erreurs, champs vides. */
    public @Nullable String enregistrer() {
        if (!nouveau.equals(confirmation)) {
            recapitulatif.signaler(CHAMP_CONFIRMATION, textes.de("activation.differents"));
            return null;
        }
        try {
            activations.activer(utilisateur.demandeur(), nouveau);
            return ACCUEIL + "&activation=faite";
        } catch (ActivationRefusee e) {
            e.defauts()
                    .forEach(defaut ->
                            recapitulatif.signaler(CHAMP_NOUVEAU, textes.de("motDePasse.regle." + defaut.name())));
            return null;
        } catch (ServiceSature e) {
            recapitulatif.signaler(textes.de("regroupement.refus.SERVICE_SATURE"));
            return null;
        }
    }

    public String getNouveau() {
        return nouveau;
    }

    public void setNouveau(String nouveau) {
        this.nouveau = nouveau;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }
}
