package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Les personnes attendues, toujours bornées à des établissements. */
interface AttenduMapper {

    /** Une ligne par personne et élève qui manque à son compte, ou au compte qu'elle n'a pas. */
    List<LigneAttendue> lignes(
            @Param("uais") Collection<String> uais,
            @Param("cle") @Nullable CleAttendu cle,
            @Param("classe") @Nullable String classe);

    /** Tous les élèves de la personne, ceux de son compte comme ceux qui y manquent. */
    List<Long> eleves(@Param("cle") CleAttendu cle);

    /** Verrouille la personne, et dit son compte. */
    @Nullable
    CompteDeLAttendu verrouiller(@Param("cle") CleAttendu cle);

    void poserCompte(@Param("attenduId") long attenduId, @Param("responsableId") long responsableId);

    /** Tous les comptes ouverts qui ont un élève de l'établissement. */
    List<LigneCompte> comptes(@Param("uai") String uai);

    /** L'élève, tel que le connaît un de ces établissements ; nul s'il n'y est pas inscrit. */
    @Nullable
    LigneEleve eleve(@Param("eleveId") long eleveId, @Param("uais") Collection<String> uais);

    /** Fait attendre une autre saisie pour cet élève. */
    Long verrouillerEleve(@Param("eleveId") long eleveId);

    /** La personne déjà saisie avec ce jeton dans cet établissement ; nulle s'il n'a pas servi. */
    @Nullable
    Long saisie(@Param("jeton") UUID jeton, @Param("uai") String uai);

    void ajouter(Saisie saisie);

    void ajouterEleve(@Param("attenduId") long attenduId, @Param("s") Saisie saisie);

    void retirerEleves(@Param("attenduId") long attenduId);

    int retirer(@Param("attenduId") long attenduId, @Param("uais") Collection<String> uais);

    /** Ce que {@link #lignes} lit. */
    record LigneAttendue(
            long id,
            boolean nommee,
            String uai,
            Identite identite,
            @Nullable String mail,
            @Nullable String numero,
            boolean saisi,
            @Nullable Long compteId,
            long eleveId,
            Eleve eleve,
            NiveauResponsabilite niveau,
            LienParente lien) {

        CleAttendu cle() {
            return new CleAttendu(nommee, id);
        }
    }

    /** La personne sous verrou, pour créer ou compléter son compte. */
    record CompteDeLAttendu(
            long id,
            @Nullable String civilite,
            @Nullable String telephone,
            @Nullable Long compteId,
            @Nullable String adresse,
            @Nullable String codePostal,
            @Nullable String commune) {}

    /** Ce que {@link #comptes} lit. */
    record LigneCompte(long id, String identifiant, Identite identite, EtatCompte etat) {}

    /** Ce que {@link #eleve} lit. */
    record LigneEleve(
            String uai, String nomComplet, @Nullable String classe) {}

    /** Une personne saisie par un agent ; MyBatis y pose sa clé. */
    final class Saisie {
        final String uai;
        final NouveauResponsable qui;
        final Instant le;
        long id;

        Saisie(String uai, NouveauResponsable qui, Instant le) {
            this.uai = uai;
            this.qui = qui;
            this.le = le;
        }
    }
}
