package fr.academie.teleservices.tuile.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** La tuile : combien d'enfants, pour qui est connecté. Avec une suggestion qui attend, rien d'autre n'est montré dans le cadre d'un portail. */
@Named("tuile")
@RequestScoped
public class TuileBean {

    private final UtilisateurCourant utilisateur;

    @Inject
    public TuileBean(UtilisateurCourant utilisateur) {
        this.utilisateur = utilisateur;
    }

    /** Les enfants dont le lien n'est ni retiré ni contesté ; 0 si personne n'est connecté. */
    public long getEnfants() {
        return utilisateur.enfants().stream()
                .filter(enfant -> enfant.etat() == EtatRattachement.ACTIF)
                .count();
    }
}
