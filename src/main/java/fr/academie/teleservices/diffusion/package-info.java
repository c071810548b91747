/** Remettre aux services abonnés ce qui change d'un compte : chaque événement signé, et l'annuaire en fichiers. Décision 019. */
@NullMarked
@TablesEcrites({"abonne", "abonnement", "remise"})
package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
