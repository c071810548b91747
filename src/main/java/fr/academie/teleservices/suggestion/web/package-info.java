/** La suggestion sur la page ENFANTS. */
@NullMarked
package fr.academie.teleservices.suggestion.web;

import org.jspecify.annotations.NullMarked;
