/** Du texte pour des personnes hors des pages : dates en clair, HTML échappé. */
@NullMarked
package fr.academie.teleservices.socle.texte;

import org.jspecify.annotations.NullMarked;
