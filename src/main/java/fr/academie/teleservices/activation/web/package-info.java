/** Bean de la page d'activation. */
@NullMarked
package fr.academie.teleservices.activation.web;

import org.jspecify.annotations.NullMarked;
