/** La suggestion sur la page ENFANTS. */
@NullMarked
package fr.academie.teleservices.rapprochement.web;

import org.jspecify.annotations.NullMarked;
