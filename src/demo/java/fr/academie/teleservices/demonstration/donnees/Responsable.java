package fr.academie.teleservices.demonstration.donnees;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Un compte responsable à écrire.
 *
 * @param empreinte mot de passe haché, absent d'un compte fermé
 */
record Responsable(
        String identifiant,
        Personne personne,
        @Nullable String mail,
        @Nullable String telephone,
        @Nullable String empreinte,
        String etat,
        Instant creeLe,
        @Nullable Instant provisoireExpireLe,
        @Nullable Instant activeLe,
        @Nullable Instant fermeLe) {

    /** Vie d'un mot de passe provisoire (DOMAIN §4). */
    static final Duration VALIDITE = Duration.ofDays(90);

    /** L'état civil d'un responsable. */
    record Personne(
            String civilite, String nomFamille, @Nullable String nomUsage, String prenom) {}

    static Responsable actif(
            String identifiant, Personne personne, String mail, String telephone, String empreinte, Instant creeLe) {
        return new Responsable(
                identifiant,
                personne,
                mail,
                telephone,
                empreinte,
                "ACTIF",
                creeLe,
                null,
                creeLe.plus(Duration.ofDays(3)),
                null);
    }

    static Responsable cree(
            String identifiant,
            Personne personne,
            @Nullable String mail,
            @Nullable String telephone,
            String empreinte,
            Instant creeLe) {
        return new Responsable(
                identifiant, personne, mail, telephone, empreinte, "CREE", creeLe, creeLe.plus(VALIDITE), null, null);
    }

    /** Fermé par l'établissement, qui l'avait créé en double. */
    static Responsable ferme(String identifiant, Personne personne, String mail, Instant creeLe, Instant fermeLe) {
        return new Responsable(
                identifiant,
                personne,
                mail,
                null,
                null,
                "FERME",
                creeLe,
                null,
                creeLe.plus(Duration.ofDays(3)),
                fermeLe);
    }
}
