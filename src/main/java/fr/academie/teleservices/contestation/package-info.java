/** « Je ne suis pas le représentant légal de cet élève » : le lien contesté, en attendant l'établissement. Source : DOMAIN §4. */
@NullMarked
@TablesEcrites("reponse_signalement")
package fr.academie.teleservices.contestation;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
