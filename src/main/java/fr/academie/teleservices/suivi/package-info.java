/** Ce qu'un chef et l'assistance relisent : chiffres par établissement et par classe, journal du bureau. */
@NullMarked
package fr.academie.teleservices.suivi;

import org.jspecify.annotations.NullMarked;
