/** Journal en ajout seul : qui a fait quoi à quel compte, et d'où. */
@NullMarked
package fr.academie.teleservices.journal;

import org.jspecify.annotations.NullMarked;
