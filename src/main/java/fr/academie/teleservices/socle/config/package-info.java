/** Réglages et profil d'académie : lus hors du WAR, typés, vérifiés au démarrage. */
@NullMarked
package fr.academie.teleservices.socle.config;

import org.jspecify.annotations.NullMarked;
