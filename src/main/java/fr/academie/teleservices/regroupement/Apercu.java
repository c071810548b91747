package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ce que l'étape 2 montre : le compte qui reste, ceux qui ferment, les élèves de chacun et le résultat.
 *
 * @param lot les demandes confirmées ensemble ; la première en est la clé
 * @param vue empreinte de ce qui est montré, que la page rend en confirmant
 * @param autres les comptes à regrouper, dans l'ordre où ils ont été prouvés ; au moins un
 * @param coordonnees l'adresse mail et le portable que l'on peut garder
 * @param ecartes ceux qui ont été prouvés et ne seront pas regroupés ; vide le plus souvent
 */
public record Apercu(
        UUID lot,
        String vue,
        Compte principal,
        List<Enfant> enfantsPrincipal,
        List<Autre> autres,
        List<EnfantApres> apres,
        List<Ecarte> ecartes,
        Coordonnees coordonnees) {

    /**
     * Un compte qui se fermera, et ses élèves.
     *
     * @param connecte vrai si c'est le compte connecté : un autre reste à sa place
     * @param gardable vrai s'il peut rester à la place de celui qui reste
     */
    public record Autre(UUID jeton, Compte compte, List<Enfant> enfants, boolean connecte, boolean gardable) {}

    /**
     * L'adresse mail, ou le portable, d'un des comptes.
     *
     * @param jeton la demande de ce compte ; nul pour celui qui reste
     * @param texte comme on la lit, masquée si ce compte n'est pas prouvé par son mot de passe choisi ; nul si le compte qui reste n'en a pas
     */
    public record Coordonnee(@Nullable UUID jeton, @Nullable String texte, Identifiant compte) {}

    /** Ce qui s'offre, ce que le compte qui reste a déjà d'abord. */
    public record Coordonnees(List<Coordonnee> mails, List<Coordonnee> portables) {

        /** Vrai s'il y a une autre adresse mail à garder. */
        public boolean choixDuMail() {
            return mails.size() > 1;
        }

        /** Vrai s'il y a un autre portable à garder. */
        public boolean choixDuPortable() {
            return portables.size() > 1;
        }
    }

    /** Un compte prouvé qui n'est plus du lot, et pourquoi. */
    public record Ecarte(Identifiant identifiant, RefusRegroupement raison) {}

    /** Le compte connecté, s'il se fermera ; nul s'il reste. */
    public @Nullable Compte connecteFerme() {
        return autres.stream()
                .filter(Autre::connecte)
                .map(Autre::compte)
                .findFirst()
                .orElse(null);
    }

    /** Vrai si plusieurs comptes se fermeront ensemble. */
    public boolean plusieurs() {
        return autres.size() > 1;
    }

    /** Tous les enfants montrés, de chaque côté ; celui qui est de plusieurs y est plusieurs fois. */
    public List<Enfant> enfants() {
        return Stream.concat(enfantsPrincipal.stream(), autres.stream().flatMap(a -> a.enfants().stream()))
                .toList();
    }

    /** Les identifiants des comptes qui se fermeront. */
    public List<Identifiant> fermes() {
        return autres.stream().map(a -> a.compte().identifiant()).toList();
    }
}
