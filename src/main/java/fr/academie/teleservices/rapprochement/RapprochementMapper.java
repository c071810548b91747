package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.journal.Auteur;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Requêtes sur {@code rapprochement} et {@code rapprochement_paire}. */
interface RapprochementMapper {

    @Nullable
    Rapprochement parId(@Param("id") long id);

    /** Celui qui n'est pas fini, sous verrou. */
    @Nullable
    Rapprochement verrouillerLOuvert();

    @Nullable
    Rapprochement dernier();

    void demander(@Param("par") Auteur par, @Param("apresImport") boolean apresImport, @Param("le") Instant le);

    /** L'aperçu est périmé : il se recalculera. */
    void redemander(
            @Param("id") long id,
            @Param("par") Auteur par,
            @Param("apresImport") boolean apresImport,
            @Param("le") Instant le);

    int calcule(@Param("id") long id, @Param("le") Instant le);

    /** Valide l'aperçu calculé à cet instant ; à un instant nul, quel qu'il soit. */
    int valider(
            @Param("id") long id,
            @Param("calculeLe") @Nullable Instant calculeLe,
            @Param("par") Auteur par,
            @Param("le") Instant le);

    int finir(
            @Param("id") long id,
            @Param("de") EtatDuRapprochement de,
            @Param("etat") EtatDuRapprochement etat,
            @Param("le") Instant le);

    void effacerLesPaires(@Param("id") long id);

    /** Une paire ; par paquets. */
    void ajouter(@Param("id") long id, @Param("p") PaireRangee paire);

    /** Le premier groupe après celui-ci où il reste à faire ; nul s'il n'y en a plus. */
    @Nullable
    Integer prochainGroupe(@Param("id") long id, @Param("apres") int apres);

    /** Ce qui reste à faire de ce groupe, sous verrou. */
    List<AFaire> aFaire(@Param("id") long id, @Param("groupe") int groupe);

    void noter(@Param("id") long id, @Param("rangs") Collection<Integer> rangs, @Param("issue") IssueDUnePaire issue);

    List<Compte> compter(@Param("id") long id);

    /** Les paires cherchées après ce rang, moins les {@code saut} premières, dans l'ordre. */
    List<PaireMontree> chercher(
            @Param("id") long id,
            @Param("recherche") RechercheDePaires recherche,
            @Param("apres") int apres,
            @Param("saut") int saut,
            @Param("auPlus") int auPlus);

    long compterLesTrouvees(@Param("id") long id, @Param("recherche") RechercheDePaires recherche);

    /** Combien de comptes l'aperçu qui attend fermerait ; zéro si aucun n'attend. */
    int aValider();

    int purger(@Param("avant") Instant avant);

    /** Une paire à écrire. */
    record PaireRangee(int rang, int groupe, Paire paire) {}

    /** Une paire à regrouper. */
    record AFaire(int rang, long compteId, long autreId) {}

    /** Un compte de paires. */
    record Compte(@Nullable MotifLaisse motif, @Nullable IssueDUnePaire issue, int nombre) {}
}
