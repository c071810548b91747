/** Élèves, établissements, rattachements responsable–élève, et ce que des sources en ont dit (identités, constats). */
@NullMarked
@TablesEcrites({
    "rattachement",
    "eleve",
    "inscription",
    "etablissement",
    "identite_eleve",
    "identite_responsable",
    "identite_etablissement",
    "constat"
})
package fr.academie.teleservices.scolarite;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
