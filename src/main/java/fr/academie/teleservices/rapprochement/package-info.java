/** La suggestion de regrouper un autre compte, faite à son titulaire probable. */
@NullMarked
package fr.academie.teleservices.rapprochement;

import org.jspecify.annotations.NullMarked;
