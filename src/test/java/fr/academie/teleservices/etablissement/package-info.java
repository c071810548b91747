/** Essais du bureau de l'établissement. */
@NullMarked
package fr.academie.teleservices.etablissement;

import org.jspecify.annotations.NullMarked;
