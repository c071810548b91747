/** Boîte de sortie des événements destinés aux services abonnés. */
@NullMarked
@TablesEcrites("evenement")
package fr.academie.teleservices.evenement;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
