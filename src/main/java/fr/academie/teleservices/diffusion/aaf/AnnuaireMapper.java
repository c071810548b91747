package fr.academie.teleservices.diffusion.aaf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes de l'annuaire : ce qu'il dit, et ce qu'il a déjà dit. */
interface AnnuaireMapper {

    /** Un établissement. */
    record EtablissementRelu(
            String uai, String nature, String nom, @Nullable String commune) {}

    /**
     * Un compte ouvert qui a un lien.
     *
     * @param numero celui de sa source ; nul si aucune ne le connaît
     */
    record CompteRelu(
            long id,
            String identifiant,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            String prenom,
            @Nullable String numero) {}

    /**
     * Un élève dans un établissement.
     *
     * @param numero celui de sa source ; nul si aucune ne le connaît
     * @param numeroSiecle celui que SIECLE lui donne dans cet établissement
     */
    record EleveRelu(
            long id,
            @Nullable String identifiant,
            String nom,
            String prenom,
            LocalDate dateNaissance,
            @Nullable String numero,
            String uai,
            @Nullable String classe,
            @Nullable String numeroSiecle) {}

    /** Un lien vivant d'un élève. */
    record LienRelu(
            long eleveId,
            int niveau,
            int lien,
            String identifiant,
            @Nullable String numero) {}

    /** Une fiche déjà dite. */
    record Diffusee(long cle, String numero, String empreinte) {}

    /** Tout ce qui suit se lit d'un seul instant ; à appeler avant toute lecture de la transaction. */
    void dUnSeulInstant();

    /** Attend qui produit une livraison. */
    void verrouiller();

    List<EtablissementRelu> etablissements(@Param("apres") String apres, @Param("nombre") int nombre);

    List<CompteRelu> comptes(
            @Param("perimetre") String perimetre, @Param("apres") long apres, @Param("nombre") int nombre);

    List<Long> eleves(@Param("apres") long apres, @Param("nombre") int nombre);

    /** Une ligne par inscription, de l'élève {@code premier} à {@code dernier}. */
    List<EleveRelu> inscrits(
            @Param("perimetre") String perimetre, @Param("premier") long premier, @Param("dernier") long dernier);

    List<LienRelu> liens(
            @Param("perimetre") String perimetre, @Param("premier") long premier, @Param("dernier") long dernier);

    List<Diffusee> diffusees(
            @Param("categorie") CategorieDiffusee categorie, @Param("apres") long apres, @Param("nombre") int nombre);

    void poser(@Param("categorie") CategorieDiffusee categorie, @Param("fiches") List<Diffusee> fiches);

    void oter(@Param("categorie") CategorieDiffusee categorie, @Param("cles") List<Long> cles);

    void noter(@Param("nature") NatureAaf nature, @Param("le") Instant le);

    /** Quand la dernière livraison de cette nature a été produite ; nul si aucune ne l'a été. */
    @Nullable
    Instant produiteLe(@Param("nature") NatureAaf nature);

    /** Vrai si un instantané est à relire depuis cet instant. */
    boolean instantaneAttendu(@Param("depuis") Instant depuis);
}
