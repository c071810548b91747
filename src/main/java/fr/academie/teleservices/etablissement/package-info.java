/** Le bureau de l'établissement : ses responsables, ses élèves, leurs comptes et leurs courriers. */
@NullMarked
package fr.academie.teleservices.etablissement;

import org.jspecify.annotations.NullMarked;
