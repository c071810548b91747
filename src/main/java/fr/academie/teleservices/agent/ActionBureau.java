package fr.academie.teleservices.agent;

/** Ce qu'une ligne du journal du bureau rapporte ; clé de message {@code bureau.journal.<nom>}. */
public enum ActionBureau {
    CONNEXION,
    /** Une recherche ; les mots cherchés sont dans les détails. */
    RECHERCHE,
    /** L'agent a ouvert la fiche d'un responsable ou d'un élève. */
    CONSULTATION,
    /** Une liste ou un journal emporté en fichier ; ce qu'il contient est dans les détails. */
    EXPORT,
    /** Une personne saisie pour un élève, à qui il manque un compte ; ou retirée, saisie par erreur. */
    PERSONNE_SAISIE,
    PERSONNE_OUBLIEE,
    /** Un compte créé pour un responsable. */
    CREATION_DE_COMPTE,
    /** Un élève rattaché à un compte qui existait. */
    RATTACHEMENT,
    /** Un courrier de notification fait ; son motif est dans les détails. */
    COURRIER,
    /** Un lien à usage unique envoyé au titulaire d'un compte actif, à son adresse confirmée. */
    LIEN_ENVOYE,
    /** Un droit donné à un agent sur un établissement, retiré, ou changé (chef ou non) ; l'agent est dans les détails. */
    HABILITATION_DONNEE,
    HABILITATION_CHANGEE,
    HABILITATION_RETIREE,
    /** Un changement de droit refusé ; la raison est dans les détails. */
    HABILITATION_REFUSEE,
    /** Des élèves sont partis d'un compte vers un compte nouveau. */
    RUPTURE,
    /** Réponse à une contestation ; ces deux noms, déjà écrits au journal, ne changent plus. */
    SIGNALEMENT_CONFIRME,
    SIGNALEMENT_REJETE,
    /** Une demande de courrier close : le courrier est fait, ou il n'y en aura pas. */
    DEMANDE_FAITE,
    DEMANDE_SANS_SUITE,
    /** Des exports de SIECLE remis et lus, ou refusés à la lecture ; le nom du fichier refusé est dans les détails. */
    IMPORT_REMIS,
    IMPORT_REFUSE,
    /** Un import validé : ce qu'il change s'applique ; ou abandonné : rien n'a changé. */
    IMPORT_VALIDE,
    IMPORT_ABANDONNE,
    /** Un aperçu du rapprochement demandé, appliqué, ou laissé sans rien en faire. */
    RAPPROCHEMENT_DEMANDE,
    RAPPROCHEMENT_VALIDE,
    RAPPROCHEMENT_ABANDONNE,
    /** Des événements mis de côté, remis à un service abonné. */
    REMISE
}
