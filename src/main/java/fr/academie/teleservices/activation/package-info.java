/** L'activation (CREE devient ACTIF), le mot de passe changé ou oublié, l'adresse mail et le téléphone du titulaire. */
@NullMarked
package fr.academie.teleservices.activation;

import org.jspecify.annotations.NullMarked;
