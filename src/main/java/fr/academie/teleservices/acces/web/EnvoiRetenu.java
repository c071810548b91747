package fr.academie.teleservices.acces.web;

import java.io.Serializable;
import java.util.List;

/**
 * Un formulaire arrivé quand le mot de passe était à redonner : il se renvoie d'un bouton, sans rien retaper que des mots de passe. Rien
 * n'en est fait d'ici là.
 *
 * @param chemin où il allait, dans l'application
 * @param champs ce qu'il portait, mots de passe exceptés
 */
public record EnvoiRetenu(String chemin, List<Champ> champs) implements Serializable {

    /** Un champ du formulaire. */
    public record Champ(String nom, String valeur) implements Serializable {}
}
