package fr.academie.teleservices.regroupement;

import org.jspecify.annotations.Nullable;

/**
 * Ce que le compte qui reste reprend de celui qui se ferme, et rendra si ce regroupement est défait.
 *
 * @param mail l'adresse confirmée ; nulle s'il garde la sienne
 * @param telephone le portable confirmé ; nul s'il garde le sien
 */
record Reprise(@Nullable String mail, @Nullable String telephone) {

    static final Reprise AUCUNE = new Reprise(null, null);

    public boolean vide() {
        return mail == null && telephone == null;
    }
}
