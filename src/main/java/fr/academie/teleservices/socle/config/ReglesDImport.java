package fr.academie.teleservices.socle.config;

import java.time.Duration;

/**
 * Ce qu'une académie veut de ses imports : les clés {@code alimentation.*} de son profil.
 *
 * @param comptes ce que devient une personne que l'annuaire nomme, et qui n'a pas de compte
 * @param partDesRetraits la part des liens connus, de 0 à 1, au-delà de laquelle un retrait se confirme deux fois : un export coupé ou
 *     filtré retire tout le monde
 * @param delaiDesRetraits combien de temps attendent les liens de qui n'est plus dans l'annuaire : l'été, il en manque
 */
public record ReglesDImport(Comptes comptes, double partDesRetraits, Duration delaiDesRetraits) {

    private static final int PART = 10;
    private static final int TOUT = 100;
    private static final int DELAI = 60;

    /** Ce que devient une personne sans compte. */
    public enum Comptes {
        /** L'import lui en fait un, sans mot de passe. */
        CREER,
        /** Elle en attend un, que son établissement lui fera. */
        ATTENDRE
    }

    static ReglesDImport lire(Proprietes p) {
        return new ReglesDImport(
                p.choix("alimentation.comptes", Comptes.class, Comptes.CREER),
                p.entier("alimentation.retraits.part", PART, 0, TOUT) / (double) TOUT,
                p.dureeEnJours("alimentation.retraits.delai", DELAI, 0));
    }
}
