package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;

/**
 * Le responsable connecté qui demande une opération : la seule source des droits.
 *
 * @param sessionId session chez nous, à laquelle une preuve est attachée
 * @param adresse adresse IP, pour le journal et la limitation des essais
 */
public record Demandeur(long responsableId, Identifiant identifiant, long sessionId, String adresse) {

    /** Ce que le journal dit de lui. */
    public Auteur auteur() {
        return Auteur.titulaire(identifiant, adresse);
    }
}
