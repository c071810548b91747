/** La tuile « Téléservices » des portails, et les descripteurs qui l'y déclarent. Source : DOMAIN §6. */
@NullMarked
package fr.academie.teleservices.tuile;

import org.jspecify.annotations.NullMarked;
