package fr.academie.teleservices.coordonnees;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code telephone_en_attente}. */
interface TelephoneMapper {

    @Nullable
    EnAttente enAttente(@Param("responsableId") long responsableId, @Param("maintenant") Instant maintenant);

    /** Remplace le numéro en attente du compte, s'il en a un. */
    void deposer(@Param("e") EnAttente enAttente);

    /** Compte un essai du code ; 0 s'il n'en reste pas, ou si le délai est passé. */
    int essayer(
            @Param("responsableId") long responsableId,
            @Param("maintenant") Instant maintenant,
            @Param("essais") int essais);

    int rendreLEssai(@Param("responsableId") long responsableId);

    int oublier(@Param("responsableId") long responsableId);

    int purger(@Param("avant") Instant avant);

    /**
     * Un numéro donné, pas encore confirmé.
     *
     * @param code empreinte {@code {id}} du code à six chiffres
     */
    record EnAttente(
            long responsableId, String telephone, String code, int essais, Instant envoyeLe, Instant expireLe) {}
}
