/** La remise d'un courrier à l'agent qui le demande. */
@NullMarked
package fr.academie.teleservices.courrier.web;

import org.jspecify.annotations.NullMarked;
