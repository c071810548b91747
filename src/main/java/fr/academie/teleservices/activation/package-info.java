/** Premier mot de passe choisi par le responsable : CREE devient ACTIF. */
@NullMarked
package fr.academie.teleservices.activation;

import org.jspecify.annotations.NullMarked;
