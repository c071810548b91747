/** La suggestion sur la page ENFANTS, et les pages où l'académie regarde et décide un rapprochement. */
@NullMarked
package fr.academie.teleservices.rapprochement.web;

import org.jspecify.annotations.NullMarked;
