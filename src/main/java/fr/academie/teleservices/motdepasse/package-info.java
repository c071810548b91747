/** Le mot de passe choisi : changé par son titulaire, ou remplacé après un oubli. */
@NullMarked
package fr.academie.teleservices.motdepasse;

import org.jspecify.annotations.NullMarked;
