package fr.academie.teleservices.activation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Les dates comme un parent les écrit. */
class DatesSaisiesTest {

    private static final LocalDate UN = LocalDate.of(2012, 3, 12);
    private static final LocalDate DEUX = LocalDate.of(2014, 9, 4);

    @Test
    void ellesSeLisentQuelqueSoitLeurSeparateur() {
        for (String texte : List.of(
                "12/03/2012 et 04/09/2014",
                "12.3.2012, 4-9-2014",
                "Né le 12 03 2012 ; 04\u00a0/\u00a009\u00a0/\u00a02014",
                "12/03/2012\n04/09/2014\n12/03/2012")) {
            assertThat(DatesSaisies.lire(texte)).as(texte).contains(Set.of(UN, DEUX));
        }
        assertThat(DatesSaisies.lire("12/03/2012")).contains(Set.of(UN));
    }

    @Test
    void ceQuiNEnEstPasUneNeSeDevinePas() {
        for (String texte : List.of(
                "",
                " ",
                "12/03",
                "2012-03-12",
                "31/02/2012",
                "12/13/2012",
                "12/03/12",
                "12/03/2012 et 4",
                "aucun",
                "01/01/2001 ".repeat(3) + "99")) {
            assertThat(DatesSaisies.lire(texte)).as(texte).isEmpty();
        }
        StringBuilder trop = new StringBuilder();
        for (int jour = 1; jour < 15; jour++) {
            trop.append(jour).append("/03/2012 ");
        }
        assertThat(DatesSaisies.lire(trop.toString())).isEmpty();
    }
}
