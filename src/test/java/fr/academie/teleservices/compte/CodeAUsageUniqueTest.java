package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeAUsageUniqueTest {

    private final SecureRandom hasard = new SecureRandom();

    @Test
    void gardeSesZerosDeTeteEtSaLongueur() {
        Set<Integer> longueurs = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            longueurs.add(CodeAUsageUnique.tirer(hasard, 6).chiffres().length());
        }
        assertThat(longueurs).containsExactly(6);
        assertThat(CodeAUsageUnique.tirer(hasard, 8).chiffres()).matches("[0-9]{8}");
    }

    @Test
    void seLitParGroupesDeQuatreEtNeSeMontrePasDansUneTrace() {
        assertThat(new CodeAUsageUnique("00421234").lisible()).isEqualTo("0042 1234");
        assertThat(new CodeAUsageUnique("004212").lisible()).isEqualTo("004212");
        assertThat(new CodeAUsageUnique("00421234")).asString().doesNotContain("0042");
    }

    @Test
    void seReconnaitCommeOnLeTape() {
        for (String tape : new String[] {"0042 1234", " 0042-1234 ", "0042\u00a01234", "00421234\u200b"}) {
            assertThat(CodeAUsageUnique.saisi(tape)).isEqualTo("00421234");
        }
    }
}
