/** Le regroupement de deux comptes : preuve, aperçu, transaction unique, résultat. */
@NullMarked
package fr.academie.teleservices.regroupement;

import org.jspecify.annotations.NullMarked;
