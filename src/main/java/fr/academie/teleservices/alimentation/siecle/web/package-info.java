/** Les écrans de l'import de SIECLE, au bureau de l'établissement. */
@NullMarked
package fr.academie.teleservices.alimentation.siecle.web;

import org.jspecify.annotations.NullMarked;
