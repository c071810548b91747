/** Pages de la porte du courrier : présenter la lettre, dire si l'on a déjà un compte, reprendre la preuve une fois connecté. */
@NullMarked
package fr.academie.teleservices.porte.web;

import org.jspecify.annotations.NullMarked;
