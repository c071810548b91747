/** Les personnes d'un établissement à qui il manque un compte, ou un élève sur le leur. */
@NullMarked
package fr.academie.teleservices.attente;

import org.jspecify.annotations.NullMarked;
