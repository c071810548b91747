package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.EssaiMapper.Budget;
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
    void laPorteResteOuverteTantQuAucunBudgetNEstDepasse() {
        assertThat(new Releve(null, null, null, null, null, 1).reouverture(FENETRE))
                .isNull();
    }

    @Test
    void ceQueLActeurAManqueOuProuveFermeLaPorteUneFenetre() {
        assertThat(new Releve(TOT, TARD, null, null, null, 6).reouverture(FENETRE))
                .isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(null, null, null, null, TOT, 1).reouverture(FENETRE))
                .isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(TOT, null, null, null, TARD, 6).reouverture(FENETRE))
                .isEqualTo(TARD.plus(FENETRE));
    }

    @Test
    void uneCibleOuUneAdresseEpuiseeNArretePasQuiLAPeuManquee() {
        assertThat(new Releve(null, null, TOT, null, null, 1).reouverture(FENETRE))
                .isNull();
        assertThat(new Releve(null, null, null, TOT, null, 1).reouverture(FENETRE))
                .isNull();
        assertThat(new Releve(null, TOT, null, null, null, 4).reouverture(FENETRE))
                .isNull();
    }

    @Test
    void leBudgetReduitTombeAvecLaPressionOuQuandLActeurYEstRevenu() {
        assertThat(new Releve(null, TARD, TOT, null, null, 4).reouverture(FENETRE))
                .isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(null, TOT, TARD, null, null, 4).reouverture(FENETRE))
                .isEqualTo(TOT.plus(FENETRE));
        assertThat(new Releve(null, TARD, TOT, TARD, null, 4).reouverture(FENETRE))
                .isEqualTo(TARD.plus(FENETRE));
    }

    @Test
    void lesEssaisQuiRestentSontCeuxDeLActeurEtJamaisMoinsQueRien() {
        Budget budget = new Budget(FENETRE, 5, 3, 10, 30, 20);
        assertThat(new Releve(null, null, null, null, null, 1).restants(budget)).isEqualTo(4);
        assertThat(new Releve(null, null, TOT, null, null, 1).restants(budget)).isEqualTo(2);
        assertThat(new Releve(null, null, null, TOT, null, 1).restants(budget)).isEqualTo(2);
        assertThat(new Releve(TOT, TOT, null, null, null, 7).restants(budget)).isZero();
    }
}
