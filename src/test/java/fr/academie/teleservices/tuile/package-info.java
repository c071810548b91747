/** Essais de la tuile et des descripteurs, et la commande qui écrit ceux-ci. */
@NullMarked
package fr.academie.teleservices.tuile;

import org.jspecify.annotations.NullMarked;
