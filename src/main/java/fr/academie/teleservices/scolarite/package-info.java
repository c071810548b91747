/** Élèves, établissements et rattachements responsable–élève. */
@NullMarked
package fr.academie.teleservices.scolarite;

import org.jspecify.annotations.NullMarked;
