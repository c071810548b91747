/** Le regroupement de deux comptes : preuve, aperçu, transaction unique, résultat. */
@NullMarked
@TablesEcrites({"demande_regroupement", "regroupement", "regroupement_rattachement", "regroupement_annule"})
package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
