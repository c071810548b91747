package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.ContestationService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * « Je ne suis pas le représentant légal de cet élève » : ce qui va se passer, puis la confirmation.
 *
 * <p>Le numéro de l'élève vient de l'adresse : il ne désigne jamais qu'un élève du compte connecté.
 */
@Named("contestation")
@RequestScoped
public class ContestationBean {

    private final ContestationService contestations;
    private final ScolariteService scolarite;
    private final UtilisateurCourant utilisateur;

    private final @Nullable String eleve;
    private @Nullable Enfant enfant;
    private boolean cherche;

    @Inject
    public ContestationBean(
            ContestationService contestations,
            ScolariteService scolarite,
            UtilisateurCourant utilisateur,
            HttpServletRequest requete) {
        this.contestations = contestations;
        this.scolarite = scolarite;
        this.utilisateur = utilisateur;
        this.eleve = requete.getParameter("eleve");
    }

    /** Confirmer le signalement : une seconde fois ne change plus rien. */
    public String confirmer() {
        OptionalLong numero = Parametres.numero(eleve);
        boolean fait = numero.isPresent() && contestations.contester(utilisateur.demandeur(), numero.getAsLong());
        return fait ? "/compte/enfants?faces-redirect=true&fait=signalement" : "/compte/contester?faces-redirect=true";
    }

    /** L'élève demandé ; {@code null} s'il n'est pas de ceux du compte. */
    public @Nullable Enfant getEnfant() {
        if (!cherche) {
            enfant = scolarite.enfants(utilisateur.demandeur().responsableId()).stream()
                    .filter(e -> String.valueOf(e.eleve().id()).equals(eleve))
                    .findFirst()
                    .orElse(null);
            cherche = true;
        }
        return enfant;
    }

    public @Nullable String getEleve() {
        return eleve;
    }
}
