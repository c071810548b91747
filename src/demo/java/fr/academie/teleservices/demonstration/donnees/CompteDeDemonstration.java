package fr.academie.teleservices.demonstration.donnees;

import java.util.List;

/**
 * Un compte annoncé à qui essaie le produit.
 *
 * @param etat état du compte, ou profil de qui n'est pas responsable
 * @param enfants prénoms et établissements
 * @param aEssayer ce que ce compte permet de voir
 */
public record CompteDeDemonstration(
        String identifiant, String motDePasse, String etat, String enfants, String aEssayer) {

    /** Les comptes de la démonstration, dans l'ordre où les montrer. */
    public static List<CompteDeDemonstration> tous() {
        return List.of(
                new CompteDeDemonstration(
                        "cristelle.durand",
                        "Principal!2026",
                        "ACTIF",
                        "Dylan, collège Les Tilleuls",
                        "le compte à garder : connectez-vous avec lui, puis MON COMPTE, ENFANTS"),
                new CompteDeDemonstration(
                        "cristelle.durand1",
                        "2BUYJ9C8",
                        "CREE, provisoire",
                        "Florian, collège du Moulin",
                        "à regrouper : le courrier jamais utilisé ; s'y connecter demande d'abord si l'on a déjà un"
                                + " compte, puis ouvre l'activation en quatre étapes"),
                new CompteDeDemonstration(
                        "cristelle.durand2",
                        "Secondaire!2026",
                        "ACTIF",
                        "Inès, lycée ; et Dylan aussi",
                        "à regrouper : Dylan, sur les deux comptes, n'est montré qu'une fois"),
                new CompteDeDemonstration(
                        "nadia.benali",
                        "Differente!2026",
                        "ACTIF",
                        "Yanis, école",
                        "une autre identité : le regroupement est refusé, avec la règle"),
                new CompteDeDemonstration(
                        "cristelle.durand3",
                        "FERME!2026xx",
                        "FERME",
                        "aucun",
                        "compte fermé : refus neutre, et la connexion est refusée"),
                new CompteDeDemonstration(
                        "cristelle.durand4",
                        "7KQW3MPX",
                        "CREE, provisoire expiré",
                        "Noé, école",
                        "provisoire expiré : refus neutre ; s'y connecter dit pourquoi"),
                new CompteDeDemonstration(
                        "secretariat.moulin",
                        "Etablissement!2026",
                        "agent du collège du Moulin",
                        "–",
                        "le bureau de l'établissement : douze personnes y attendent un compte, des courriers sont à"
                                + " imprimer, deux signalements à trancher, une demande de courrier, le regroupement d'Hélène Marchand à casser :"
                                + " /teleservices/etablissement"),
                new CompteDeDemonstration(
                        "direction.moulin",
                        "Direction!2026",
                        "chef du collège du Moulin",
                        "–",
                        "comme le secrétariat, et donner ou retirer des habilitations, relire le journal du bureau"),
                new CompteDeDemonstration(
                        "assistance",
                        "Assistance!2026",
                        "assistance académique",
                        "–",
                        "chercher un compte, lire son journal, appliquer un rapprochement : /teleservices/assistance"),
                new CompteDeDemonstration(
                        "dylan.durand",
                        "Eleve!2026",
                        "profil élève",
                        "–",
                        "un élève : la page réservée aux responsables"));
    }

    /** Le mot de passe annoncé pour cet identifiant. */
    public static String motDePasse(String identifiant) {
        return tous().stream()
                .filter(c -> c.identifiant().equals(identifiant))
                .map(CompteDeDemonstration::motDePasse)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(identifiant));
    }
}
