package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Communs;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.Algorithme;
import fr.academie.teleservices.socle.securite.TempsDUnRefus.Chronometre;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Le temps d'un refus, sur un chronomètre que l'essai conduit : toute cause est refusée au même instant, aussi lent ou aussi court que
 * soit le calcul de son empreinte.
 */
class TempsDUnRefusTest {

    private static final Duration REFUS = Duration.ofMillis(500);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Chrono chrono = new Chrono();
    private final HachageService hachage = new HachageService(
            new Reglages.Hachage(2, 100, Duration.ofSeconds(10), REFUS, Algorithme.ARGON2, Familles.PLANCHER), chrono);
    private final CompteService comptes =
            new CompteService(Communs.transactions(base.source()), hachage, new Atelier.Horloge());

    /** Chaque lecture le fait avancer, chaque calcul a donc une durée. */
    private static final class Chrono implements Chronometre {
        private long maintenant;
        private Duration calcul = Duration.ZERO;

        @Override
        public long maintenant() {
            long lu = maintenant;
            maintenant += calcul.toNanos();
            return lu;
        }

        @Override
        public void attendre(long nanosecondes) {
            maintenant = maintenant - calcul.toNanos() + Math.max(0, nanosecondes);
        }
    }

    @BeforeEach
    void installer() {
        base.vider();
        familles.actif("actif");
        familles.cree("cree");
        familles.compte(
                "expire", "DURAND", null, "Cristelle", "CREE", Familles.ARGON2, "UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
        familles.compte(
                "expire.bcrypt",
                "DURAND",
                null,
                "Cristelle",
                "CREE",
                Familles.BCRYPT,
                "UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
        familles.compte("sans.courrier", "DURAND", null, "Cristelle", "CREE", null, "NULL");
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        familles.etablissement();
        base.executer("INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom) VALUES ('agent', '"
                + Familles.ARGON2 + "', 'ETABLISSEMENT', 'DURAND', 'Cristelle')");
    }

    @Test
    void touteCauseEstRefuseeAuMemeInstant() {
        for (String identifiant :
                List.of("expire", "expire.bcrypt", "sans.courrier", "ferme", "agent", "inconnu", "é'; --", "")) {
            for (Duration calcul : List.of(Duration.ZERO, Duration.ofMillis(60), Duration.ofMillis(285))) {
                assertThat(temps(identifiant, Familles.MOT_DE_PASSE, calcul))
                        .as(identifiant)
                        .isEqualTo(REFUS);
            }
        }
        for (String identifiant : List.of("actif", "cree")) {
            assertThat(temps(identifiant, "Mauvais!2026", Duration.ofMillis(60)))
                    .as(identifiant)
                    .isEqualTo(REFUS);
        }
    }

    /** La forme de ce qui est tapé décide seule d'autres calculs, jamais le compte ; le temps du refus les recouvre. */
    @Test
    void unProvisoireTapeEnMinusculesEstRefuseAuMemeInstantPourToutLeMonde() {
        for (String identifiant : List.of("expire", "actif", "sans.courrier", "ferme", "agent", "inconnu")) {
            assertThat(temps(identifiant, Familles.MOT_DE_PASSE.toLowerCase(java.util.Locale.ROOT), Duration.ZERO))
                    .as(identifiant)
                    .isEqualTo(REFUS);
        }
    }

    @Test
    void unCompteProuveMaisPasAdmisEstRefuseAuMemeInstant() {
        chrono.calcul = Duration.ofMillis(60);
        long debut = chrono.maintenant;
        assertThat(comptes.prouver(new Identifiant("cree"), Familles.MOT_DE_PASSE, compte -> false))
                .isEmpty();
        assertThat(Duration.ofNanos(chrono.maintenant - debut)).isEqualTo(REFUS);
    }

    @Test
    void leNombreDesEmpreintesEssayeesNeSeLitPasDansLeTemps() {
        for (List<String> empreintes : List.of(
                List.<String>of(), List.of(Familles.ARGON2), List.of(Familles.ARGON2, Familles.BCRYPT, "{x}y"))) {
            long debut = chrono.maintenant;
            assertThat(hachage.verifierParmi("Mauvais!2026", empreintes)).isFalse();
            assertThat(Duration.ofNanos(chrono.maintenant - debut)).isEqualTo(REFUS);
        }
    }

    private Duration temps(String identifiant, String motDePasse, Duration calcul) {
        chrono.calcul = calcul;
        long debut = chrono.maintenant;
        Identifiant.lire(identifiant)
                .ifPresentOrElse(
                        lu -> assertThat(comptes.prouver(lu, motDePasse))
                                .as(identifiant)
                                .isEmpty(),
                        comptes::refuser);
        return Duration.ofNanos(chrono.maintenant - debut);
    }
}
