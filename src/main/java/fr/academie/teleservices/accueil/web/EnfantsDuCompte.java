package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.acces.EnfantsVisibles;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Enfant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les enfants rattachés au compte connecté, lus au plus une fois par page ; vide pour qui n'est pas responsable. */
@Named("enfants")
@RequestScoped
public class EnfantsDuCompte {

    private final UtilisateurCourant utilisateur;
    private final EnfantsVisibles visibles;
    private @Nullable List<Enfant> liste;

    @Inject
    public EnfantsDuCompte(UtilisateurCourant utilisateur, EnfantsVisibles visibles) {
        this.utilisateur = utilisateur;
        this.visibles = visibles;
    }

    public List<Enfant> getListe() {
        List<Enfant> lus = liste;
        if (lus == null) {
            lus = utilisateur.isResponsable() ? visibles.de(utilisateur.demandeur()) : List.of();
            liste = lus;
        }
        return lus;
    }
}
