/** Le compte responsable : identifiant, identité, états, mot de passe. */
@NullMarked
package fr.academie.teleservices.compte;

import org.jspecify.annotations.NullMarked;
