package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.regroupement.RegroupementFait;
import fr.academie.teleservices.regroupement.RegroupementService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Étape 3, quand le compte connecté s'est fermé pour en garder un autre : sa session est finie, et ce navigateur seul apprend avec quel
 * identifiant se connecter désormais. Aucun enfant n'y est nommé.
 */
@Named("compteFerme")
@RequestScoped
public class CompteFermeBean {

    /** Dit « compte fermé » à qui l'est, et mène les autres chez eux. */
    private static final String AILLEURS = "/accueil?faces-redirect=true";

    private final RegroupementService regroupements;
    private final HttpServletRequest requete;

    private @Nullable UUID demande;
    private @Nullable RegroupementFait fait;

    @Inject
    public CompteFermeBean(RegroupementService regroupements, HttpServletRequest requete) {
        this.regroupements = regroupements;
        this.requete = requete;
    }

    /** À l'arrivée sur la page, et à chaque rechargement. */
    public @Nullable String charger() {
        UUID lot = demande;
        HttpSession http = requete.getSession(false);
        Object session = http == null ? null : http.getAttribute(SessionUtilisateur.ATTRIBUT);
        fait = lot != null && session instanceof SessionUtilisateur finie
                ? regroupements.faitAvantDeFermer(finie, lot).orElse(null)
                : null;
        return fait == null ? AILLEURS : null;
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
