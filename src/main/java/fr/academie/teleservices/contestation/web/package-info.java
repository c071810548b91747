/** « Je ne suis pas le représentant légal » : la page du responsable, celles de l'établissement qui répond. */
@NullMarked
package fr.academie.teleservices.contestation.web;

import org.jspecify.annotations.NullMarked;
