/** Élèves, établissements, rattachements responsable–élève, et ce que des sources en ont dit (identités, constats). */
@NullMarked
@TablesEcrites({"rattachement", "eleve", "inscription", "identite_eleve", "identite_responsable", "constat"})
package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
