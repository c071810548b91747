package fr.academie.teleservices.alimentation;

/** Ce qu'on fait d'une remarque ; clé de message {@code alimentation.remede.<nom>}. */
public enum Remede {
    REFAIRE_L_EXPORT,
    CORRIGER_LA_FICHE,
    CORRIGER_LE_NOM,
    VERIFIER_LE_LIEN,
    REPONDRE_AU_SIGNALEMENT,
    CHOISIR_LE_BON_FICHIER,
    REFAIRE_L_ARCHIVE,
    CHOISIR_LE_BON_ETABLISSEMENT,
    DECLARER_L_ETABLISSEMENT,
    EXPORTER_DE_NOUVEAU,
    REMETTRE_LES_DEUX,
    COMPLETER_LA_LIVRAISON,
    PASSER_PAR_L_ACADEMIE,
    SIGNALER,
    RIEN
}
