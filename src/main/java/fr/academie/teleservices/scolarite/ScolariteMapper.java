package fr.academie.teleservices.scolarite;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code rattachement}, {@code eleve} et {@code etablissement}. */
interface ScolariteMapper {

    /** Une ligne par inscription de chaque enfant : à réunir. */
    List<Enfant> enfants(@Param("responsableId") long responsableId);

    /** Les mêmes, déjà réunis, de chacun de ces comptes, au moins un. */
    List<EnfantsDUnCompte> enfantsParCompte(@Param("comptes") Collection<Long> comptes);

    List<Etablissement> etablissements(@Param("uais") Collection<String> uais);

    /** Ceux dont le nom, la commune ou l'UAI contiennent tous ces motifs de {@code LIKE}. */
    List<Etablissement> chercherDesEtablissements(
            @Param("motifs") Collection<String> motifs, @Param("limite") int limite);

    /** Tous les liens des deux comptes, retirés compris, dans l'ordre de leurs id. */
    List<Rattachement> rattachements(@Param("un") long un, @Param("autre") long autre);

    /** De même, de ces comptes. */
    List<Rattachement> rattachementsDe(@Param("comptes") Collection<Long> comptes);

    /** De même, sous verrou. */
    List<Rattachement> verrouillerDe(@Param("comptes") Collection<Long> comptes);

    /** Les mêmes, sous verrou. */
    List<Rattachement> verrouiller(@Param("un") long un, @Param("autre") long autre);

    /** Comme {@link #enfants}, pour les inscriptions dans ces établissements. */
    List<Enfant> enfantsDe(@Param("responsableId") long responsableId, @Param("uais") Collection<String> uais);

    /** Tous les liens de ces élèves, sur tous les comptes, retirés compris, sous verrou, dans l'ordre de leurs id. */
    List<Rattachement> verrouillerParEleves(@Param("eleves") Collection<Long> eleves);

    void requalifier(
            @Param("id") long id,
            @Param("qualite") Qualite qualite,
            @Param("origine") OrigineRattachement origine,
            @Param("retrait") @Nullable Retrait retrait);

    void rattacher(
            @Param("responsableId") long responsableId,
            @Param("eleveId") long eleveId,
            @Param("qualite") Qualite qualite,
            @Param("origine") OrigineRattachement origine,
            @Param("depuis") Instant depuis);

    /** Les liens de ces comptes, sans ce qu'en disent les sources. */
    List<CalculDuLien.LienLu> aCalculer(@Param("comptes") Collection<Long> comptes);

    /** Tout ce que les sources disent de ces comptes, une ligne par constat. */
    List<CalculDuLien.TitreDit> dits(@Param("comptes") Collection<Long> comptes);

    /** Par paquets : une identité sans compte prend celui-ci. */
    void nommerUne(@Param("identiteId") long identiteId, @Param("compteId") long compteId);

    /** De même : les constats qu'aucun compte ne portait la suivent. */
    void porterSesConstats(@Param("identiteId") long identiteId, @Param("compteId") long compteId);

    void creerLesCalcules(@Param("liens") List<LienCalcule> liens, @Param("le") Instant le);

    void creerUnCalcule(@Param("l") LienCalcule lien, @Param("le") Instant le);

    void changerLesCalcules(@Param("changes") List<Rattachements.Ecriture> changes, @Param("le") Instant le);

    /** Les liens que le fragment {@code garderLesLiens} a gardés. */
    List<LienGarde> gardes(@Param("avant") String avant);

    void remettre(@Param("l") LienGarde lien);

    void oter(@Param("id") long id);

    void confier(@Param("id") long id, @Param("responsableId") long responsableId);

    void contester(@Param("id") long id, @Param("le") Instant le);
}
