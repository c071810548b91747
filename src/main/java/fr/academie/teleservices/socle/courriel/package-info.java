/** Boîte de sortie des courriels et leur remise au serveur SMTP. */
@NullMarked
@TablesEcrites("courriel")
package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
