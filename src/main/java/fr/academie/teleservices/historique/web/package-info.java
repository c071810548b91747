/** La page de l’historique et ses téléchargements. */
@NullMarked
package fr.academie.teleservices.historique.web;

import org.jspecify.annotations.NullMarked;
