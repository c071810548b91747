package fr.academie.teleservices.activation;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code rappel_expiration}. */
interface RappelMapper {

    /** Les comptes CREE dont le mot de passe provisoire expire entre ces instants, et dont personne n'a encore été prévenu. */
    List<Provisoire> aRappeler(
            @Param("maintenant") Instant maintenant, @Param("limite") Instant limite, @Param("auPlus") int auPlus);

    /** Retient le rappel ; 0 si un autre serveur l'a pris, ou si le mot de passe n'est plus celui-là. */
    int inscrire(@Param("p") Provisoire provisoire, @Param("le") Instant le);

    /**
     * Un mot de passe provisoire, désigné par son échéance.
     *
     * @param langue celle du titulaire ; nulle s'il n'en a pas choisi
     */
    record Provisoire(
            long responsableId,
            String mail,
            Instant expireLe,
            @Nullable String langue) {}
}
