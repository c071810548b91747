/** Boîte de sortie des courriels et leur remise au serveur SMTP. */
@NullMarked
package fr.academie.teleservices.socle.courriel;

import org.jspecify.annotations.NullMarked;
