package fr.academie.teleservices.contestation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur les liens contestés et sur {@code reponse_signalement}. */
interface ContestationMapper {

    /** Les déclarations qui attendent une réponse de ces établissements, la plus ancienne d'abord. */
    List<Contestation> enAttente(
            @Param("uais") Collection<String> uais, @Param("passes") int passes, @Param("combien") int combien);

    int compter(@Param("uais") Collection<String> uais);

    /** Le lien déclaré, en attente ou déjà répondu ; nul s'il n'existe pas, n'a jamais été contesté ou n'est pas de ces établissements. */
    @Nullable
    Contestation lire(@Param("uais") Collection<String> uais, @Param("lienId") long lienId);

    /** Les autres liens ACTIF de l'élève, représentants légaux d'abord. */
    List<AutreResponsable> autres(@Param("eleveId") long eleveId, @Param("lienId") long lienId);

    /** La réponse à cette déclaration et qui l'a faite ; nulle s'il n'y en a pas. */
    @Nullable
    ReponseFaite faite(
            @Param("responsableId") long responsableId,
            @Param("eleveId") long eleveId,
            @Param("declareLe") Instant declareLe);

    void inserer(
            @Param("s") Contestation contestation,
            @Param("d") Decision decision,
            @Param("remplacantId") @Nullable Long remplacantId,
            @Param("sansRepresentant") boolean sansRepresentant,
            @Param("le") Instant le,
            @Param("par") String par);

    /** Les réponses faites à ce responsable depuis cet instant, la plus récente d'abord. */
    List<ReponseLue> reponses(@Param("responsableId") long responsableId, @Param("depuis") Instant depuis);

    /** Verrouille les déclarations antérieures à cet instant, sans réponse ni rappel ; rend leurs établissements. Un autre serveur attend, et ne les revoit pas. */
    List<String> verrouillerARappeler(@Param("avant") Instant avant);

    /** Marque le rappel ; rend le nombre de déclarations que ce rappel est le premier, à cet instant, à dire. */
    int marquerLeRappel(@Param("uai") String uai, @Param("avant") Instant avant, @Param("le") Instant le);

    /** Une réponse enregistrée. */
    record ReponseFaite(Reponse reponse, String par, Instant le) {}
}
