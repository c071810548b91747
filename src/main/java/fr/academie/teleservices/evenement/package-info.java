/** Boîte de sortie des événements destinés aux services abonnés. */
@NullMarked
package fr.academie.teleservices.evenement;

import org.jspecify.annotations.NullMarked;
