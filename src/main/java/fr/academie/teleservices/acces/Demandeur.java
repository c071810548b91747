package fr.academie.teleservices.acces;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Le responsable connecté qui demande une opération : la seule source des droits.
 *
 * @param sessionId session chez nous, à laquelle une preuve est attachée
 * @param adresse adresse IP, pour le journal et la limitation des essais
 * @param niveau ce que sa session a prouvé, à cet instant
 * @param portee l'établissement dont sa session ne voit que les élèves ; nul si elle voit tous ceux du compte
 */
public record Demandeur(
        long responsableId,
        Identifiant identifiant,
        long sessionId,
        String adresse,
        Niveau niveau,
        @Nullable String portee) {

    /** Vrai si sa session ne voit du compte que ce qu'un établissement en sait. */
    public boolean limite() {
        return portee != null;
    }

    /** Vrai si sa session voit les élèves de cet établissement. */
    public boolean voit(String uai) {
        return portee == null || portee.equals(uai);
    }

    /** Vrai si sa session voit cet enfant du compte. */
    public boolean voit(Enfant enfant) {
        return portee == null || enfant.eleve().estInscrit(portee);
    }

    /** Ceux de ces enfants du compte que sa session voit, et où elle les voit inscrits. */
    public List<Enfant> visibles(List<Enfant> enfants) {
        return portee == null
                ? enfants
                : enfants.stream()
                        .flatMap(enfant -> enfant.dans(portee).stream())
                        .toList();
    }

    /** Ce que le journal dit de lui : le titulaire s'il l'a prouvé, sinon une personne qui avait le courrier, ou le lien. */
    public Auteur auteur() {
        return switch (niveau) {
            case PAPIER -> Auteur.parCourrier(identifiant, adresse, portee);
            case LIEN -> Auteur.parLien(identifiant, adresse);
            case MOT_DE_PASSE, FRAIS ->
                limite() ? Auteur.parCourrier(identifiant, adresse, portee) : Auteur.titulaire(identifiant, adresse);
        };
    }
}
