/**
 * La démonstration : le produit en marche sur de vraies pièces (MariaDB, Tomcat, un CAS, un serveur de courriels).
 *
 * <p>Sert à {@code mvn -Pdemo} et aux essais dans le navigateur ; rien d'ici n'est livré dans le WAR.
 */
@org.jspecify.annotations.NullMarked
package fr.academie.teleservices.demonstration;
