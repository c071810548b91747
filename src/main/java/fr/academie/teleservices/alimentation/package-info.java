/**
 * Ce que les écoles et l'académie envoient : des fichiers lus au fil de l'eau, leurs lignes gardées ou refusées avec une raison.
 *
 * <p>Rien ici ne connaît la base : un lecteur remet des fiches une à une à qui les reçoit, et compte ce qu'il a lu.
 */
@NullMarked
package fr.academie.teleservices.alimentation;

import org.jspecify.annotations.NullMarked;
