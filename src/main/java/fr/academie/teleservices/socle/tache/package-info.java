/** Le travail de fond : fait une fois, quel que soit le nombre de serveurs, et repris si celui qui le faisait est tué. */
@NullMarked
@TablesEcrites({"tache", "tache_passage"})
package fr.academie.teleservices.socle.tache;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
