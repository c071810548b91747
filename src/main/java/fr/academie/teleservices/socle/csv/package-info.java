/** Tableaux CSV que l'on ouvre dans un tableur. */
@NullMarked
package fr.academie.teleservices.socle.csv;

import org.jspecify.annotations.NullMarked;
