/** Page de confirmation d'une contestation. */
@NullMarked
package fr.academie.teleservices.contestation.web;

import org.jspecify.annotations.NullMarked;
