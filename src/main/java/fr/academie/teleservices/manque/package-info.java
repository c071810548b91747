/**
 * « Il manque un enfant ? » : ce que peut faire un responsable à qui il manque un enfant et qui n'a pas le courrier. Ce que la page dit est le même,
 * que l'enfant, ou un autre compte, existe ou non. Source : UX.md.
 */
@NullMarked
@TablesEcrites({"demande_de_courrier", "code_de_compte"})
package fr.academie.teleservices.manque;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
