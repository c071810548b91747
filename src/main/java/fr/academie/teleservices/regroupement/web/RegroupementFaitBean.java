package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.regroupement.RegroupementFait;
import fr.academie.teleservices.regroupement.RegroupementService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Étape 3, CONFIRMATION DE REGROUPEMENT DE COMPTES : montrée seulement quand la base dit que c'est fait. */
@Named("regroupementFait")
@RequestScoped
public class RegroupementFaitBean {

    private final RegroupementService regroupements;
    private final UtilisateurCourant utilisateur;
    private final RepriseRegroupement reprise;

    private @Nullable UUID demande;
    private @Nullable RegroupementFait fait;

    @Inject
    public RegroupementFaitBean(
            RegroupementService regroupements, UtilisateurCourant utilisateur, RepriseRegroupement reprise) {
        this.regroupements = regroupements;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
    }

    /**
     * À l'arrivée sur la page, et à chaque rechargement.
     *
     * @return {@code null} pour montrer le résultat ; l'étape 1, qui dit pourquoi, s'il n'y en a pas
     */
    public @Nullable String charger() {
        fait = Optional.ofNullable(demande)
                .flatMap(jeton -> regroupements.fait(utilisateur.demandeur(), jeton))
                .orElse(null);
        if (fait == null) {
            return Etapes.saisie(null, reprise.noterSansDemande());
        }
        return null;
    }

    public @Nullable RegroupementFait getFait() {
        return fait;
    }

    public @Nullable UUID getDemande() {
        return demande;
    }

    public void setDemande(UUID demande) {
        this.demande = demande;
    }
}
