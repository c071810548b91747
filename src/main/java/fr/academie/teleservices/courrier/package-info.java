/** Le courrier de notification : le mot de passe provisoire qu'il fait naître, et la lettre qui le porte. */
@NullMarked
package fr.academie.teleservices.courrier;

import org.jspecify.annotations.NullMarked;
