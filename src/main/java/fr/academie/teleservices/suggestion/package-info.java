/** La suggestion de regrouper un autre compte, faite à son titulaire probable. */
@NullMarked
package fr.academie.teleservices.suggestion;

import org.jspecify.annotations.NullMarked;
