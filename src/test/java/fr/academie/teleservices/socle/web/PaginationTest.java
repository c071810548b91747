package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Une page au-delà de la dernière montre la dernière : une liste qui a raccourci ne se dit pas vide. */
class PaginationTest {

    private final List<Integer> sauts = new ArrayList<>();

    @Test
    void unePageDeLaListeNeSeLitQuUneFois() {
        assertThat(lire(3, 41)).isEqualTo(41);
        assertThat(sauts).containsExactly(40);
        assertThat(page(3, 41).bornee()).isEqualTo(page(3, 41));
    }

    @Test
    void uneListeQuiARaccourciMontreSaDernierePage() {
        lire(3, 40);
        assertThat(sauts).containsExactly(40, 20);
        assertThat(page(3, 40).bornee()).isEqualTo(page(2, 40));
        assertThat(page(3, 40).bornee().saut()).isEqualTo(20);
        assertThat(page(3, 40).bornee().premiere()).isEqualTo(21);
    }

    @Test
    void uneListeVideNAQuUnePage() {
        lire(9, 0);
        assertThat(sauts).containsExactly(160, 0);
        assertThat(page(9, 0).bornee().page()).isOne();
        assertThat(page(9, 0).bornee().premiere()).isZero();
    }

    private long lire(int page, long total) {
        return Pagination.lire(
                page,
                20,
                saut -> {
                    sauts.add(saut);
                    return total;
                },
                lu -> lu);
    }

    private static Pagination page(int page, long total) {
        return new Pagination(page, 20, total, new Question("/liste"));
    }
}
