package fr.academie.teleservices.acces.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** La page qui renvoie, d'un bouton, le formulaire que la preuve a interrompu. */
@Named("envoiRetenu")
@RequestScoped
public class EnvoiRetenuBean {

    private final HttpServletRequest requete;

    @Inject
    public EnvoiRetenuBean(HttpServletRequest requete) {
        this.requete = requete;
    }

    /** À l'arrivée : la première page s'il n'y a rien à renvoyer. */
    public @Nullable String charger() {
        return EnvoisRetenus.de(requete).isPresent() ? null : "/accueil?faces-redirect=true";
    }

    /** Où le formulaire allait ; vide s'il n'y en a pas. */
    public String getAdresse() {
        return EnvoisRetenus.de(requete)
                .map(envoi -> requete.getContextPath() + envoi.chemin())
                .orElse("");
    }

    public List<EnvoiRetenu.Champ> getChamps() {
        return EnvoisRetenus.de(requete).map(EnvoiRetenu::champs).orElse(List.of());
    }
}
