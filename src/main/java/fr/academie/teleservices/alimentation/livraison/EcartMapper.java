package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Les écarts d'une livraison : ce qu'elle change, et rien d'autre. */
interface EcartMapper {

    void ajouterEleves(@Param("id") long id, @Param("eleves") List<EcartEleve> eleves);

    void ajouterPersonnes(@Param("id") long id, @Param("personnes") List<EcartPersonne> personnes);

    void ajouterLiens(@Param("id") long id, @Param("liens") List<EcartLien> liens);

    /** Les écarts qui suivent ce rang, dans l'ordre. */
    List<EcartEleve> eleves(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    List<EcartPersonne> personnes(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    List<EcartLien> liens(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    void reconnaitreUnEleve(
            @Param("id") long id,
            @Param("rang") long rang,
            @Param("eleveId") long eleveId,
            @Param("regle") Regle regle);

    void reconnaitreUnePersonne(
            @Param("id") long id,
            @Param("rang") long rang,
            @Param("responsableId") long responsableId,
            @Param("regle") Regle regle);

    /** Ôte un écart qui s'avère à refuser. */
    void oterUnEleve(@Param("id") long id, @Param("rang") long rang);

    void oterUnePersonne(@Param("id") long id, @Param("rang") long rang);

    void oterDesLiens(@Param("id") long id, @Param("rangs") Collection<Long> rangs);

    /** Retient ces comptes comme changés par la livraison ; un compte déjà retenu ne l'est pas deux fois. */
    void retenirDesComptes(@Param("id") long id, @Param("comptes") Collection<Long> comptes);

    /** Les comptes changés dont le numéro suit celui-ci, par numéro. */
    List<Long> comptes(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    /**
     * Un élève qui diffère.
     *
     * @param eleveId l'élève reconnu ; nul s'il est à créer
     * @param inscriptions en JSON : {@code [{"uai": …, "classe": …}]}
     */
    record EcartEleve(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String numero,
            @Nullable Long eleveId,
            @Nullable Regle regle,
            @Nullable String numeroSiecle,
            @Nullable String ine,
            String nom,
            @Nullable String nomUsage,
            String prenom,
            LocalDate naissance,
            @Nullable LocalDate sortiLe,
            String inscriptions,
            long empreinte) {}

    /**
     * Une personne qui diffère.
     *
     * @param identiteId son identité, si ce numéro est connu
     * @param responsableId le compte reconnu ; nul si elle n'en a pas encore
     */
    record EcartPersonne(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String numero,
            @Nullable Long identiteId,
            @Nullable Long responsableId,
            @Nullable Regle regle,
            @Nullable String civilite,
            String nomFamille,
            @Nullable String nomUsage,
            @Nullable String prenom,
            @Nullable String mail,
            @Nullable String telephonePortable,
            @Nullable String voie,
            @Nullable String codePostal,
            @Nullable String commune,
            long empreinte) {}

    /** Un lien qui diffère, par les numéros de la source. */
    record EcartLien(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String eleve,
            String personne,
            NiveauResponsabilite niveau,
            LienParente lien) {}
}
