package fr.academie.teleservices.manque;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code demande_de_courrier}. */
interface DemandeMapper {

    /** Celles de ces comptes, qui attendent ou closes depuis cet instant, la plus récente d'abord. */
    List<DemandeDeCourrier> siennes(@Param("comptes") List<Long> comptes, @Param("depuis") Instant depuis);

    /** Combien il en a fait depuis cet instant. */
    int faites(@Param("responsableId") long responsableId, @Param("depuis") Instant depuis);

    /** Vrai si la même attend déjà : même compte, même établissement, même enfant aux accents et à la casse près. */
    boolean attend(
            @Param("responsableId") long responsableId, @Param("uai") String uai, @Param("e") EnfantManquant enfant);

    void inserer(
            @Param("responsableId") long responsableId,
            @Param("uai") String uai,
            @Param("e") EnfantManquant enfant,
            @Param("le") Instant le);

    /** Celles qui attendent ces établissements, la plus ancienne d'abord. */
    List<DemandeDeCourrier> enAttente(
            @Param("uais") Collection<String> uais, @Param("passes") int passes, @Param("combien") int combien);

    int compter(@Param("uais") Collection<String> uais);

    /** Une demande faite à l'un de ces établissements et à laquelle nul n'a renoncé ; nulle sinon. */
    @Nullable
    DemandeDeCourrier lire(@Param("uais") Collection<String> uais, @Param("id") long id);

    /** La clôt si elle attend encore ; rend 0 sinon. */
    int clore(
            @Param("id") long id,
            @Param("etat") EtatDemande etat,
            @Param("motif") @Nullable String motif,
            @Param("le") Instant le,
            @Param("par") @Nullable String par);

    /** Y renonce si elle est de l'un de ces comptes et attend encore ; rend 0 sinon. */
    int retirer(@Param("id") long id, @Param("comptes") List<Long> comptes, @Param("le") Instant le);

    /** Efface celles closes avant cet instant, par lots ; rend leur nombre. */
    int purger(@Param("avant") Instant avant, @Param("combien") int combien);
}
