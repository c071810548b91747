/** L'adresse mail et le téléphone portable du titulaire : confirmer, changer, s'opposer. */
@NullMarked
@TablesEcrites({"mail_en_attente", "telephone_en_attente"})
package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
