package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Qui demande, pour cette requête : posé par le filtre d'accès après relecture en base, et par lui seul. */
@Named("utilisateur")
@RequestScoped
public class UtilisateurCourant {

    private @Nullable ResponsableConnecte responsable;
    private @Nullable Demandeur demandeur;
    private @Nullable Agent agent;
    private List<Etablissement> etablissements = List.of();
    private @Nullable AutreProfil autre;

    /** Réservé au filtre d'accès. */
    public void definir(SessionUtilisateur session, ResponsableConnecte lu, String adresse) {
        responsable = lu;
        demandeur = new Demandeur(
                lu.compte().id(),
                lu.compte().identifiant(),
                session.sessionId(),
                adresse,
                lu.etat().niveau(),
                lu.etat().portee());
    }

    /** Réservé au filtre d'accès. */
    public void definir(AgentConnecte lu) {
        agent = lu.agent();
        etablissements = lu.etablissements();
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
        return responsable != null || agent != null;
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
        return responsable != null;
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
        return responsable().compte();
    }

    /** Les enfants du compte connecté que sa session voit, par prénom, liens contestés compris ; vide si aucun responsable ne l'est. */
    public List<Enfant> enfants() {
        return responsable == null ? List.of() : demandeur().visibles(responsable.enfants());
    }

    /** Le responsable connecté, tel que lu à l'entrée ; {@link IllegalStateException} si aucun ne l'est. */
    public ResponsableConnecte responsable() {
        if (responsable == null) {
            throw new IllegalStateException("Aucun responsable n'est connecté.");
        }
        return responsable;
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

    /** Les établissements de l'agent connecté, par nom ; vide si aucun ne l'est. */
    public List<Etablissement> etablissements() {
        return etablissements;
    }

    /** L'identifiant de la personne connectée ; vide si personne ne l'est. */
    public String getIdentifiant() {
        if (agent != null) {
            return agent.identifiant().valeur();
        }
        return responsable == null ? "" : getCompte().identifiant().valeur();
    }

    /** Prénom et nom de la personne connectée, un responsable comme on s'adresse à lui ; vide si personne ne l'est. */
    public String getNomComplet() {
        if (agent != null) {
            return agent.nomComplet();
        }
        return responsable == null ? "" : getCompte().identite().nomCourant();
    }
}
