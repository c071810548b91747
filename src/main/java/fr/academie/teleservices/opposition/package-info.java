/**
 * S'opposer à ce qui change la main sur un compte (adresse mail, courrier, regroupement, rupture) : l'avis au titulaire, le lien de 72
 * heures, ce qu'il défait. Chaque acte dit lui-même comment il se défait : {@link ActeOpposable}.
 */
@NullMarked
@TablesEcrites({"opposition", "opposition_lien", "opposition_mail"})
package fr.academie.teleservices.opposition;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
