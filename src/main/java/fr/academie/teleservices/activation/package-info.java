/** L'activation : un compte CREE devient ACTIF, en quatre étapes. */
@NullMarked
package fr.academie.teleservices.activation;

import org.jspecify.annotations.NullMarked;
