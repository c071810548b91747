/** Le bureau de l'établissement : ses responsables, ses élèves, leurs comptes et leurs courriers. */
@NullMarked
@TablesEcrites({"travail", "travail_personne"})
package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
