package fr.academie.teleservices.activation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.activation.ActivationService;
import fr.academie.teleservices.motdepasse.web.SaisieDeMotDePasse;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Activation, étape 2 : le mot de passe choisi remplace celui du courrier, et le compte devient actif. */
@Named("premierMotDePasse")
@RequestScoped
public class PremierMotDePasseBean extends SaisieDeMotDePasse {

    private final ActivationService activations;
    private final UtilisateurCourant utilisateur;
    private final RepriseActivation reprise;
    private String motif = "";

    @Inject
    public PremierMotDePasseBean(
            ActivationService activations,
            UtilisateurCourant utilisateur,
            RepriseActivation reprise,
            Recapitulatif recapitulatif,
            Textes textes) {
        super(recapitulatif, textes);
        this.activations = activations;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
    }

    /** À l'arrivée : l'étape 1 à qui ne l'a pas faite dans cette session, en disant pourquoi si elle vient d'expirer. */
    public @Nullable String charger() {
        if (reprise.isEnfantsVus()) {
            return null;
        }
        return EtapesDActivation.ENFANTS + ("SESSION_EXPIREE".equals(motif) ? "&motif=SESSION_EXPIREE" : "");
    }

    /** Pourquoi l'on revient ici. */
    public void setMotif(String motif) {
        this.motif = motif;
    }

    /** ENREGISTRER. */
    public @Nullable String enregistrer() {
        if (!reprise.isEnfantsVus()) {
            return EtapesDActivation.ENFANTS;
        }
        return enregistrer(motDePasse -> {
            activations.activer(utilisateur.demandeur(), motDePasse, reprise.declares());
            // Le mail attendra que le titulaire se soit prouvé.
            return utilisateur.isLimite() ? EtapesDActivation.ACCUEIL : EtapesDActivation.MAIL;
        });
    }
}
