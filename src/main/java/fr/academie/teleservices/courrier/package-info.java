/** Le courrier de notification : le mot de passe provisoire qu'il fait naître, et la lettre qui le porte. */
@NullMarked
@TablesEcrites("courrier")
package fr.academie.teleservices.courrier;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
