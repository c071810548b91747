package fr.academie.teleservices.activation.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Set;

/**
 * Où en est l'activation dans cette session : les élèves déclarés à l'étape 1, qui ne seront signalés qu'avec le mot de passe.
 *
 * <p>Une session qui se termine avant n'a rien changé : l'étape 1 est à refaire.
 */
@SessionScoped
public class RepriseActivation implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean enfantsVus;
    private boolean faite;
    private Set<Long> declares = Set.of();

    public synchronized void noterEnfants(Set<Long> eleves) {
        enfantsVus = true;
        declares = Set.copyOf(eleves);
    }

    public synchronized void noterFaite() {
        faite = true;
    }

    /** Vrai après l'étape 1. */
    public synchronized boolean isEnfantsVus() {
        return enfantsVus;
    }

    /** Vrai quand la dernière étape a été faite dans cette session. */
    public synchronized boolean isFaite() {
        return faite;
    }

    /** Les élèves dont le titulaire a déclaré n'être pas le représentant légal. */
    public synchronized Set<Long> declares() {
        return declares;
    }
}
