package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.scolarite.Qualite;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code demande_regroupement} et {@code regroupement}. */
interface RegroupementMapper {

    /**
     * Garde une preuve qui vient d'être donnée.
     *
     * @param choisi la version du compte dont le mot de passe choisi vient d'être prouvé ; nulle s'il l'a été autrement
     */
    void deposerDemande(
            @Param("d") DemandeDeRegroupement demande,
            @Param("creeeLe") Instant creeeLe,
            @Param("choisi") @Nullable Integer choisi);

    /** Les demandes de ce lot que ce responsable n'a pas retirées, et l'instant du regroupement que chacune a produit ; vide si elles ne sont pas siennes. */
    List<DemandeDeRegroupement> demandes(
            @Param("lot") UUID lot, @Param("principalId") long principalId, @Param("maintenant") Instant maintenant);

    /** De ces comptes : eux-mêmes, ce qu'ils ont de confirmé, leurs adresses, leurs portées, tous leurs liens, leurs enfants. */
    List<List<Object>> comptesDuLot(
            @Param("comptes") Collection<Long> comptes, @Param("maintenant") Instant maintenant);

    /** Verrouille ce lot et rend la session qui l'a ouvert ; nulle s'il n'est pas à ce responsable. */
    @Nullable
    Long tenirLeLot(@Param("lot") UUID lot, @Param("principalId") long principalId);

    /** Le lot que cette session a ouvert en dernier, et dont une preuve vaut encore ; nul s'il n'y en a pas. */
    @Nullable
    UUID lotOuvert(
            @Param("principalId") long principalId,
            @Param("sessionId") long sessionId,
            @Param("maintenant") Instant maintenant);

    /** De ce lot, le compte de cette demande reste, et nul autre ; nulle : aucun, le compte connecté reste. */
    void garder(@Param("lot") UUID lot, @Param("principalId") long principalId, @Param("jeton") @Nullable UUID jeton);

    int retirer(
            @Param("jeton") UUID jeton,
            @Param("principalId") long principalId,
            @Param("sessionId") long sessionId,
            @Param("le") Instant le);

    /** Vrai si ce lot a produit des regroupements. */
    boolean faits(@Param("lot") UUID lot, @Param("principalId") long principalId);

    List<RegroupementEnregistre> enregistres(@Param("principalId") long principalId);

    /** Vrai si ce regroupement tient encore, et tout entier. */
    boolean actif(@Param("jeton") UUID jeton);

    /** Range le regroupement défait, et fait revenir les personnes attendues. */
    void annuler(
            @Param("jeton") UUID jeton,
            @Param("principalId") long principalId,
            @Param("secondaireId") long secondaireId,
            @Param("avant") String avant,
            @Param("le") Instant le);

    /** Ce que le principal avait de chaque élève que ce regroupement lui a amené, sans les regroupements d'avant que l'on a défaits. */
    List<Base> bases(@Param("jeton") UUID jeton);

    /** Les élèves de ce regroupement que d'autres, faits après lui dans le même compte et qui tiennent encore, y ont amenés aussi. */
    List<Apport> apportsApres(@Param("jeton") UUID jeton, @Param("principalId") long principalId);

    /** Ce que ce regroupement a trouvé et laissé au principal, une fois défait un autre d'avant lui. */
    void recaler(@Param("a") Apport apport, @Param("avant") @Nullable Qualite avant, @Param("apres") Qualite apres);

    /**
     * Un élève, tel que l'avait le principal.
     *
     * @param qualite nulle s'il ne l'avait pas
     */
    record Base(long eleveId, @Nullable Qualite qualite) {}

    /** Un élève, tel que l'avait le compte que le regroupement de ce numéro a fermé. */
    record Apport(long numero, long eleveId, Qualite qualite) {}

    /** Ce qui ouvrait le compte fermé, dans ce que le fragment {@code garder} a gardé. */
    String entree(@Param("avant") String avant);

    /**
     * Écrit tous les regroupements d'un même geste, d'un seul envoi.
     *
     * @param fini le compte connecté, s'il est de ceux qui se ferment : ses sessions finissent ; nul sinon
     */
    void ecrire(@Param("ecritures") List<EcrituresDuRegroupement> ecritures, @Param("fini") @Nullable String fini);

    int purgerAnnules(@Param("avant") Instant avant);

    int purgerDemandes(@Param("avant") Instant avant);
}
