package fr.academie.teleservices.suivi.web;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Une précision d'une ligne du journal du bureau, telle qu'elle se dit ; clé de message {@code bureau.journal.detail.<nom>}. Ce qui n'a
 * de sens que pour une machine (numéro, jeton) ne se dit pas : l'export le garde.
 */
enum DetailDuJournal {
    TEXTE("texte", Forme.TEXTE),
    MOTS("mots", Forme.TEXTE),
    QUOI("quoi", Forme.CHOIX),
    LISTE("liste", Forme.CHOIX),
    MOTIF("motif", Forme.CHOIX),
    RAISON("raison", Forme.CHOIX),
    ETAT("etat", Forme.ETAT),
    MAIL_CONNU("mailConnu", Forme.CHOIX),
    COURRIER_FAIT("courrierFait", Forme.CHOIX),
    CLASSE("classe", Forme.TEXTE),
    UAI("uai", Forme.TEXTE),
    ACTEUR("acteur", Forme.TEXTE),
    ACTION("action", Forme.ACTION),
    RESPONSABLE("responsable", Forme.TEXTE),
    DU("du", Forme.INSTANT),
    AU("au", Forme.FIN),
    AGENT("agent", Forme.TEXTE),
    CHEF("chef", Forme.CHOIX),
    REFUS("refus", Forme.CHOIX),
    FICHIER("fichier", Forme.TEXTE),
    ABONNE("abonne", Forme.TEXTE),
    LIGNES("lignes", Forme.NOMBRE),
    TROUVES("trouves", Forme.NOMBRE),
    LETTRES("lettres", Forme.NOMBRE),
    ATTENDU("attendu", Forme.MUET),
    JETON("jeton", Forme.MUET),
    IMPORT("import", Forme.MUET),
    RAPPROCHEMENT("rapprochement", Forme.MUET),
    REMARQUE("remarque", Forme.MUET),
    NOUVEAU("nouveau", Forme.MUET);

    /** Comment lire la valeur. */
    enum Forme {
        /** Tel quel ; vide, il ne dit rien. */
        TEXTE,
        NOMBRE,
        /** Une valeur d'une liste fermée ; chacune a sa clé, {@code <nom>.<valeur>}. */
        CHOIX,
        /** Un état de compte. */
        ETAT,
        /** Un acte du bureau. */
        ACTION,
        /** Un instant : son jour. */
        INSTANT,
        /** Le premier instant exclu : le jour d'avant. */
        FIN,
        /** Pour la machine seule. */
        MUET
    }

    private final String cle;
    private final Forme forme;

    DetailDuJournal(String cle, Forme forme) {
        this.cle = cle;
        this.forme = forme;
    }

    /** La clé du détail dans l'objet JSON. */
    String cle() {
        return cle;
    }

    Forme forme() {
        return forme;
    }

    static Optional<DetailDuJournal> deCle(String cle) {
        return Stream.of(values()).filter(detail -> detail.cle.equals(cle)).findFirst();
    }
}
