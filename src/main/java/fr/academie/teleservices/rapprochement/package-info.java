/**
 * Deux comptes qui sont peut-être à la même personne : ceux que les établissements disent identiques sont rapprochés, ou suggérés à leur
 * titulaire probable.
 */
@NullMarked
@TablesEcrites({"suggestion_ecartee", "rapprochement", "rapprochement_paire"})
package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
