package fr.academie.teleservices.socle.mesure;

import java.util.function.LongSupplier;

/**
 * Un chiffre que l'exploitation surveille, lu quand elle le demande ; jamais une donnée d'une personne.
 *
 * @param nom sa clé dans la réponse de {@code /sante} : ne change pas d'une version à l'autre, les courbes d'une académie la portent
 */
public record Mesure(String nom, LongSupplier lecture) {}
