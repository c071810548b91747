package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.TrancheMapper.Tranche;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.scolarite.Perimetre;
import java.time.Instant;
import java.util.Objects;

/**
 * Un lot d'une livraison validée, dans sa transaction : la livraison est verrouillée, ou la tranche.
 *
 * @param taille combien d'écarts au plus
 * @param curseur le rang qu'ils suivent
 * @param jusqua le dernier rang qui en soit
 */
record LotAppliquable(LigneLivraison livraison, int taille, Instant le, long curseur, long jusqua, Retenus retenus) {

    static LotAppliquable de(LigneLivraison livraison, int taille, Instant le) {
        return new LotAppliquable(livraison, taille, le, livraison.curseur(), Long.MAX_VALUE, new Retenus());
    }

    static LotAppliquable de(LigneLivraison livraison, Tranche tranche, int taille, Instant le) {
        return new LotAppliquable(livraison, taille, le, tranche.curseur(), tranche.jusqua(), new Retenus());
    }

    long id() {
        return livraison.id();
    }

    Perimetre perimetre() {
        return new Perimetre(livraison.source().name(), livraison.perimetre());
    }

    /** Qui l'a validée : un agent depuis son bureau, ou une commande, qui n'a pas d'adresse. */
    Auteur auteur() {
        return new Auteur(
                new Identifiant(Objects.requireNonNull(livraison.confirmeeDe())),
                livraison.adresse() == null ? Profil.EXPLOITATION : Profil.ETABLISSEMENT,
                livraison.adresse());
    }

    /** Ce qu'un lot a fait : le dernier rang, et combien d'écarts ; zéro quand il n'en reste pas. */
    record Fait(long dernier, int combien) {

        static final Fait RIEN = new Fait(0, 0);
    }
}
