/** Casser un regroupement : des élèves quittent un compte pour un compte nouveau de la même personne. */
@NullMarked
package fr.academie.teleservices.rupture;

import org.jspecify.annotations.NullMarked;
