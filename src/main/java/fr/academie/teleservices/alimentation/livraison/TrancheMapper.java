package fr.academie.teleservices.alimentation.livraison;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Les tranches des étapes d'une livraison. */
interface TrancheMapper {

    /** Les rangs des écarts de cette étape ; nuls s'il n'y en a pas. */
    Rangs rangs(@Param("id") long id, @Param("etape") Etape etape);

    void ajouter(@Param("id") long id, @Param("etape") int etape, @Param("tranches") List<Tranche> tranches);

    /** Verrouille la première de cette étape qui n'est ni finie, ni tenue par un autre ; nulle s'il n'y en a pas. */
    @Nullable
    Tranche prendre(@Param("id") long id, @Param("etape") int etape);

    void avancer(
            @Param("id") long id,
            @Param("etape") int etape,
            @Param("tranche") Tranche tranche,
            @Param("dernier") long dernier,
            @Param("faits") long faits);

    Bilan bilan(@Param("id") long id, @Param("etape") int etape);

    void effacer(@Param("id") long id, @Param("etape") int etape);

    /** Combien d'écarts sont appliqués dans des tranches. */
    long faits(long id);

    /**
     * De quoi couper une étape.
     *
     * @param premierParti celui du premier écart qui dit quelqu'un parti ; nul s'il n'y en a pas
     */
    record Rangs(
            @Nullable Long premier,
            @Nullable Long dernier,
            @Nullable Long premierParti) {}

    /** Les rangs qui suivent {@code curseur}, jusqu'à {@code jusqua} compris. */
    record Tranche(int numero, long curseur, long jusqua) {}

    /**
     * Où en est une étape.
     *
     * @param restent combien de tranches ne sont pas finies
     */
    record Bilan(long restent, long jusqua, long faits) {}
}
