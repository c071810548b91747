/** Du texte pour des personnes hors des pages : instants à l'heure de l'académie, HTML échappé. */
@NullMarked
package fr.academie.teleservices.socle.texte;

import org.jspecify.annotations.NullMarked;
