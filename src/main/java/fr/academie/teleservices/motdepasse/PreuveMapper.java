package fr.academie.teleservices.motdepasse;

import fr.academie.teleservices.motdepasse.CanauxDePreuve.Canal;
import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code code_de_preuve}. */
interface PreuveMapper {

    /** Remplace le code du compte, s'il en attendait un. */
    void deposer(
            @Param("responsableId") long responsableId,
            @Param("sessionId") long sessionId,
            @Param("code") String code,
            @Param("canal") Canal canal,
            @Param("le") Instant le,
            @Param("expireLe") Instant expireLe);

    /** Le code que cette session attend ; nul si elle n'en attend pas. */
    @Nullable
    CodeEnvoye attendu(
            @Param("responsableId") long responsableId,
            @Param("sessionId") long sessionId,
            @Param("maintenant") Instant maintenant);

    /** Compte un essai ; 0 s'il n'en reste pas. */
    int essayer(@Param("responsableId") long responsableId, @Param("auPlus") int auPlus);

    void oublier(@Param("responsableId") long responsableId);

    int purger(@Param("avant") Instant avant);

    /** Un code qui attend, connu par son empreinte. */
    record CodeEnvoye(String code, int essais, Instant envoyeLe, Canal canal) {}
}
