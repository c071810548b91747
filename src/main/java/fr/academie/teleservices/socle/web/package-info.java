/** Ce que les pages partagent : messages, JSON, références d'erreur. */
@NullMarked
package fr.academie.teleservices.socle.web;

import org.jspecify.annotations.NullMarked;
