/** Journal en ajout seul : qui a fait quoi à quel compte, et d'où. */
@NullMarked
@TablesEcrites("journal")
package fr.academie.teleservices.journal;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
