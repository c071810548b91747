package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Compte;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Qui demande, pour cette requête : posé par le filtre d'accès après relecture en base, et par lui seul. */
@Named("utilisateur")
@RequestScoped
public class UtilisateurCourant {

    private @Nullable Compte compte;
    private @Nullable Demandeur demandeur;

    /** Réservé au filtre d'accès. */
    public void definir(SessionUtilisateur session, Compte lu, String adresse) {
        compte = lu;
        demandeur = new Demandeur(lu.id(), lu.identifiant(), session.sessionId(), adresse);
    }

    public boolean isConnecte() {
        return compte != null;
    }

    public boolean isResponsable() {
        return compte != null;
    }

    /** Le compte connecté ; {@link IllegalStateException} sur une page publique sans session. */
    public Compte getCompte() {
        if (compte == null) {
            throw new IllegalStateException("Personne n'est connecté.");
        }
        return compte;
    }

    /** Le demandeur ; {@link IllegalStateException} sur une page publique sans session. */
    public Demandeur demandeur() {
        if (demandeur == null) {
            throw new IllegalStateException("Personne n'est connecté.");
        }
        return demandeur;
    }

    /** Prénom et nom de la personne connectée ; vide si personne ne l'est. */
    public String getNomComplet() {
        return compte == null ? "" : compte.identite().nomComplet();
    }
}
