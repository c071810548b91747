package fr.academie.teleservices.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.diffusion.ServiceAbonne.Recu;
import fr.academie.teleservices.diffusion.ServiceAbonne.Suite;
import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L'envoi lui-même : ce qu'il dit, où il va, et combien de temps il attend. */
class FacteurTest {

    private static final Duration DELAI = Duration.ofSeconds(1);

    /** Le délai livré, pour ce qui n'est pas l'attente elle-même : une machine occupée n'y change rien. */
    private static final Duration LARGE = Duration.ofSeconds(10);

    private static final Set<InetAddress> ICI = Set.of(adresse("127.0.0.1"));
    private static final Remise REMISE = new Remise(
            42,
            7,
            0,
            Instant.parse("2026-10-25T00:30:00Z"),
            "COMPTE_ACTIVE",
            "{\"type\":\"COMPTE_ACTIVE\",\"compte\":\"zoé\"}");

    @TempDir
    Path dossier;

    @Test
    void lEnvoiEstUnCloudEventEnModeBinaireQueSaSignatureCouvre() throws Exception {
        try (ServiceAbonne ent = new ServiceAbonne()) {
            assertThat(porter(abonne(ent.adresse(), ICI)).faute()).isNull();
            Recu recu = ent.recus().get(0);
            CloudEvent lu = HttpMessageFactory.createReader(
                            recu.entetes(), recu.corps().getBytes(StandardCharsets.UTF_8))
                    .toEvent();
            assertThat(lu.getId()).isEqualTo("42");
            assertThat(lu.getType()).isEqualTo("fr.academie.teleservices.COMPTE_ACTIVE");
            assertThat(lu.getSource()).isEqualTo(URI.create("https://teleservices.ac-exemple.fr"));
            assertThat(lu.getTime()).isEqualTo("2026-10-25T00:30:00Z");
            assertThat(lu.getExtension("sequence")).isEqualTo("00000000000000000042");
            assertThat(recu.entetes()).containsEntry("content-type", "application/json");
            assertThat(recu.corps()).isEqualTo(REMISE.charge());

            String signe = recu.entetes().get("webhook-id") + "."
                    + recu.entetes().get("webhook-timestamp") + "." + recu.corps();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
            assertThat(recu.entetes().get("webhook-signature"))
                    .isEqualTo("v1,"
                            + Base64.getEncoder().encodeToString(mac.doFinal(signe.getBytes(StandardCharsets.UTF_8))));
            assertThat(recu.entetes().get("webhook-timestamp"))
                    .isEqualTo(
                            String.valueOf(Instant.parse("2026-11-27T08:00:00Z").getEpochSecond()));
            assertThat(recu.entetes().toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        }
    }

    /** L'exemple publié avec la norme. */
    @Test
    void laSignatureEstCelleDeStandardWebhooks() {
        Abonne abonne = abonne(URI.create("https://ent.exemple.fr"), Set.of());
        assertThat(Signature.entetes(
                        abonne.cle(),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void uneAdressePriveeNonDeclareeEstRefuseeSansLiaison() throws Exception {
        try (ServiceAbonne ent = new ServiceAbonne(Certificats.pour(dossier, "localhost"))) {
            assertThat(porter(abonne(ent.adresse(), Set.of())).faute()).isEqualTo(FauteDeRemise.ADRESSE_REFUSEE);
            assertThat(porter(abonne(ent.adresse("localhost"), Set.of())).faute())
                    .isEqualTo(FauteDeRemise.ADRESSE_REFUSEE);
            assertThat(ent.recus()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "127.0.0.2",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "198.18.0.1",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a00:1",
                "64:ff9b::192.168.0.1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1",
                "fe80::1",
                "fec0::1",
                "fd00::1",
                "fc00::1",
                "ff02::1"
            })
    void nEstPasPublique(String ecrite) {
        assertThat(AdressesPubliques.contient(adresse(ecrite))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "172.15.0.1",
                "100.63.255.255",
                "11.0.0.1",
                "193.168.0.1",
                "2a01:cb00::1",
                "2606:4700::1111",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1"
            })
    void estPublique(String ecrite) {
        assertThat(AdressesPubliques.contient(adresse(ecrite))).isTrue();
    }

    @Test
    void leNomEstChercheUneFoisEtLaLiaisonVaALAdresseVerifiee() throws Exception {
        try (ServiceAbonne ent = new ServiceAbonne()) {
            List<String> cherches = new CopyOnWriteArrayList<>();
            Resolution.Annuaire changeant = hote -> {
                cherches.add(hote);
                return new InetAddress[] {adresse(cherches.size() == 1 ? "127.0.0.1" : "10.0.0.1")};
            };
            URI nommee = ent.adresse("ent.exemple.fr");
            try (Facteur facteur = new Facteur(abonne(nommee, ICI), changeant, Certificats.deLaMachine(), DELAI)) {
                assertThat(porter(facteur, abonne(nommee, ICI)).faute()).isNull();
            }
            assertThat(cherches).containsExactly("ent.exemple.fr");
            assertThat(ent.recus()).hasSize(1);
            assertThat(ent.recus().get(0).entetes().get("host")).startsWith("ent.exemple.fr:");
        }
    }

    @Test
    void uneSeuleAdresseNonAdmiseLesRefuseToutes() throws Exception {
        try (ServiceAbonne ent = new ServiceAbonne()) {
            URI nommee = ent.adresse("ent.exemple.fr");
            Resolution.Annuaire deux = hote -> new InetAddress[] {adresse("127.0.0.1"), adresse("10.0.0.1")};
            try (Facteur facteur = new Facteur(abonne(nommee, ICI), deux, Certificats.deLaMachine(), DELAI)) {
                assertThat(porter(facteur, abonne(nommee, ICI)).faute()).isEqualTo(FauteDeRemise.ADRESSE_REFUSEE);
            }
            assertThat(ent.recus()).isEmpty();
        }
    }

    @Test
    void enClairRienNeSortDeCetteMachine() throws IOException {
        Abonne abonne = abonne(URI.create("http://ent.exemple.fr/"), Set.of(adresse("10.1.2.3")));
        Resolution.Annuaire annuaire = hote -> new InetAddress[] {adresse("10.1.2.3")};
        try (Facteur facteur = new Facteur(abonne, annuaire, Certificats.deLaMachine(), DELAI)) {
            assertThat(porter(facteur, abonne).faute()).isEqualTo(FauteDeRemise.ADRESSE_REFUSEE);
        }
    }

    @Test
    void unNomInconnuOuSansReponseSeDit() throws IOException {
        Abonne abonne = abonne(URI.create("https://ent.exemple.fr/"), Set.of());
        Resolution.Annuaire inconnu = hote -> {
            throw new UnknownHostException(hote);
        };
        try (Facteur facteur = new Facteur(abonne, inconnu, Certificats.deLaMachine(), DELAI)) {
            assertThat(porter(facteur, abonne).faute()).isEqualTo(FauteDeRemise.NOM_INCONNU);
        }
        Resolution.Annuaire muet = hote -> {
            CompletableFuture.supplyAsync(() -> hote, CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS))
                    .join();
            return new InetAddress[0];
        };
        try (Facteur facteur = new Facteur(abonne, muet, Certificats.deLaMachine(), DELAI)) {
            long debut = System.nanoTime();
            assertThat(porter(facteur, abonne).faute()).isEqualTo(FauteDeRemise.NOM_INCONNU);
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(LARGE);
        }
    }

    @Test
    void unCertificatReconnuPasseEtUnAutreOuCeluiDUnAutreNomNon() throws Exception {
        SSLContext sien = Certificats.pour(dossier, "ent.exemple.fr");
        try (ServiceAbonne ent = new ServiceAbonne(sien)) {
            Resolution.Annuaire ici = hote -> new InetAddress[] {adresse("127.0.0.1")};
            Abonne abonne = abonne(ent.adresse("ent.exemple.fr"), ICI);
            try (Facteur facteur = new Facteur(abonne, ici, sien, DELAI)) {
                assertThat(porter(facteur, abonne)).isEqualTo(new Reponse(null, 204, null));
            }
            try (Facteur facteur = new Facteur(abonne, ici, Certificats.deLaMachine(), DELAI)) {
                assertThat(porter(facteur, abonne).faute()).isEqualTo(FauteDeRemise.CERTIFICAT);
            }
            Abonne autre = abonne(ent.adresse("pronote.exemple.fr"), ICI);
            try (Facteur facteur = new Facteur(autre, ici, sien, DELAI)) {
                assertThat(porter(facteur, autre).faute()).isEqualTo(FauteDeRemise.CERTIFICAT);
            }
            assertThat(ent.recus()).hasSize(1);
        }
    }

    @Test
    void personneALEcouteEstInjoignable() throws IOException {
        int port;
        try (ServerSocket libre = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = libre.getLocalPort();
        }
        assertThat(porter(abonne(URI.create("http://127.0.0.1:" + port), ICI)).faute())
                .isEqualTo(FauteDeRemise.INJOIGNABLE);
    }

    /** Chaque octet vient avant que la lecture n'abandonne, et la réponse ne finit jamais. */
    @ParameterizedTest
    @CsvSource({"'HTTP/1.1 200 OK', DELAI", "'HTTP/1.1 200 OK|Content-Length: 100000||xxxxxxxxxx',", "'', DELAI"})
    void unAbonneQuiGoutteEstCoupeAuDelai(String debut, FauteDeRemise faute) throws Exception {
        try (ServerSocket ecoute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> service = CompletableFuture.runAsync(() -> goutter(ecoute, debut));
            long avant = System.nanoTime();
            Reponse reponse = porter(abonne(URI.create("http://127.0.0.1:" + ecoute.getLocalPort()), ICI), DELAI);
            assertThat(Duration.ofNanos(System.nanoTime() - avant)).isLessThan(LARGE);
            assertThat(reponse.faute()).isEqualTo(faute);
            service.join();
        }
    }

    @Test
    void unAbonneQuiNeParleJamaisTlsEstCoupeAuDelai() throws Exception {
        try (ServerSocket ecoute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long avant = System.nanoTime();
            Reponse reponse = porter(abonne(URI.create("https://127.0.0.1:" + ecoute.getLocalPort()), ICI), DELAI);
            assertThat(Duration.ofNanos(System.nanoTime() - avant)).isLessThan(LARGE);
            assertThat(reponse.faute()).isEqualTo(FauteDeRemise.INJOIGNABLE);
        }
    }

    @Test
    void uneLiaisonRompueAvantLaReponseEstUneCoupure() throws Exception {
        try (ServerSocket ecoute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> service = CompletableFuture.runAsync(() -> {
                try (Socket liaison = ecoute.accept()) {
                    assertThat(liaison.getInputStream().read()).isPositive();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(porter(abonne(URI.create("http://127.0.0.1:" + ecoute.getLocalPort()), ICI))
                            .faute())
                    .isEqualTo(FauteDeRemise.COUPURE);
            service.join();
        }
    }

    @Test
    void uneReponseDemesureeNEstPasLue() throws Exception {
        try (ServiceAbonne ent = new ServiceAbonne()) {
            ent.repondre(recu -> new Suite(200, Map.of(), "x".repeat(50_000_000)));
            assertThat(porter(abonne(ent.adresse(), ICI)).faute()).isNull();
        }
        try (ServiceAbonne ent = new ServiceAbonne()) {
            ent.repondre(recu -> new Suite(200, Map.of("X-Long", "x".repeat(100_000)), ""));
            assertThat(porter(abonne(ent.adresse(), ICI)).faute()).isEqualTo(FauteDeRemise.COUPURE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "-5, PT0S",
        "999999999, PT24H",
        "'Fri, 27 Nov 2026 08:10:00 GMT', PT10M",
        "'Fri, 27 Nov 2026 07:00:00 GMT', PT0S",
        "demain, PT0S",
        ", PT0S"
    })
    void retryAfterSeLitEnSecondesOuEnDate(String dit, Duration attente) {
        assertThat(Attentes.demandee(dit, Instant.parse("2026-11-27T08:00:00Z")))
                .isEqualTo(attente);
    }

    private static void goutter(ServerSocket ecoute, String debut) {
        try (Socket liaison = ecoute.accept()) {
            OutputStream sortie = liaison.getOutputStream();
            sortie.write(debut.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 60; i++) {
                sortie.write('x');
                sortie.flush();
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // L'autre a coupé : c'est ce que l'essai attend.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reponse porter(Abonne abonne) {
        return porter(abonne, LARGE);
    }

    private static Reponse porter(Abonne abonne, Duration delai) {
        try (Facteur facteur = new Facteur(abonne, InetAddress::getAllByName, Certificats.deLaMachine(), delai)) {
            return porter(facteur, abonne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reponse porter(Facteur facteur, Abonne abonne) {
        EnveloppeCloudEvents.Envoi envoi = new EnveloppeCloudEvents(URI.create("https://teleservices.ac-exemple.fr"))
                .envoi(REMISE, abonne, Instant.parse("2026-11-27T08:00:00Z"));
        return facteur.porter(envoi.entetes(), envoi.corps());
    }

    private static Abonne abonne(URI adresse, Set<InetAddress> privees) {
        return new Abonne("ent", adresse, AtelierDeDiffusion.SECRET, Set.of(), privees);
    }

    private static InetAddress adresse(String ecrite) {
        try {
            return InetAddress.getByName(ecrite);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
