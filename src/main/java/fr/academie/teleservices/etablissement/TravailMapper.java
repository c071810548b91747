package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.etablissement.Travail.Genre;
import fr.academie.teleservices.etablissement.Travail.Issue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les travaux en nombre : tables {@code travail} et {@code travail_personne}. */
interface TravailMapper {

    void ajouter(LigneTravail travail);

    void ajouterPersonnes(@Param("jeton") UUID jeton, @Param("personnes") List<Personne> personnes);

    @Nullable
    LigneTravail parJeton(UUID jeton);

    List<Decompte> compter(UUID jeton);

    /** La première personne que rien n'a encore servie ; nulle s'il n'y en a plus. */
    @Nullable
    Personne suivante(UUID jeton);

    /** Verrouille une personne ; nul si elle a déjà été servie. */
    @Nullable
    Integer verrouiller(@Param("jeton") UUID jeton, @Param("rang") int rang);

    void noter(
            @Param("jeton") UUID jeton,
            @Param("rang") int rang,
            @Param("issue") Issue issue,
            @Param("lettre") @Nullable String lettre);

    void avancer(@Param("jeton") UUID jeton, @Param("le") Instant le);

    void finir(@Param("jeton") UUID jeton, @Param("le") Instant le, @Param("arrete") boolean arrete);

    /** Marque les lettres emportées ; rend 0 si elles l'ont déjà été, ou si le travail n'est pas fini ou s'est arrêté. */
    int emporter(@Param("jeton") UUID jeton, @Param("le") Instant le);

    void rendre(UUID jeton);

    List<LettreScellee> lettres(UUID jeton);

    void effacerLesLettres(UUID jeton);

    /** Efface les lettres des travaux que rien n'a fait avancer depuis {@code avant} ; rend leur nombre. */
    int effacerCellesQuiAttendent(@Param("avant") Instant avant);

    /** Oublie les travaux finis avant {@code avant} ; rend leur nombre. */
    int oublier(@Param("avant") Instant avant);

    /** Une ligne de {@code travail} ; {@code cle} est nulle pour une création de comptes. */
    record LigneTravail(
            UUID jeton,
            Genre genre,
            String uai,
            Identifiant agent,
            String agentNom,
            String agentPrenom,
            long sessionId,
            String adresse,
            boolean refaire,
            @Nullable String cle,
            Instant avanceLe,
            @Nullable Instant finiLe,
            boolean arrete,
            @Nullable Instant emporteLe) {}

    /** Une personne à servir ; {@code version} est celle du compte que l'agent a vue, nulle pour un premier courrier ou un compte. */
    record Personne(int rang, long cibleId, @Nullable Integer version) {}

    /** Combien de personnes de cette issue ({@code null} : pas encore servies), et combien de lettres elles attendent. */
    record Decompte(@Nullable Issue issue, int combien, int lettres) {}

    /** Une lettre et son rang. */
    record LettreScellee(int rang, String lettre) {}
}
