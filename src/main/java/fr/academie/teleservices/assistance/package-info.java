/** L'assistance académique : lire tous les comptes, leur histoire et leurs regroupements, sans rien changer. */
@NullMarked
package fr.academie.teleservices.assistance;

import org.jspecify.annotations.NullMarked;
