package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ce que l'étape 2 montre : le compte qui reste, ceux qui ferment, les élèves de chacun et le résultat.
 *
 * @param lot les demandes confirmées ensemble ; la première en est la clé
 * @param vue empreinte de ce qui est montré, que la page rend en confirmant
 * @param autres les comptes à regrouper, dans l'ordre où ils ont été prouvés ; au moins un
 * @param ecartes ceux qui ont été prouvés et ne seront pas regroupés ; vide le plus souvent
 */
public record Apercu(
        UUID lot,
        String vue,
        Compte principal,
        List<Enfant> enfantsPrincipal,
        List<Autre> autres,
        List<EnfantApres> apres,
        List<Ecarte> ecartes) {

    /** Un compte qui se fermera, et ses élèves. */
    public record Autre(UUID jeton, Compte compte, List<Enfant> enfants) {}

    /** Un compte prouvé qui n'est plus du lot, et pourquoi. */
    public record Ecarte(Identifiant identifiant, RefusRegroupement raison) {}

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
