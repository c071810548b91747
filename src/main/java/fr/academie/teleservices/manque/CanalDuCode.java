package fr.academie.teleservices.manque;

/** Par où part le code ; clé de message {@code manque.code.<nom>}. */
public enum CanalDuCode {
    MAIL,
    TELEPHONE
}
