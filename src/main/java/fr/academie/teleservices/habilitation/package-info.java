/** Le chef d'un établissement y donne et y retire les droits des agents. */
@NullMarked
@TablesEcrites({"agent", "habilitation", "habilitation_attendue"})
package fr.academie.teleservices.habilitation;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
