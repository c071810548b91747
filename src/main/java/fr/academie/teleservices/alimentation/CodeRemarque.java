package fr.academie.teleservices.alimentation;

/**
 * Pourquoi un fichier, une ligne ou une valeur n'est pas pris ; clé de message {@code alimentation.remarque.<nom>}.
 *
 * <p>Un code ne change plus de sens : il est gardé avec les rapports.
 */
public enum CodeRemarque {
    /** Aucun octet, ou aucun élément. */
    VIDE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Ni du XML, ni une archive. */
    NI_XML_NI_ARCHIVE(Portee.FICHIER, Remede.CHOISIR_LE_BON_FICHIER),
    XML_MAL_FORME(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Une balise fermante ne répond pas à la dernière ouverte. */
    BALISE_MAL_FERMEE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Le fichier s'arrête avant la fin. */
    TRONQUE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Un caractère que XML interdit. */
    CARACTERE_INTERDIT(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** L'encodage annoncé n'existe pas ici ; valeur : son nom. */
    ENCODAGE_INCONNU(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Les octets ne sont pas ceux de l'encodage annoncé ; valeur : son nom. */
    ENCODAGE_CONTREDIT(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Une entité qui n'est ni de XML ni de HTML (une attaque « XXE » ou « bombe » en passe par là) ; valeur : son nom. */
    ENTITE_INCONNUE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Un texte, une balise, une imbrication ou un nombre d'attributs qu'aucun export n'a. */
    DEMESURE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),

    ARCHIVE_ABIMEE(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    ARCHIVE_VIDE(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    /** Valeur : combien de fichiers. */
    ARCHIVE_DE_PLUSIEURS(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    /** Un nom sort de l'archive ou porte un dossier ; valeur : ce nom. */
    ARCHIVE_AVEC_CHEMIN(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    ARCHIVE_IMBRIQUEE(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    /** Trop gonflée, en proportion ou en tout. */
    ARCHIVE_DEMESUREE(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),
    ARCHIVE_CHIFFREE(Portee.FICHIER, Remede.REFAIRE_L_ARCHIVE),

    /** Du XML, mais d'autre chose ; valeur : sa racine. */
    PAS_UN_EXPORT(Portee.FICHIER, Remede.CHOISIR_LE_BON_FICHIER),
    /** L'autre export de SIECLE était attendu. */
    MAUVAIS_EXPORT(Portee.FICHIER, Remede.CHOISIR_LE_BON_FICHIER),
    ENTETE_ABSENT(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Valeurs : la balise, ce qu'elle contient. */
    ENTETE_ILLISIBLE(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),
    /** Valeur : l'UAJ du fichier. */
    AUTRE_ETABLISSEMENT(Portee.FICHIER, Remede.CHOISIR_LE_BON_ETABLISSEMENT),
    /** Valeur : l'UAJ du fichier, que l'académie n'a pas encore nommée. */
    ETABLISSEMENT_INCONNU(Portee.FICHIER, Remede.DECLARER_L_ETABLISSEMENT),
    /** Valeurs : l'année du fichier, l'année en cours, la suivante. */
    AUTRE_ANNEE(Portee.FICHIER, Remede.EXPORTER_DE_NOUVEAU),
    /** Valeurs : l'horodatage du fichier, celui du dernier appliqué. */
    PLUS_ANCIEN(Portee.FICHIER, Remede.EXPORTER_DE_NOUVEAU),
    /** Valeur : l'horodatage du fichier. */
    DU_FUTUR(Portee.FICHIER, Remede.SIGNALER),
    /** Les deux exports ne sont pas du même établissement ou de la même année. */
    EXPORTS_DEPAREILLES(Portee.FICHIER, Remede.REMETTRE_LES_DEUX),
    /** Une partie en précède une autre qu'elle cite ; valeurs : les deux balises. */
    ORDRE_INATTENDU(Portee.FICHIER, Remede.REFAIRE_L_EXPORT),

    /** Valeurs : la catégorie, le numéro. */
    FICHIER_MANQUANT(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** Valeur : la catégorie. */
    CATEGORIE_MANQUANTE(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** Valeur : le nom. */
    FICHIER_EN_DOUBLE(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** Deux dates, deux natures ou deux provenances dans une livraison ; valeurs : deux noms qui ne vont pas ensemble. */
    LIVRAISON_MELANGEE(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** Aucun fichier de l'annuaire. */
    LIVRAISON_SANS_FICHIER(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** L'extraction CSV d'ONDE, qui n'a pas de numéro de personne. */
    EXTRACTION_ONDE(Portee.FICHIER, Remede.PASSER_PAR_L_ACADEMIE),
    /** Valeurs : la catégorie que dit le nom, celle que dit la fiche. */
    CATEGORIE_CONTREDITE(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),
    /** Une modification ou un retrait dans une livraison complète. */
    DIFFERENCE_DANS_UN_COMPLET(Portee.FICHIER, Remede.COMPLETER_LA_LIVRAISON),

    NUMERO_ABSENT(Portee.LIGNE, Remede.SIGNALER),
    NUMERO_EN_DOUBLE(Portee.LIGNE, Remede.SIGNALER),
    /** Valeurs : le champ, sa longueur, le maximum. */
    TROP_LONG(Portee.LIGNE, Remede.CORRIGER_LA_FICHE),
    /** Valeur : le champ. */
    SIGNE_INTERDIT(Portee.LIGNE, Remede.CORRIGER_LA_FICHE),
    /** Valeur : le champ. */
    CHAMP_VIDE(Portee.LIGNE, Remede.CORRIGER_LA_FICHE),
    /** Valeurs : le champ, ce qu'il contient. */
    DATE_IMPOSSIBLE(Portee.LIGNE, Remede.CORRIGER_LA_FICHE),
    /** Valeur : le numéro d'élève. */
    ELEVE_INCONNU(Portee.LIGNE, Remede.VERIFIER_LE_LIEN),
    /** Valeur : le numéro de personne. */
    PERSONNE_INCONNUE(Portee.LIGNE, Remede.VERIFIER_LE_LIEN),
    /** Ni NIVEAU_RESPONSABILITE ni RESP_LEGAL, ou pas celui du reste du fichier. */
    NIVEAU_ABSENT(Portee.LIGNE, Remede.VERIFIER_LE_LIEN),
    /** Valeur : le code. */
    NIVEAU_INCONNU(Portee.LIGNE, Remede.VERIFIER_LE_LIEN),
    /** Valeur : le code. */
    PARENTE_INCONNUE(Portee.LIGNE, Remede.VERIFIER_LE_LIEN),
    /** Le même lien, moins fort ou aussi fort, a été lu plus haut. */
    LIEN_EN_DOUBLE(Portee.LIGNE, Remede.RIEN),
    /** Le même lien, moins fort, a été lu plus haut : il laisse sa place à celui-ci. */
    LIEN_RENFORCE(Portee.LIGNE, Remede.RIEN),
    /** Valeur : le texte. */
    LIEN_ILLISIBLE(Portee.LIGNE, Remede.SIGNALER),
    CLASSE_EN_DOUBLE(Portee.LIGNE, Remede.RIEN),
    /** Valeur : le numéro de structure. */
    STRUCTURE_INCONNUE(Portee.LIGNE, Remede.SIGNALER),
    /** Valeur : le code. */
    UAI_ILLISIBLE(Portee.LIGNE, Remede.SIGNALER),
    /** Aucun établissement connu n'est dit : on ne saurait pas qui peut le voir. */
    ELEVE_SANS_ETABLISSEMENT(Portee.LIGNE, Remede.SIGNALER),
    /** Des lettres manquent (« ? »), et personne de connu ne porte ce nom : il ne fait pas une personne. Valeur : le nom. */
    NOM_INCOMPLET(Portee.LIGNE, Remede.CORRIGER_LE_NOM),
    /** Une modification ou un retrait d'une fiche que personne ne connaît. */
    FICHE_INCONNUE(Portee.LIGNE, Remede.SIGNALER),

    /** Valeur : ce que dit le champ. La personne et ses liens restent : une adresse mal tapée ne prive pas un parent de son enfant. */
    MAIL_ILLISIBLE(Portee.VALEUR, Remede.CORRIGER_LA_FICHE),
    /** Valeur : ce que dit le champ. De même. */
    TELEPHONE_ILLISIBLE(Portee.VALEUR, Remede.CORRIGER_LA_FICHE),
    /** Un numéro de téléphone fixe dans le champ du portable ; valeur : ce numéro. */
    PORTABLE_FIXE(Portee.VALEUR, Remede.RIEN),
    /** Valeur : ce que dit le champ. */
    INE_ILLISIBLE(Portee.VALEUR, Remede.CORRIGER_LA_FICHE),
    /** La clé d'un code d'établissement n'est pas celle de son numéro : il est pris tel quel ; valeur : le code. */
    UAI_DOUTEUSE(Portee.VALEUR, Remede.SIGNALER),
    /** La source dit encore un lien que l'établissement, ou une rupture, a retiré : il reste retiré. Valeur : la source. */
    LIEN_RETIRE(Portee.DECISION, Remede.VERIFIER_LE_LIEN),
    /** La source dit encore un lien que le responsable a signalé : il attend l'établissement. Valeur : la source. */
    LIEN_SIGNALE(Portee.DECISION, Remede.REPONDRE_AU_SIGNALEMENT),
    /** La source dit autre chose d'un lien que quelqu'un a saisi : il reste tel que saisi. Valeur : la source. */
    LIEN_SAISI(Portee.DECISION, Remede.RIEN),
    /** Un nom ne s'efface pas ; valeur : le champ. */
    NOM_NON_EFFACE(Portee.VALEUR, Remede.RIEN);

    private final Portee portee;
    private final Remede remede;

    CodeRemarque(Portee portee, Remede remede) {
        this.portee = portee;
        this.remede = remede;
    }

    public Portee portee() {
        return portee;
    }

    public Remede remede() {
        return remede;
    }
}
