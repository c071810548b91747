package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Enfant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Les enfants rattachés au compte connecté ; vide pour qui n'est pas responsable. */
@Named("enfants")
@RequestScoped
public class EnfantsDuCompte {

    private final UtilisateurCourant utilisateur;

    @Inject
    public EnfantsDuCompte(UtilisateurCourant utilisateur) {
        this.utilisateur = utilisateur;
    }

    public List<Enfant> getListe() {
        return utilisateur.enfants();
    }
}
