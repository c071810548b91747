/** Beans des pages ACCUEIL, VOTRE COMPTE, CONTACT et du menu. */
@NullMarked
package fr.academie.teleservices.accueil.web;

import org.jspecify.annotations.NullMarked;
