/** Le courrier de notification : le mot de passe provisoire qu'il fait naître, le code qui en tient lieu, et la lettre qui les porte. */
@NullMarked
@TablesEcrites({"courrier", "code_de_courrier"})
package fr.academie.teleservices.courrier;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
