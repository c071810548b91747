/** Outils partagés des essais : base réelle, familles, invariants, mandataire qui compte et coupe. */
@NullMarked
package fr.academie.teleservices.essais;

import org.jspecify.annotations.NullMarked;
