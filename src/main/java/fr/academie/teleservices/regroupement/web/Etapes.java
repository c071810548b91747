package fr.academie.teleservices.regroupement.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Où mène chaque étape : toujours une redirection, pour qu'une page rechargée ne renvoie rien. */
public final class Etapes {

    public static final String SAISIE = "/compte/regrouper?faces-redirect=true";
    public static final String ACTIVATION = "/activation?faces-redirect=true";

    static final String ENFANTS = "/compte/enfants?faces-redirect=true";

    private Etapes() {}

    /** L'étape 1 pour un compte de plus ; nul : pour le premier. */
    static String saisie(@Nullable UUID lot) {
        return lot == null ? SAISIE : SAISIE + "&avec=" + lot;
    }

    /** L'étape 1, qui redit ce refus. */
    static String saisie(@Nullable UUID lot, UUID refus) {
        return saisie(lot) + "&refus=" + refus;
    }

    public static String confirmation(UUID demande) {
        return "/compte/confirmation?faces-redirect=true&demande=" + demande;
    }

    /** Le résultat, pour qui n'a plus de session : son compte s'est fermé. */
    static String faitSansSession(UUID demande) {
        return "/comptes-regroupes?faces-redirect=true&demande=" + demande;
    }

    static String fait(UUID demande) {
        return "/compte/regroupement?faces-redirect=true&demande=" + demande;
    }
}
