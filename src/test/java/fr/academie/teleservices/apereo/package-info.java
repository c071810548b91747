/** Les cinq guides, parcourus dans un navigateur derrière un vrai CAS Apereo. */
@NullMarked
package fr.academie.teleservices.apereo;

import org.jspecify.annotations.NullMarked;
