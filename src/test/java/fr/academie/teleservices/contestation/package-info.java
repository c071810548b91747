/** Essais de la contestation d'un rattachement. */
@NullMarked
package fr.academie.teleservices.contestation;

import org.jspecify.annotations.NullMarked;
