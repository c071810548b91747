package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.time.Instant;
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

    /**
     * Les élèves neufs qui suivent ce rang, dans l'ordre.
     *
     * @param tronques vrai pour n'avoir que ceux dont un nom a perdu des lettres
     */
    List<EcartEleve> nouveauxEleves(
            @Param("id") long id,
            @Param("apres") long apres,
            @Param("combien") int combien,
            @Param("tronques") boolean tronques);

    List<EcartPersonne> nouvellesPersonnes(
            @Param("id") long id,
            @Param("apres") long apres,
            @Param("combien") int combien,
            @Param("tronques") boolean tronques);

    /** L'élève reconnu, et son nom si la source l'a tronqué. */
    void reconnaitreUnEleve(
            @Param("id") long id,
            @Param("rang") long rang,
            @Param("eleveId") long eleveId,
            @Param("regle") Regle regle,
            @Param("nom") String nom,
            @Param("prenom") String prenom);

    /** Le compte reconnu, et son nom si la source l'a tronqué. */
    void reconnaitreUnePersonne(
            @Param("id") long id,
            @Param("rang") long rang,
            @Param("responsableId") long responsableId,
            @Param("regle") Regle regle,
            @Param("nom") String nom,
            @Param("usage") @Nullable String usage,
            @Param("prenom") @Nullable String prenom);

    /** Ôte un écart qui s'avère à refuser. */
    void oterUnEleve(@Param("id") long id, @Param("rang") long rang);

    void oterUnePersonne(@Param("id") long id, @Param("rang") long rang);

    void oterDesLiens(@Param("id") long id, @Param("rangs") Collection<Long> rangs);

    /** Les élèves que disent les liens neufs de ces personnes, par numéros. */
    List<Couple> couplesDesPersonnes(@Param("id") long id, @Param("personnes") Collection<String> personnes);

    /** Les élèves reconnus ou connus parmi les écarts, par numéro. */
    List<Reconnu> elevesReconnus(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    /** Les liens neufs dont l'un de ces numéros est l'élève, ou la personne. */
    List<EcartLien> liensDesEleves(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    List<EcartLien> liensDesPersonnes(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    List<Compte> compter(@Param("id") long id);

    void effacerLesEleves(long id);

    void effacerLesPersonnes(long id);

    void effacerLesLiens(long id);

    /** Les livraisons finies avant {@code avant} dont il reste des fiches. */
    List<Long> livraisonsFinies(@Param("avant") Instant avant);

    int effacerDesEleves(@Param("id") long id, @Param("combien") int combien);

    int effacerDesPersonnes(@Param("id") long id, @Param("combien") int combien);

    int effacerDesLiens(@Param("id") long id, @Param("combien") int combien);

    int effacerDesComptes(@Param("id") long id, @Param("combien") int combien);

    /** Retient ces comptes comme changés par la livraison, et en quoi ; ce qui était retenu le reste. */
    void retenirDesComptes(@Param("id") long id, @Param("comptes") List<CompteChange> comptes);

    /** Les comptes changés dont le numéro suit celui-ci, par numéro. */
    List<CompteChange> comptes(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

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

    /** Un élève et une personne, par leurs numéros. */
    record Couple(String eleve, String personne) {}

    /** Un élève par son numéro dans la livraison. */
    record Reconnu(String numero, long eleveId) {}

    /** Combien d'écarts de ce genre. */
    record Compte(fr.academie.teleservices.alimentation.Sorte sorte, Ecart ecart, long combien) {}

    /** Un compte que la livraison a changé, et en quoi. */
    record CompteChange(long responsableId, boolean liens, boolean mail, boolean telephone) {}
}
