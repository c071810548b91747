/** La page des habilitations. */
@NullMarked
package fr.academie.teleservices.habilitation.web;

import org.jspecify.annotations.NullMarked;
