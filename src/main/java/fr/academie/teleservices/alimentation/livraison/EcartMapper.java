package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Reconnaissance.Regle;
import fr.academie.teleservices.lignee.LienDOrigine;
import fr.academie.teleservices.scolarite.EtablissementDeSource;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NatureEtablissement;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.Perimetre;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Les écarts d'une livraison : ce qu'elle change, et rien d'autre. */
interface EcartMapper {

    void ajouterUnEtablissement(@Param("id") long id, @Param("e") EcartEtablissement etablissement);

    void ajouterUnEleve(@Param("id") long id, @Param("e") EcartEleve eleve);

    void ajouterUnePersonne(@Param("id") long id, @Param("p") EcartPersonne personne);

    void ajouterUnLien(@Param("id") long id, @Param("l") EcartLien lien);

    /** De même quand la livraison a déjà dit ce couple : le dernier dit vaut. */
    void remplacerUnLien(@Param("id") long id, @Param("l") EcartLien lien);

    /** Les écarts qui suivent ce rang, dans l'ordre. */
    List<EcartEtablissement> etablissements(
            @Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    List<EcartEleve> eleves(@Param("id") long id, @Param("lot") LotAppliquable lot);

    List<EcartPersonne> personnes(@Param("id") long id, @Param("lot") LotAppliquable lot);

    /** Les liens qui suivent ce rang, avec l'élève et la personne de chacun, et le compte qui porte ou portera ce lien. */
    List<LienSitue> liensSitues(
            @Param("id") long id, @Param("lot") LotAppliquable lot, @Param("p") Perimetre perimetre);

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

    /** Par paquets, comme ce qui s'ajoute. */
    void reconnaitreUnEleve(EleveReconnu reconnu);

    void reconnaitreUnePersonne(PersonneReconnue reconnue);

    /** Ôte un écart qui s'avère à refuser. */
    void oterUnEleve(@Param("id") long id, @Param("rang") long rang);

    void oterUnePersonne(@Param("id") long id, @Param("rang") long rang);

    void oterDesLiens(@Param("id") long id, @Param("rangs") Collection<Long> rangs);

    /** Celles de ces personnes dont un lien est neuf, ou change. */
    Set<String> personnesLiees(@Param("id") long id, @Param("personnes") Collection<String> personnes);

    /** Les élèves que disent les liens neufs de ces personnes, par numéros. */
    List<Couple> couplesDesPersonnes(@Param("id") long id, @Param("personnes") Collection<String> personnes);

    /** Les élèves reconnus ou connus parmi les écarts, par numéro. */
    List<Reconnu> elevesReconnus(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    /** Les liens neufs dont l'un de ces numéros est l'élève, ou la personne. */
    List<EcartLien> liensDesEleves(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    List<EcartLien> liensDesPersonnes(@Param("id") long id, @Param("numeros") Collection<String> numeros);

    List<Compte> compter(@Param("id") long id);

    void effacerLesEtablissements(long id);

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
    default void retenirDesComptes(long id, List<CompteChange> comptes) {
        JsonArrayBuilder tableau = FabriqueJson.tableau();
        for (CompteChange c : comptes) {
            tableau.add(FabriqueJson.tableau()
                    .add(c.responsableId())
                    .add(c.cree() ? 1 : 0)
                    .add(c.liens() ? 1 : 0)
                    .add(c.mail() ? 1 : 0)
                    .add(c.telephone() ? 1 : 0));
        }
        retenir(id, tableau.build().toString());
    }

    void retenir(@Param("id") long id, @Param("comptes") String comptes);

    /** Combien de comptes la livraison a changés ; compte jusqu'à {@code assez}. */
    long nombreDeComptes(@Param("id") long id, @Param("assez") int assez);

    /** Les comptes changés dont le numéro suit celui-ci, par numéro. */
    List<CompteChange> comptes(@Param("id") long id, @Param("apres") long apres, @Param("combien") int combien);

    /** Un établissement qui diffère. */
    record EcartEtablissement(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String numero,
            String uai,
            String nom,
            @Nullable String commune,
            NatureEtablissement nature) {

        EtablissementDeSource dit() {
            return new EtablissementDeSource(numero, uai, nom, commune, nature);
        }
    }

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
     * @param enAttente les identités sans compte où une personne neuve a été reconnue, en JSON ; nul s'il n'y en a pas
     */
    record EcartPersonne(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String numero,
            @Nullable Long identiteId,
            @Nullable Long responsableId,
            @Nullable String enAttente,
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

    /**
     * Un lien qui diffère, et ce que désignent aujourd'hui ses numéros.
     *
     * @param eleveId nul si l'élève n'est plus connu, de même pour la personne
     * @param compte celui qui porte ce constat : une rupture l'a pu mettre ailleurs que sa personne. À défaut celui de la personne ; nul si
     *     elle n'en a pas
     */
    record LienSitue(
            long rang,
            Ecart ecart,
            @Nullable String fichier,
            @Nullable Integer ligne,
            String eleve,
            String personne,
            NiveauResponsabilite niveau,
            LienParente lien,
            @Nullable Long eleveId,
            @Nullable Long identiteId,
            @Nullable Long compte) {

        /** Ce qu'il constate ; nul si l'un des deux n'est plus connu. */
        @Nullable
        Constat constat() {
            return eleveId == null || identiteId == null ? null : new Constat(identiteId, eleveId, niveau, lien);
        }

        /** L'élève et le compte ; nul si l'un des deux manque. */
        @Nullable
        LienDOrigine porteur() {
            return eleveId == null || compte == null ? null : new LienDOrigine(compte, eleveId);
        }

        /** Le même, porté par ce compte. */
        LienSitue portePar(long autre) {
            return new LienSitue(
                    rang, ecart, fichier, ligne, eleve, personne, niveau, lien, eleveId, identiteId, autre);
        }
    }

    /** L'élève reconnu, et son nom si la source l'a tronqué. */
    record EleveReconnu(long id, long rang, long eleveId, Regle regle, String nom, String prenom) {}

    /** Le compte reconnu, les identités sans compte, et son nom si la source l'a tronqué. */
    record PersonneReconnue(
            long id,
            long rang,
            @Nullable Long responsableId,
            @Nullable String enAttente,
            Regle regle,
            String nom,
            @Nullable String usage,
            @Nullable String prenom) {}

    /** Un élève et une personne, par leurs numéros. */
    record Couple(String eleve, String personne) {}

    /** Un élève par son numéro dans la livraison. */
    record Reconnu(String numero, long eleveId) {}

    /** Combien d'écarts de ce genre, et combien de nouveaux numéros y sont ceux de quelqu'un de connu. */
    record Compte(fr.academie.teleservices.alimentation.Sorte sorte, Ecart ecart, long combien, long reconnus) {}

    /** Un compte que la livraison a changé, et en quoi. */
    record CompteChange(long responsableId, boolean cree, boolean liens, boolean mail, boolean telephone) {

        /** L'un et l'autre. */
        CompteChange et(CompteChange autre) {
            return new CompteChange(
                    responsableId,
                    cree || autre.cree,
                    liens || autre.liens,
                    mail || autre.mail,
                    telephone || autre.telephone);
        }
    }
}
