package fr.academie.teleservices.manque;

/** Pourquoi un code ne part pas, ou ne prouve rien ; aucun ne dit si un autre compte existe. */
public enum RefusCode {
    /** Ce n'est pas une date de naissance d'élève. */
    NAISSANCE_IMPOSSIBLE,
    /** Trop de codes demandés, ou essayés ; l'attente est donnée. */
    TROP_D_ESSAIS,
    /** Un autre code que celui qui est parti ; les essais qui restent sont donnés. */
    CODE_FAUX,
    /** Plus aucun code n'attend : expiré, déjà donné, trop essayé, ou jamais demandé par cette session. */
    CODE_PERIME,
    /** Trop de calculs attendent. */
    SERVICE_SATURE
}
