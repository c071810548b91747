/** Un petit CAS (protocole 3.0) qui lit les comptes dans la vue {@code compte_cas}, pour la démonstration et les essais. */
@org.jspecify.annotations.NullMarked
package fr.academie.teleservices.demonstration.cas;
