/** Filtres et servlets d'entrée et de sortie. */
@NullMarked
package fr.academie.teleservices.acces.web;

import org.jspecify.annotations.NullMarked;
