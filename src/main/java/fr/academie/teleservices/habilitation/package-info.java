/** Le chef d'un établissement y donne et y retire les droits des agents. */
@NullMarked
package fr.academie.teleservices.habilitation;

import org.jspecify.annotations.NullMarked;
