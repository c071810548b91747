package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.Agent;
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
    private @Nullable Agent agent;
    private @Nullable AutreProfil autre;

    /** Réservé au filtre d'accès. */
    public void definir(SessionUtilisateur session, SessionService.Etat etat, Compte lu, String adresse) {
        compte = lu;
        demandeur =
                new Demandeur(lu.id(), lu.identifiant(), session.sessionId(), adresse, etat.niveau(), etat.portee());
    }

    /** Réservé au filtre d'accès. */
    public void definir(Agent lu) {
        agent = lu;
    }

    /** Réservé au filtre d'accès. */
    public void definir(@Nullable AutreProfil lu) {
        autre = lu;
    }

    /** Vrai si cette personne a aussi l'autre profil : responsable pour un agent, agent pour un responsable. */
    public boolean isDeuxProfils() {
        return autre != null && isConnecte();
    }

    public boolean isConnecte() {
        return compte != null || agent != null;
    }

    public boolean isAgent() {
        return agent != null;
    }

    /** Le bureau de l'agent connecté : {@code /etablissement} ou {@code /assistance} ; vide si aucun agent ne l'est. */
    public String getBureau() {
        return agent == null ? "" : agent.profil().bureau().orElse("");
    }

    /** Vrai si l'agent connecté dirige au moins un établissement. */
    public boolean isChef() {
        return agent != null && !agent.habilitations().diriges().isEmpty();
    }

    public boolean isResponsable() {
        return compte != null;
    }

    /** Vrai si la session du responsable ne voit du compte que ce qu'un établissement en sait. */
    public boolean isLimite() {
        return demandeur != null && demandeur.limite();
    }

    /** Vrai si la session de la personne connectée vient de se prouver. */
    public boolean isFrais() {
        return agent != null ? agent.frais() : demandeur != null && demandeur.niveau() == Niveau.FRAIS;
    }

    /** Le compte connecté ; {@link IllegalStateException} si aucun responsable ne l'est. */
    public Compte getCompte() {
        if (compte == null) {
            throw new IllegalStateException("Aucun responsable n'est connecté.");
        }
        return compte;
    }

    /** Le demandeur ; {@link IllegalStateException} si aucun responsable n'est connecté. */
    public Demandeur demandeur() {
        if (demandeur == null) {
            throw new IllegalStateException("Aucun responsable n'est connecté.");
        }
        return demandeur;
    }

    /** L'agent connecté ; {@link IllegalStateException} si aucun ne l'est. */
    public Agent agent() {
        if (agent == null) {
            throw new IllegalStateException("Aucun agent n'est connecté.");
        }
        return agent;
    }

    /** L'identifiant de la personne connectée ; vide si personne ne l'est. */
    public String getIdentifiant() {
        if (agent != null) {
            return agent.identifiant().valeur();
        }
        return compte == null ? "" : compte.identifiant().valeur();
    }

    /** Prénom et nom de la personne connectée, un responsable comme on s'adresse à lui ; vide si personne ne l'est. */
    public String getNomComplet() {
        if (agent != null) {
            return agent.nomComplet();
        }
        return compte == null ? "" : compte.identite().nomCourant();
    }
}
