package fr.academie.teleservices.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.Algorithme;
import fr.academie.teleservices.socle.config.Reglages.Couts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HachageServiceTest {

    private static final String AU_COUT_DU_PRODUIT = Familles.argon2(Couts.OWASP);

    private final HachageService hachage = hachage(2, 100, Duration.ofSeconds(10), Algorithme.ARGON2, Couts.OWASP);

    @Test
    void ecritEnArgon2idAuxReglagesDeLOwasp() {
        assertThat(hachage.empreinte("Principal!2026")).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void litArgon2EtBcrypt() {
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, AU_COUT_DU_PRODUIT)).isTrue();
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, Familles.BCRYPT)).isTrue();
        assertThat(hachage.verifier("autre", AU_COUT_DU_PRODUIT)).isFalse();
        assertThat(hachage.verifier("autre", Familles.BCRYPT)).isFalse();
    }

    @Test
    void litBcryptSansPrefixeEtSsha() {
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, Familles.BCRYPT.substring("{bcrypt}".length())))
                .isTrue();
        assertThat(hachage.verifier(Familles.MOT_DE_PASSE, ssha(Familles.MOT_DE_PASSE)))
                .isTrue();
        assertThat(hachage.verifier("autre", ssha(Familles.MOT_DE_PASSE))).isFalse();
        assertThat(hachage.verifier("x", "{SSHA}x")).isFalse();
        assertThat(hachage.verifier("x", "{SSHA}###")).isFalse();
    }

    /** La borne basse seule est jugée : la haute dépend de la machine. */
    @Test
    void unRefusNEstJamaisRenduAvantSonTemps() {
        Duration refus = Duration.ofMillis(400);
        HachageService patient = new HachageService(
                new Reglages.Hachage(2, 100, Duration.ofSeconds(10), refus, Algorithme.ARGON2, Familles.PLANCHER));
        for (String empreinte : Arrays.asList(null, AU_COUT_DU_PRODUIT, Familles.BCRYPT, ssha("x"), "{inconnue}x")) {
            long debut = System.nanoTime();
            assertThat(patient.verifier("autre", empreinte)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isGreaterThanOrEqualTo(refus);
        }
    }

    @Test
    void ecritEnBcryptParReglageEtEnArgon2AuDelaDe72Octets() {
        HachageService enBcrypt = hachage(2, 100, Duration.ofSeconds(10), Algorithme.BCRYPT, Familles.PLANCHER);
        assertThat(enBcrypt.empreinte("Principal!2026")).startsWith("{bcrypt}$2a$10$");
        String phrase = "é".repeat(40);
        String empreinte = enBcrypt.empreinte(phrase);
        assertThat(empreinte).startsWith("{argon2}");
        assertThat(enBcrypt.verifier(phrase, empreinte)).isTrue();
        assertThat(enBcrypt.verifier(phrase, Familles.BCRYPT)).isFalse();
    }

    @Test
    void rehausseCeQuiEstPlusFaibleEtRienDAutre() {
        String bcrypt12 = Familles.BCRYPT.replace("$04$", "$12$");
        HachageService enBcrypt = hachage(2, 100, Duration.ofSeconds(10), Algorithme.BCRYPT, Couts.OWASP);
        assertThat(List.of(ssha("x"), Familles.BCRYPT, bcrypt12, argon2("m=8192,t=2"), argon2("m=19456,t=1")))
                .allMatch(hachage::estARehausser);
        assertThat(List.of(AU_COUT_DU_PRODUIT, argon2("m=47104,t=1"), argon2("m=19456,t=5")))
                .noneMatch(hachage::estARehausser);
        assertThat(List.of(ssha("x"), Familles.BCRYPT, bcrypt12.substring("{bcrypt}".length())))
                .allMatch(enBcrypt::estARehausser);
        assertThat(List.of(bcrypt12, Familles.BCRYPT.replace("$04$", "$14$"), argon2("m=8192,t=1")))
                .noneMatch(enBcrypt::estARehausser);
    }

    @Test
    void neProuveRienSansEmpreinteOuAvecUneEmpreinteInconnue() {
        assertThat(hachage.verifier("x", null)).isFalse();
        assertThat(hachage.verifier("x", "{md5}abc")).isFalse();
        assertThat(hachage.verifier("x", "abc")).isFalse();
    }

    @Test
    void refusePolimentQuandLaFileDeborde() throws InterruptedException {
        HachageService etroit = hachage(1, 1, Duration.ofSeconds(20), Algorithme.ARGON2, Couts.OWASP);
        var fils = Executors.newFixedThreadPool(30);
        List<Callable<Boolean>> demandes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            demandes.add(() -> etroit.verifier("x", AU_COUT_DU_PRODUIT));
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
        HachageService sansPatience = hachage(1, 50, Duration.ofMillis(1), Algorithme.ARGON2, Couts.OWASP);
        var fils = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> reponses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            reponses.add(fils.submit(() -> sansPatience.verifier("x", AU_COUT_DU_PRODUIT)));
        }
        assertThatThrownBy(() -> {
                    for (Future<Boolean> reponse : reponses) {
                        reponse.get();
                    }
                })
                .hasCauseInstanceOf(ServiceSature.class);
        fils.shutdown();
    }

    private static String argon2(String cout) {
        return AU_COUT_DU_PRODUIT.replaceFirst("m=\\d+,t=\\d+", cout);
    }

    private static String ssha(String motDePasse) {
        try {
            byte[] sel = {1, 2, 3, 4, 5, 6, 7, 8};
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(motDePasse.getBytes(StandardCharsets.UTF_8));
            byte[] empreinte = sha1.digest(sel);
            byte[] ensemble = Arrays.copyOf(empreinte, empreinte.length + sel.length);
            System.arraycopy(sel, 0, ensemble, empreinte.length, sel.length);
            return "{SSHA}" + Base64.getEncoder().encodeToString(ensemble);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HachageService hachage(
            int simultanes, int file, Duration attente, Algorithme algorithme, Couts couts) {
        return new HachageService(new Reglages.Hachage(simultanes, file, attente, Duration.ZERO, algorithme, couts));
    }
}
