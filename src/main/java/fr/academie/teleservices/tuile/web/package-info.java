/** Page de la tuile ; liste et téléchargement des descripteurs. */
@NullMarked
package fr.academie.teleservices.tuile.web;

import org.jspecify.annotations.NullMarked;
