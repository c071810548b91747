/** Du texte pour des personnes hors des pages : instants à l'heure de l'académie, gabarits des courriels et des documents. */
@NullMarked
package fr.academie.teleservices.socle.texte;

import org.jspecify.annotations.NullMarked;
