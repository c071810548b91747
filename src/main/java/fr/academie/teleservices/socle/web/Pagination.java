package fr.academie.teleservices.socle.web;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Les pages d'une liste que la base découpe ; montrée par {@code ts:pagination}.
 *
 * @param page la page demandée, à partir de 1
 * @param taille lignes par page
 * @param total lignes de toute la liste
 * @param question l'adresse de la liste, filtres compris
 */
public record Pagination(int page, int taille, long total, Question question) {

    /** Au-delà, on précise sa recherche : la base ne saute pas des millions de lignes. */
    static final int DERNIERE = 10_000;

    private static final int AUTOUR = 2;

    /** Lignes à sauter pour arriver à cette page. */
    public static int saut(int page, int taille) {
        return (page - 1) * taille;
    }

    /**
     * Ce que la base rend, lignes et total, de la page demandée ; de la dernière si celle-là est au-delà : la liste a pu raccourcir depuis
     * que son adresse a été écrite.
     *
     * @param lecture du nombre de lignes à sauter
     */
    public static <P> P lire(int page, int taille, IntFunction<P> lecture, ToLongFunction<P> total) {
        P lue = lecture.apply(saut(page, taille));
        int derniere = pages(taille, total.applyAsLong(lue));
        return page <= derniere ? lue : lecture.apply(saut(derniere, taille));
    }

    /** La même, à sa dernière page si celle qui est demandée est au-delà. */
    public Pagination bornee() {
        return page <= pages() ? this : new Pagination(pages(), taille, total, question);
    }

    /** Lignes à sauter pour arriver à sa page. */
    public int saut() {
        return saut(page, taille);
    }

    /** Nombre de pages, 1 au moins. */
    public int pages() {
        return pages(taille, total);
    }

    private static int pages(int taille, long total) {
        return (int) Math.max(1, Math.min(DERNIERE, (total + taille - 1) / taille));
    }

    /** Rang de la première ligne montrée ; 0 si la page n'en montre aucune. */
    public long premiere() {
        long rang = saut(page, taille) + 1L;
        return rang > total ? 0 : rang;
    }

    /** Rang de la dernière ligne montrée. */
    public long derniere() {
        return Math.min(total, (long) page * taille);
    }

    /** Les pages proches de celle-ci, elle comprise. */
    public List<Integer> proches() {
        return IntStream.rangeClosed(Math.max(1, page - AUTOUR), Math.min(pages(), page + AUTOUR))
                .boxed()
                .toList();
    }

    /** L'adresse d'une page de la liste. */
    public String adresse(int numero) {
        return question.avec("page", numero == 1 ? null : numero).adresse();
    }
}
