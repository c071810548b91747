/** La suggestion de regrouper un autre compte, faite à son titulaire probable. */
@NullMarked
@TablesEcrites("suggestion_ecartee")
package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
