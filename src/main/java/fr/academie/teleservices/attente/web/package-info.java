/** Les pages d'une personne qui attend un compte. */
@NullMarked
package fr.academie.teleservices.attente.web;

import org.jspecify.annotations.NullMarked;
