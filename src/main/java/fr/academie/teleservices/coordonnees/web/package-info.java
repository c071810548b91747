/** Les pages de l'adresse mail et du téléphone portable. */
@NullMarked
package fr.academie.teleservices.coordonnees.web;

import org.jspecify.annotations.NullMarked;
