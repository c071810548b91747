/** Écriture du JSON du journal, des événements et de {@code /sante}. */
@NullMarked
package fr.academie.teleservices.socle.json;

import org.jspecify.annotations.NullMarked;
