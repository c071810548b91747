package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;

/**
 * « Cette personne est responsable de cet élève », dit un fichier.
 *
 * @param eleve numéro de l'élève dans la source
 * @param personne numéro de la personne dans la source
 */
public record LienLu(String eleve, String personne, NiveauResponsabilite niveau, LienParente parente) {}
