package fr.academie.teleservices.journal;

/** Ce qu'une ligne du journal rapporte ; clé de message {@code journal.<nom>}. */
public enum ActionJournal {
    CONNEXION,
    /** Un établissement a créé le compte. */
    CREATION,
    /** Un établissement a rattaché un élève au compte. */
    RATTACHEMENT,
    /** Des fichiers de l'établissement ou de l'académie ont changé des liens du compte ; les détails disent lesquels. */
    RATTACHEMENTS_IMPORTES,
    /** Les mêmes fichiers ont changé son adresse mail ou son portable, que le titulaire n'avait pas donnés ; les détails disent lesquels. */
    COORDONNEES_IMPORTEES,
    /** Un établissement a fait un courrier : le mot de passe provisoire qu'il porte remplace le précédent. */
    COURRIER,
    /** Le responsable a demandé un courrier à un établissement, pour un enfant qui manque à son compte ; les détails disent lequel. */
    COURRIER_DEMANDE,
    /** Une personne qui avait le courrier en a donné le code ou le mot de passe ; les détails disent lequel. */
    COURRIER_PRESENTE,
    /** Un établissement a fait envoyer au titulaire, à son adresse confirmée, un lien pour choisir un mot de passe. */
    LIEN_ENVOYE,
    ACTIVATION,
    MOT_DE_PASSE_CHANGE,
    /** Après « mot de passe oublié ? ». */
    MOT_DE_PASSE_REINITIALISE,
    /** Le titulaire d'un compte qu'un courrier a ouvert s'est prouvé autrement ; les détails disent comment. */
    TITULAIRE_PROUVE,
    /** Le responsable a donné une autre adresse mail ; elle attend d'être confirmée. */
    MAIL_DEMANDE,
    /** L'adresse mail en attente a été confirmée, par le code ou par le lien. */
    MAIL_CONFIRME,
    /** L'ancienne adresse mail s'est opposée au changement ; elle est remise en place. */
    MAIL_OPPOSITION,
    /** Le titulaire s'est opposé à un courrier : son mot de passe d'avant est remis. */
    COURRIER_OPPOSITION,
    /** Le titulaire s'est opposé à un regroupement : chaque compte a retrouvé ce qu'il avait. */
    REGROUPEMENT_ANNULE,
    /** Le titulaire s'est opposé à une rupture : les élèves sont revenus, le compte nouveau est fermé. */
    RUPTURE_ANNULEE,
    TELEPHONE_CHANGE,
    /** Le titulaire a confirmé un portable par le code reçu. */
    TELEPHONE_CONFIRME,
    /** Ce compte en a absorbé un autre. */
    REGROUPEMENT,
    /** Ce compte a été fermé, absorbé par un autre. */
    FERMETURE,
    /** L'établissement a fait partir des élèves de ce compte vers un compte nouveau. */
    RUPTURE,
    /** Le responsable a déclaré n'être pas le représentant légal d'un élève. */
    CONTESTATION,
    /** L'établissement a confirmé la déclaration : l'élève n'est plus rattaché à ce compte. */
    CONTESTATION_CONFIRMEE,
    /** L'établissement a rejeté la déclaration : l'élève reste rattaché à ce compte. */
    CONTESTATION_REJETEE,
    /** L'établissement a fait de ce responsable le représentant légal d'un élève, à la place de celui qui ne l'était pas. */
    REPRESENTANT_NOMME,
    /** Un regroupement demandé a été refusé ; le code est dans les détails, jamais la saisie. */
    REGROUPEMENT_REFUSE
}
