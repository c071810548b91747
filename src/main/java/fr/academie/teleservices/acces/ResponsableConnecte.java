package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;

/**
 * Ce que chaque page demande du responsable connecté, lu d'un coup à son entrée : un aller-retour, quoi qu'elle en montre.
 *
 * @param etat ce que permet sa session, à cet instant
 * @param mailConfirme vrai si l'adresse mail du compte est confirmée
 * @param telephoneConfirme vrai si son portable l'est
 * @param activationEnCours vrai si le mot de passe est choisi, mais l'adresse mail ni confirmée ni remise à plus tard
 * @param enfants tous ceux du compte, que sa session les voie ou non ({@link Demandeur#visibles})
 */
public record ResponsableConnecte(
        Compte compte,
        SessionService.Etat etat,
        boolean mailConfirme,
        boolean telephoneConfirme,
        boolean activationEnCours,
        List<Enfant> enfants) {}
