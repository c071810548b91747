package fr.academie.teleservices.courrier;

/**
 * Pourquoi l'on imprime le mot de passe d'un titulaire à qui l'on peut envoyer un lien ; clé de message {@code courrier.raison.<nom>}.
 */
public enum RaisonDuPapier {
    /** Il n'ouvre plus cette messagerie. */
    MESSAGERIE_PERDUE,
    /** Il n'a pas reçu le lien. */
    LIEN_NON_RECU,
    /** Il préfère un papier, ou n'a pas d'appareil à lui. */
    DEMANDE_PAPIER
}
