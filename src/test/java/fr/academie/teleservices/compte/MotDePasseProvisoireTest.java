package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Le mot de passe d'un courrier, tel que les gens le tapent. Du même genre : séparateurs (aucun, espaces, insécables, traits de toutes
 * sortes, points), casse, blancs autour, signes sans largeur, pleine chasse, sosies, claviers grec et russe, formes d'avant.
 */
class MotDePasseProvisoireTest {

    private static final String IMPRIME = "KTRM-7HPC-X4DN";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KTRM-7HPC-X4DN",
                "ktrm-7hpc-x4dn",
                "KTRM7HPCX4DN",
                "ktrm7hpcx4dn",
                "Ktrm 7hpc x4dn",
                " KTRM-7HPC-X4DN ",
                "KTRM\u00a07HPC\u202fX4DN",
                "KTRM–7HPC—X4DN",
                "KTRM\u20117HPC\u2011X4DN",
                "KTRM−7HPC−X4DN",
                "ktrm.7hpc.x4dn.",
                "K T R M 7 H P C X 4 D N",
                "KTRM-\u200b7HPC-\u00adX4DN",
                "\ufeffKTRM-7HPC-X4DN\r\n",
                "ＫＴＲＭ-７ＨＰＣ-Ｘ４ＤＮ",
                "КТRМ-7НРС-Х4DN",
                "ΚΤRΜ-7ΗΡC-Χ4DΝ"
            })
    void seLitDeTouteFaconDeLeTaper(String saisie) {
        assertThat(MotDePasseProvisoire.lire(saisie))
                .map(MotDePasseProvisoire::valeur)
                .contains(IMPRIME);
    }

    @Test
    void lesSosiesValentLeSeulSigneDeLAlphabetQuiLeurRessemble() {
        assertThat(MotDePasseProvisoire.lire("u6rm 7hpc x4dn"))
                .map(MotDePasseProvisoire::valeur)
                .contains("VGRM-7HPC-X4DN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2BUYJ9C8", "2buyj9c8", " 2buyj9c8", "2BUY J9C8"})
    void celuiDesGuidesSeLitEncore(String saisie) {
        assertThat(MotDePasseProvisoire.lire(saisie))
                .map(MotDePasseProvisoire::valeur)
                .contains("2BUYJ9C8");
    }

    @Test
    void celuiDeDixSignesSeLitEncoreSansQueRienNYSoitRemplace() {
        assertThat(MotDePasseProvisoire.lire("cd6gh jkmn6"))
                .map(MotDePasseProvisoire::valeur)
                .contains("CD6GHJKMN6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "KTRM-7HPC-X4D",
                "KTRM-7HPC-X4DNN",
                "KTRM-7HPC-X4DA",
                "KTRM-7HPC-X4D0",
                "KTRM+7HPC+X4DN",
                "Principal!2026",
                "ma voiture rouge roule vite sur sable"
            })
    void cequiNEnAPasLaFormeNEstPasTouche(String saisie) {
        assertThat(MotDePasseProvisoire.lire(saisie)).isEmpty();
    }

    @Test
    void ilVautAuMoinsCinquanteBits() {
        double bits = MotDePasseProvisoire.GROUPES
                * MotDePasseProvisoire.PAR_GROUPE
                * Math.log((double)
                        MotDePasseProvisoire.ALPHABET.chars().distinct().count())
                / Math.log(2);
        assertThat(bits).isGreaterThanOrEqualTo(50);
    }

    @Test
    void lAlphabetNeConfondRien() {
        for (String sosies : Set.of("0OQ", "1IL", "2Z", "5S", "6G", "8B", "UV")) {
            assertThat(sosies.chars()
                            .filter(signe -> MotDePasseProvisoire.ALPHABET.indexOf(signe) >= 0)
                            .count())
                    .as(sosies)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void chaqueTirageEstNeufEmploieToutLAlphabetEtSeRelitTelQuel() {
        MotsDePasseProvisoires tirage = new MotsDePasseProvisoires();
        Set<String> tires =
                IntStream.range(0, 2000).mapToObj(i -> tirage.tirer().valeur()).collect(Collectors.toSet());
        assertThat(tires)
                .hasSize(2000)
                .allSatisfy(tire -> assertThat(MotDePasseProvisoire.lire(tire))
                        .map(MotDePasseProvisoire::valeur)
                        .contains(tire));
        assertThat(String.join("", tires).chars().filter(signe -> signe != '-').distinct())
                .hasSize(MotDePasseProvisoire.ALPHABET.length());
    }

    @Test
    void uneTraceNeLeDitPas() {
        assertThat(new MotsDePasseProvisoires().tirer().toString()).isEqualTo("MotDePasseProvisoire");
    }
}
