package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import java.util.UUID;

/**
 * Ce qui va se passer, avant de confirmer.
 *
 * @param jeton la demande, qui est aussi la clé d'idempotence de la confirmation
 * @param titulaire la personne du compte nouveau
 * @param partent les élèves du compte nouveau, tels qu'ils y seront
 * @param restent les élèves que l'agent voit et qui restent sur le compte, tels qu'ils y seront
 */
public record ApercuDeRupture(
        UUID jeton, Compte compte, Identite titulaire, List<EnfantARompre> partent, List<Enfant> restent) {}
