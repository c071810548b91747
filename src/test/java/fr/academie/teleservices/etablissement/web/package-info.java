/** Essais du bureau de l'établissement. */
@NullMarked
package fr.academie.teleservices.etablissement.web;

import org.jspecify.annotations.NullMarked;
