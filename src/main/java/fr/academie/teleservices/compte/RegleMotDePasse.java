package fr.academie.teleservices.compte;

/** Une règle qu'un nouveau mot de passe ne tient pas ; clé de message {@code motDePasse.regle.<nom>}. */
public enum RegleMotDePasse {
    /** Ni 12 caractères de 4 genres, ni 14 de 3, ni une phrase de 7 mots. */
    TROP_FAIBLE,
    /** Sept mots y sont, mais trop courts ou répétés. */
    PHRASE_PAUVRE,
    TROP_LONG,
    /** Il commence ou finit par un blanc, qu'un clavier ajoute et qu'un autre ôte. */
    BLANC_AUTOUR,
    /** Un de ses signes n'est pas envoyé pareil par tous les appareils ({@link MotDePasseChoisi}). */
    SIGNE_CHANGEANT,
    /** La forme d'un mot de passe de courrier, que les pages de connexion remettent en majuscules et en groupes. */
    COMME_UN_COURRIER,
    CONTIENT_LE_NOM,
    CONTIENT_L_IDENTIFIANT,
    TROP_COURANT,
    /** Hors des mots que l'on sait du titulaire, de ses enfants ou du service, il ne reste presque rien. */
    REPOSE_SUR_LE_COMPTE,
    /** Hors d'une date ou d'une année, il ne reste presque rien. */
    REPOSE_SUR_UNE_DATE,
    SUITE_DE_TOUCHES
}
