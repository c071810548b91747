/** L'annuaire académique fédérateur (AAF) : des livraisons, complètes ou en différences, pour toute une académie. */
@NullMarked
package fr.academie.teleservices.alimentation.aaf;

import org.jspecify.annotations.NullMarked;
