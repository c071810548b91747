package fr.academie.teleservices.activation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Activation, étapes 1 et 4 : les enfants que le compte porte, puis ce qui a été fait. */
@Named("activation")
@RequestScoped
public class ActivationBean {

    private final UtilisateurCourant utilisateur;
    private final RepriseActivation reprise;
    private Set<String> cochees = Set.of();

    @Inject
    public ActivationBean(UtilisateurCourant utilisateur, RepriseActivation reprise) {
        this.utilisateur = utilisateur;
        this.reprise = reprise;
    }

    public List<Enfant> getEnfants() {
        return utilisateur.enfants();
    }

    /** Vrai si l'on peut encore déclarer n'être pas le représentant légal de cet enfant. */
    public boolean declarable(Enfant enfant) {
        return enfant.etat() == EtatRattachement.ACTIF;
    }

    public boolean declare(Enfant enfant) {
        return reprise.declares().contains(enfant.eleve().id());
    }

    /** Les enfants cochés à l'étape 1. */
    public List<Enfant> getDeclares() {
        return getEnfants().stream().filter(this::declare).toList();
    }

    /** Les cases cochées : des numéros d'élèves. */
    public void setCochees(String[] cases) {
        this.cochees = Set.copyOf(Arrays.asList(cases));
    }

    /** SUIVANT de l'étape 1 : retient les cases cochées, parmi les élèves du compte ; rien n'est encore signalé. */
    public String suivant() {
        reprise.noterEnfants(getEnfants().stream()
                .filter(this::declarable)
                .map(enfant -> enfant.eleve().id())
                .filter(id -> cochees.contains(String.valueOf(id)))
                .collect(Collectors.toSet()));
        return EtapesDActivation.MOT_DE_PASSE;
    }

    /** À l'arrivée à l'étape 4 : l'étape 3 si elle n'est pas faite ; l'accueil à qui n'en vient pas. */
    public @Nullable String chargerLaFin() {
        if (utilisateur.responsable().activationEnCours()) {
            return EtapesDActivation.MAIL;
        }
        return reprise.isFaite() ? null : EtapesDActivation.ACCUEIL;
    }
}
