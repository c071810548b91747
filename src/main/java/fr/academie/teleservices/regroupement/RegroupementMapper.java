package fr.academie.teleservices.regroupement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code demande_regroupement} et {@code regroupement}. */
interface RegroupementMapper {

    void deposerDemande(@Param("d") DemandeDeRegroupement demande, @Param("creeeLe") Instant creeeLe);

    /** La demande de ce responsable, et l'instant du regroupement qu'elle a produit ; nulle si elle n'est pas la sienne. */
    @Nullable
    DemandeDeRegroupement demande(
            @Param("jeton") UUID jeton,
            @Param("principalId") long principalId,
            @Param("maintenant") Instant maintenant);

    @Nullable
    Instant faitLe(@Param("jeton") UUID jeton, @Param("principalId") long principalId);

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

    /** Ce qui ouvrait le compte fermé, dans ce que le fragment {@code garder} a gardé. */
    String entree(@Param("avant") String avant);

    void ecrire(@Param("e") EcrituresDuRegroupement ecritures);

    int purgerAnnules(@Param("avant") Instant avant);

    int purgerDemandes(@Param("avant") Instant avant);
}
