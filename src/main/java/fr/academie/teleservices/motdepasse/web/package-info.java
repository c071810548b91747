/** Les pages du mot de passe et de l'oubli, et la politique que la jauge applique. */
@NullMarked
package fr.academie.teleservices.motdepasse.web;

import org.jspecify.annotations.NullMarked;
