/** Ce que deviennent les comptes de regroupement en rupture : qui a absorbé qui, par où un élève est arrivé. */
@NullMarked
package fr.academie.teleservices.lignee;

import org.jspecify.annotations.NullMarked;
