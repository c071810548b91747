package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.config.Reglages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HachageServiceTest {

    private final HachageService hachage = new HachageService(new Reglages.Hachage(2, 100, Duration.ofSeconds(10)));

    @Test
    void ecritEnArgon2idAuxReglagesDeLOwasp() {
        assertThat(hachage.empreinte("Principal!2026")).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void litArgon2EtBcrypt() {
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, Familles.ARGON2)).isTrue();
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, Familles.BCRYPT)).isTrue();
        assertThat(hachage.verifier("autre", Familles.ARGON2)).isFalse();
        assertThat(hachage.verifier("autre", Familles.BCRYPT)).isFalse();
    }

    @Test
    void neProuveRienSansEmpreinteOuAvecUneEmpreinteInconnue() {
        assertThat(hachage.verifier("x", null)).isFalse();
        assertThat(hachage.verifier("x", "{md5}abc")).isFalse();
        assertThat(hachage.verifier("x", "abc")).isFalse();
    }

    @Test
    void refusePolimentQuandLaFileDeborde() throws InterruptedException {
        HachageService etroit = new HachageService(new Reglages.Hachage(1, 1, Duration.ofSeconds(20)));
        var fils = Executors.newFixedThreadPool(30);
        List<Callable<Boolean>> demandes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            demandes.add(() -> etroit.verifier("x", Familles.ARGON2));
        }
        long satures = 0;
        for (Future<Boolean> reponse : fils.invokeAll(demandes)) {
            try {
                reponse.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(ServiceSature.class);
                satures++;
            }
        }
        fils.shutdown();
        assertThat(satures).isPositive().isLessThan(30);
    }

    @Test
    void refuseQuandLAttenteEstTropLongue() {
        HachageService sansPatience = new HachageService(new Reglages.Hachage(1, 50, Duration.ofMillis(1)));
        var fils = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> reponses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            reponses.add(fils.submit(() -> sansPatience.verifier("x", Familles.ARGON2)));
        }
        assertThatThrownBy(() -> {
                    for (Future<Boolean> reponse : reponses) {
                        reponse.get();
                    }
                })
                .hasCauseInstanceOf(ServiceSature.class);
        fils.shutdown();
    }
}
