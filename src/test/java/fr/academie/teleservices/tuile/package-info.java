/** Essais de la tuile et des descripteurs, écrits ou servis. */
@NullMarked
package fr.academie.teleservices.tuile;

import org.jspecify.annotations.NullMarked;
