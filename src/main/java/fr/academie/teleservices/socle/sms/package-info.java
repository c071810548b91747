/** Boîte de sortie des SMS et leur remise à la passerelle HTTP de l'académie. */
@NullMarked
@TablesEcrites("sms")
package fr.academie.teleservices.socle.sms;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
