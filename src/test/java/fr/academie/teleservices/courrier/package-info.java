/** Essais du courrier de notification. */
@NullMarked
package fr.academie.teleservices.courrier;

import org.jspecify.annotations.NullMarked;
