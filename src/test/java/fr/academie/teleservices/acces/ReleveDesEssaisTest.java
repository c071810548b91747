package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.EssaiMapper.Releve;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Quand une porte fermée par trop d'essais rouvre. */
class ReleveDesEssaisTest {

    private static final Duration FENETRE = Duration.ofMinutes(15);
    private static final Instant TOT = Instant.parse("2026-11-26T08:00:00Z");
    private static final Instant TARD = TOT.plusSeconds(60);

    @Test
    void laPorteResteOuverteTantQuAucuneLimiteNEstAtteinte() {
        assertThat(new Releve(null, null, null, true).reouverture(FENETRE)).isNull();
    }

    @Test
    void chaqueLimiteFermeLaPorteUneFenetreApresSonEssai() {
        assertThat(new Releve(TOT, null, null, false).reouverture(FENETRE)).isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(null, TOT, null, true).reouverture(FENETRE)).isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(null, null, TOT, false).reouverture(FENETRE)).isEqualTo(TOT.plus(FENETRE));
    }

    @Test
    void laLimiteDUneCibleNArretePasQuiNeLAJamaisManquee() {
        assertThat(new Releve(null, TOT, null, false).reouverture(FENETRE)).isNull();
        assertThat(new Releve(TOT, TARD, null, false).reouverture(FENETRE)).isEqualTo(TOT.plus(FENETRE));
    }

    @Test
    void laPorteRouvreQuandLaDerniereLimiteTombe() {
        assertThat(new Releve(TOT, TARD, null, true).reouverture(FENETRE)).isEqualTo(TARD.plus(FENETRE));
        assertThat(new Releve(TARD, TOT, TOT, true).reouverture(FENETRE)).isEqualTo(TARD.plus(FENETRE));
        assertThat(new Releve(TOT, TOT, TARD, true).reouverture(FENETRE)).isEqualTo(TARD.plus(FENETRE));
    }
}
