/** Les traces : une référence par demande, que la page d'incident montre, et leur forme JSON pour qui les rassemble. */
@NullMarked
package fr.academie.teleservices.socle.trace;

import org.jspecify.annotations.NullMarked;
