/** La porte du courrier : le code ou le mot de passe d'une lettre, présenté sans compte ouvert, puis ce que son porteur veut en faire. */
@NullMarked
@TablesEcrites("courrier_presente")
package fr.academie.teleservices.porte;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
