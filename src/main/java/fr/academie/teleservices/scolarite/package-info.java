/** Élèves, établissements et rattachements responsable–élève. */
@NullMarked
@TablesEcrites("rattachement")
package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
