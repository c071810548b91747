package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Identite;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Requêtes sur {@code suggestion_ecartee}, et sur les comptes d'une même adresse. */
interface SuggestionMapper {

    /** Ce compte, et ce qui dit qu'un autre est peut-être à la même personne : en un aller-retour, sur une page que chacun ouvre. */
    List<Indice> indices(@Param("responsableId") long responsableId, @Param("auPlus") int auPlus);

    void ecarter(
            @Param("responsableId") long responsableId, @Param("autres") List<Long> autres, @Param("le") Instant le);

    /** Pourquoi un compte est un indice. */
    enum Nature {
        /** C'est le compte lui-même. */
        SIEN,
        /** Il est ouvert, à son adresse confirmée, et son titulaire ne l'a pas écarté. */
        MEME_MAIL,
        /** Des établissements disent les mêmes données : le rapprochement en jugera. Un seul suffit à le lui demander. */
        MEMES_DONNEES
    }

    /** Un compte, et le nom qu'il porte, ou sous lequel un établissement le dit. */
    record Indice(Nature nature, long id, Identite identite) {}
}
