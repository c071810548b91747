/** « Je ne suis pas le représentant légal de cet élève » : le lien contesté, en attendant l'établissement. Source : DOMAIN §4. */
@NullMarked
package fr.academie.teleservices.contestation;

import org.jspecify.annotations.NullMarked;
