/** Qui demande, et ce qu'il peut faire : CAS, sessions, la garde contre l'abus. */
@NullMarked
@TablesEcrites({"session_ouverte", "essai", "preuve_redemandee"})
package fr.academie.teleservices.acces;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
