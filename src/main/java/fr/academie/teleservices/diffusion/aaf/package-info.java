/** L'annuaire en fichiers, sous la forme que les espaces numériques lisent : complet, ou ce qui a changé depuis le dernier. */
@NullMarked
@TablesEcrites({"aaf_diffusee", "aaf_produite"})
package fr.academie.teleservices.diffusion.aaf;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
