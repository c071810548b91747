/** Ce que les pages disent des élèves, quelle que soit la pièce qui les montre. */
@NullMarked
package fr.academie.teleservices.scolarite.web;

import org.jspecify.annotations.NullMarked;
