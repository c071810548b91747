/** L'activation : un compte CREE devient ACTIF, en quatre étapes par un courrier, ou par un SMS. */
@NullMarked
@TablesEcrites({"rappel_expiration", "demande_sans_compte"})
package fr.academie.teleservices.activation;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
