package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.ScolariteService;
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
    private final ScolariteService scolarite;
    private @Nullable List<Enfant> liste;

    @Inject
    public EnfantsDuCompte(UtilisateurCourant utilisateur, ScolariteService scolarite) {
        this.utilisateur = utilisateur;
        this.scolarite = scolarite;
    }

    public List<Enfant> getListe() {
        List<Enfant> lus = liste;
        if (lus == null) {
            lus = utilisateur.isResponsable()
                    ? scolarite.enfants(utilisateur.getCompte().id())
                    : List.of();
            liste = lus;
        }
        return lus;
    }
}
