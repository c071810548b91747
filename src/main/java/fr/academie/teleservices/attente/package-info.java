/** Les personnes d'un établissement à qui il manque un compte, ou un élève sur le leur. */
@NullMarked
@TablesEcrites({"responsable_attendu", "responsable_attendu_eleve"})
package fr.academie.teleservices.attente;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
