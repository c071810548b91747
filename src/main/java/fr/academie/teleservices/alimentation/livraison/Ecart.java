package fr.academie.teleservices.alimentation.livraison;

/** En quoi une fiche diffère de ce qu'on en savait ; clé de message {@code alimentation.ecart.<nom>}. */
public enum Ecart {
    NOUVEAU,
    CHANGE,
    /** La livraison, complète, ne la nomme plus. */
    PARTI
}
