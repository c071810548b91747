/** Les trois pages d'une rupture, au bureau de l'établissement. */
@NullMarked
package fr.academie.teleservices.rupture.web;

import org.jspecify.annotations.NullMarked;
