/** Le compte responsable : identifiant, identité, états, mot de passe. */
@NullMarked
@TablesEcrites({"responsable", "portee", "adresse_postale", "radical_identifiant", "activation_en_cours"})
package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.TablesEcrites;
import org.jspecify.annotations.NullMarked;
