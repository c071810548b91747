/** Ce que les bibliothèques apportent : leurs versions, contre les avis de sécurité connus. */
@NullMarked
package fr.academie.teleservices.dependances;

import org.jspecify.annotations.NullMarked;
