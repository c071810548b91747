package fr.academie.teleservices.rupture;

import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Titre;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code demande_rupture} et {@code rupture}. */
interface RuptureMapper {

    void deposerDemande(@Param("d") DemandeDeRupture demande, @Param("eleves") Collection<Long> eleves);

    /** La demande de cet agent ; nulle si elle n'est pas la sienne. */
    @Nullable
    DemandeDeRupture demande(@Param("jeton") UUID jeton, @Param("agent") String agent);

    List<Long> elevesDemandes(@Param("jeton") UUID jeton);

    int purgerDemandes(@Param("avant") Instant avant);

    /** La rupture que cette demande a produite ; nulle si elle n'en a pas produit, ou pour un autre agent. */
    @Nullable
    LigneRupture faite(@Param("jeton") UUID jeton, @Param("agent") String agent);

    /** Vrai si l'un de ces élèves a quitté ce compte par une rupture depuis cet instant. */
    boolean rompuDepuis(
            @Param("compteId") long compteId,
            @Param("eleves") Collection<Long> eleves,
            @Param("depuis") Instant depuis);

    void inserer(@Param("r") LigneRupture rupture, @Param("par") String par, @Param("adresse") String adresse);

    void insererLien(@Param("jeton") UUID jeton, @Param("l") LienRompu lien);

    void insererRegroupements(
            @Param("jeton") UUID jeton, @Param("eleveId") long eleveId, @Param("arrivees") List<Arrivee> arrivees);

    /** Passe ces regroupements à ROMPU, entièrement s'il ne reste sur ce compte aucun des élèves qu'ils ont amenés. */
    void rompre(@Param("compteId") long compteId, @Param("regroupements") Collection<Long> regroupements);

    /**
     * Fait passer au compte nouveau ce que des sources ont dit de cet élève sur le compte cassé.
     *
     * @param arriveeDe quand le compte cassé connaissait déjà l'élève, le compte absorbé d'où vient l'élève : seul ce qui a été dit de lui, et
     *     de ceux qu'il avait absorbés, part ; nul quand tout part
     */
    void faireSuivreLesConstats(
            @Param("sourceId") long sourceId,
            @Param("nouveauId") long nouveauId,
            @Param("eleveId") long eleveId,
            @Param("arriveeDe") @Nullable Long arriveeDe);

    /** Ensuite : les personnes du compte cassé dont tout est parti. */
    void faireSuivreLesIdentites(@Param("sourceId") long sourceId, @Param("nouveauId") long nouveauId);

    /** Fait suivre leurs élèves aux personnes attendues du compte cassé ; les liens sont déjà ceux d'après. */
    int faireSuivreLesAttendus(@Param("sourceId") long sourceId, @Param("nouveauId") long nouveauId);

    /** Vrai si la rupture que cette demande a produite a été défaite. */
    boolean annulee(@Param("jeton") UUID jeton);

    /** Vrai si une rupture de ce compte a été défaite depuis cet instant. */
    boolean annuleeDepuis(@Param("compteId") long compteId, @Param("depuis") Instant depuis);

    /** Annonce une rupture qui se fait ; les liens de la source sont encore ceux d'avant. */
    void ouvrir(@Param("o") NouvelleOpposition opposition);

    /** Ce que la rupture a laissé de chaque lien, par élève ; vide si elle est défaite. */
    List<LienDeplace> deplaces(@Param("jeton") UUID jeton);

    /** Vrai si quelqu'un s'est connecté au compte nouveau, l'a activé, ou a prouvé ailleurs qu'il en a le courrier. */
    boolean aServi(@Param("nouveauId") long nouveauId);

    /** Range la rupture parmi les défaites, ressoude ses regroupements, rend les personnes attendues ; les liens sont déjà remis. */
    void annuler(
            @Param("jeton") UUID jeton,
            @Param("sourceId") long sourceId,
            @Param("nouveauId") long nouveauId,
            @Param("le") Instant le);

    int purgerAnnulees(@Param("avant") Instant avant);

    /** Chaque constat de cet élève sur le compte cassé, et s'il partirait ; {@code arriveeDe} comme ci-dessus, jamais nul. */
    List<Dit> dits(
            @Param("sourceId") long sourceId, @Param("eleveId") long eleveId, @Param("arriveeDe") long arriveeDe);

    /** Ce qu'une source dit d'un élève, et si cela part avec lui. */
    record Dit(long identiteId, Titre titre, boolean part) {}

    /** Un lien tel qu'une rupture l'a laissé, de chaque côté. */
    record LienDeplace(long eleveId, Qualite source, Qualite nouveau) {}

    /** L'en-tête d'une rupture. */
    record LigneRupture(UUID jeton, long sourceId, long nouveauId, Instant faitLe) {}
}
