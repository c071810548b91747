/** Ce qui est arrivé à un compte, pour son titulaire : historique, copie de ses données, accusé de regroupement. */
@NullMarked
package fr.academie.teleservices.historique;

import org.jspecify.annotations.NullMarked;
