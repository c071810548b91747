/** Casser un regroupement : des élèves quittent un compte pour un compte nouveau de la même personne. */
@NullMarked
@TablesEcrites({
    "demande_rupture",
    "demande_rupture_eleve",
    "rupture",
    "rupture_rattachement",
    "rupture_regroupement",
    "rupture_annulee",
    "rupture_annulee_rattachement"
})
package fr.academie.teleservices.rupture;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
