/** En-têtes de sécurité et origine des formulaires ; ne connaît aucune table du domaine. */
@NullMarked
package fr.academie.teleservices.socle.securite;

import org.jspecify.annotations.NullMarked;
