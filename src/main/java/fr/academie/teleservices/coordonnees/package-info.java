/** L'adresse mail et le téléphone portable du titulaire : confirmer, changer, s'opposer. */
@NullMarked
package fr.academie.teleservices.coordonnees;

import org.jspecify.annotations.NullMarked;
