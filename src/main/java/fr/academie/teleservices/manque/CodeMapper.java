package fr.academie.teleservices.manque;

import fr.academie.teleservices.compte.Identite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code code_de_compte}, et sur les autres comptes d'une même personne. */
interface CodeMapper {

    /**
     * Les autres comptes ouverts qui ont un nom de celui-ci et un enfant né ce jour, chacun autant de fois que des établissements le joignent
     * autrement ; au plus {@code auPlus}.
     */
    List<AutreCompte> autres(
            @Param("responsableId") long responsableId,
            @Param("naissance") LocalDate naissance,
            @Param("auPlus") int auPlus);

    void deposer(
            @Param("responsableId") long responsableId,
            @Param("sessionId") long sessionId,
            @Param("code") String empreinte,
            @Param("comptes") String comptes,
            @Param("le") Instant le,
            @Param("expireLe") Instant expireLe);

    /** Celui qui attend dans cette session ; nul sinon. */
    @Nullable
    CodeEnvoye attendu(
            @Param("responsableId") long responsableId,
            @Param("sessionId") long sessionId,
            @Param("maintenant") Instant maintenant);

    /** Compte un essai ; 0 s'ils sont épuisés. */
    int essayer(@Param("responsableId") long responsableId, @Param("auPlus") int auPlus);

    /** L'use ; 0 si un autre envoi l'a déjà fait. */
    int oublier(@Param("responsableId") long responsableId, @Param("code") String empreinte);

    int purger(@Param("avant") Instant avant);

    /**
     * Un autre compte, et où un établissement joint son titulaire : ce que disent ses fichiers, ou le compte tant que personne d'autre ne l'a
     * changé.
     */
    record AutreCompte(
            long id,
            Identite identite,
            @Nullable String mail,
            @Nullable String telephone) {}

    /** Un code parti, ou qui aurait pu l'être ; {@code comptes} en JSON. */
    record CodeEnvoye(String code, String comptes, int essais) {}
}
