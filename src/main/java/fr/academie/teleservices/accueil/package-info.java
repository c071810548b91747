/** ACCUEIL, VOTRE COMPTE et les pages d'information. */
@NullMarked
package fr.academie.teleservices.accueil;

import org.jspecify.annotations.NullMarked;
