package fr.academie.teleservices.tuile;

/**
 * Un fichier à remettre à l'administrateur d'un portail ou du CAS.
 *
 * @param fichier nom du fichier
 * @param type type MIME
 * @param cle suffixe des clés de message {@code descripteurs.<cle>} et {@code descripteurs.<cle>.usage}
 */
public record Descripteur(String fichier, String type, String cle, String contenu) {}
