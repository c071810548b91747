package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.manque.DemandeDeCourrier;
import fr.academie.teleservices.manque.DemandeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « Il manque un enfant ? » : ce que l'on peut faire, et les demandes de courrier déjà faites. */
@Named("enfantManquant")
@RequestScoped
public class EnfantManquantBean {

    private static final String PAGE = "/compte/enfant-manquant?faces-redirect=true&fait=";

    private final DemandeService demandes;
    private final UtilisateurCourant utilisateur;
    private @Nullable List<DemandeDeCourrier> lues;

    @Inject
    public EnfantManquantBean(DemandeService demandes, UtilisateurCourant utilisateur) {
        this.demandes = demandes;
        this.utilisateur = utilisateur;
    }

    /** Les siennes, qui attendent ou ont eu une réponse récente. */
    public List<DemandeDeCourrier> getDemandes() {
        List<DemandeDeCourrier> deja = lues;
        if (deja == null) {
            deja = demandes.siennes(utilisateur.demandeur());
            lues = deja;
        }
        return deja;
    }

    /** Renoncer à l'une d'elles ; une seconde fois ne change plus rien. */
    public String retirer(long id) {
        demandes.retirer(utilisateur.demandeur(), id);
        return PAGE + "retiree";
    }
}
