package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.ContestationService;
import fr.academie.teleservices.scolarite.Enfant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
    private final UtilisateurCourant utilisateur;

    private long eleve;

    @Inject
    public ContestationBean(ContestationService contestations, UtilisateurCourant utilisateur) {
        this.contestations = contestations;
        this.utilisateur = utilisateur;
    }

    /** Confirmer la contestation : une seconde fois ne change plus rien. */
    public String confirmer() {
        boolean fait = contestations.contester(utilisateur.demandeur(), eleve);
        return fait ? "/compte/enfants?faces-redirect=true&fait=contestation" : "/compte/contester?faces-redirect=true";
    }

    /** L'élève demandé ; {@code null} s'il n'est pas de ceux du compte. */
    public @Nullable Enfant getEnfant() {
        return utilisateur.enfants().stream()
                .filter(e -> e.eleve().id() == eleve)
                .findFirst()
                .orElse(null);
    }

    public long getEleve() {
        return eleve;
    }

    public void setEleve(long eleve) {
        this.eleve = eleve;
    }
}
