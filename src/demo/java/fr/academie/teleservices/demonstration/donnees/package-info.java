/** Les comptes de la démonstration et les familles qui les entourent, tirées d'une graine fixe. */
@org.jspecify.annotations.NullMarked
package fr.academie.teleservices.demonstration.donnees;
