/** Les chiffres que l'exploitation surveille : chaque pièce donne les siens, un seul endroit les relève. */
@NullMarked
package fr.academie.teleservices.socle.mesure;

import org.jspecify.annotations.NullMarked;
