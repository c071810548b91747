/** L'activation : un compte CREE devient ACTIF, en quatre étapes. */
@NullMarked
@TablesEcrites("rappel_expiration")
package fr.academie.teleservices.activation;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
