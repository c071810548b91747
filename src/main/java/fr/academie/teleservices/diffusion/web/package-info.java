/** La page de la diffusion, pour l'assistance académique. */
@NullMarked
package fr.academie.teleservices.diffusion.web;

import org.jspecify.annotations.NullMarked;
