package fr.academie.teleservices.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.diffusion.ServiceAbonne.Suite;
import fr.academie.teleservices.essais.Attente;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chaque événement est remis au moins une fois, et jamais un compte dans le désordre, quoi que fasse l'abonné. */
@Tag("fuseau")
class RemiseDesEvenementsTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private ServiceAbonne ent;
    private AtelierDeDiffusion diffusion;
    private long cristelle;
    private long marie;

    @BeforeEach
    void inscrire() throws IOException {
        base.vider();
        ent = new ServiceAbonne();
        diffusion = new AtelierDeDiffusion(Map.of("ent", ent.adresse()));
        diffusion.inscrire();
        cristelle = familles.actif("cristelle.durand");
        marie = familles.actif("marie.petit");
    }

    @AfterEach
    void fermer() {
        diffusion.remises.arreter();
        ent.close();
    }

    @Test
    void remetDansLOrdreEtMarque() {
        String un = diffusion.annoncer(cristelle, "cristelle.durand");
        String deux = diffusion.annoncer(cristelle, "cristelle.durand");
        assertThat(diffusion.remettre("ent")).isEqualTo(2);
        assertThat(ent.evenements()).containsExactly(un, deux);
        assertThat(etats()).containsExactly("REMIS", "REMIS");
        assertThat(diffusion.remettre("ent")).isZero();
    }

    @Test
    void unEvenementRefuseRetientCeuxDuMemeCompteEtEuxSeuls() {
        String refuse = diffusion.annoncer(cristelle, "cristelle.durand");
        diffusion.annoncer(cristelle, "cristelle.durand");
        String autre = diffusion.annoncer(marie, "marie.petit");
        ent.repondre(recu -> Suite.statut(recu.evenement().equals(refuse) ? 422 : 200));
        assertThat(diffusion.remettre("ent")).isEqualTo(1);
        assertThat(ent.evenements()).containsExactly(refuse, autre);
        assertThat(base.lire("SELECT etat, essais, faute, statut FROM remise ORDER BY evenement_id"))
                .containsExactly("ATTENTE|1|REFUS|422", "ATTENTE|0|∅|∅", "REMIS|0|∅|∅");
    }

    @Test
    void attendLesPaliersDitsPuisMetDeCoteEtLeCompteAttend() {
        diffusion.annoncer(cristelle, "cristelle.durand");
        String suivant = diffusion.annoncer(cristelle, "cristelle.durand");
        ent.repondre(500);
        Duration total = Duration.ZERO;
        for (int essai = 1; essai < Attentes.ESSAIS; essai++) {
            diffusion.remettre("ent");
            assertThat(ent.recus()).hasSize(essai);
            Duration palier = Attentes.apresLEssai(essai);
            total = total.plus(palier);
            diffusion.atelier.horloge.avancer(palier.minusSeconds(5));
            diffusion.remettre("ent");
            assertThat(ent.recus()).as("avant le palier").hasSize(essai);
            diffusion.atelier.horloge.avancer(Duration.ofSeconds(5));
        }
        diffusion.remettre("ent");
        assertThat(total).isBetween(Duration.ofHours(46), Duration.ofHours(48));
        assertThat(etats()).containsExactly("PARQUE", "ATTENTE");
        ent.repondre(204);
        diffusion.atelier.horloge.avancer(Duration.ofDays(10));
        assertThat(diffusion.remettre("ent")).isZero();
        assertThat(ent.evenements()).doesNotContain(suivant);
        assertThat(mesure("remisesParquees")).isEqualTo(1);
        assertThat(mesure("remisesEnAttente")).isEqualTo(1);
        assertThat(mesure("retardDeDiffusion"))
                .isGreaterThan(Duration.ofDays(10).toSeconds());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void unAbonneOccupeSeReposeAutantQuIlLeDemandeEtAucunEssaiNeCompte(int statut) {
        diffusion.annoncer(cristelle, "cristelle.durand");
        diffusion.annoncer(marie, "marie.petit");
        ent.repondre(recu -> new Suite(statut, Map.of("Retry-After", "600"), ""));
        assertThat(diffusion.remettre("ent")).isZero();
        assertThat(ent.recus()).hasSize(1);
        ent.repondre(200);
        diffusion.atelier.horloge.avancer(Duration.ofSeconds(590));
        assertThat(diffusion.remettre("ent")).isZero();
        diffusion.atelier.horloge.avancer(Duration.ofSeconds(11));
        assertThat(diffusion.remettre("ent")).isEqualTo(2);
        assertThat(base.lire("SELECT essais FROM remise")).containsExactly("0", "0");
        assertThat(base.lire("SELECT echecs, repos_jusqu_a, faute FROM abonne")).containsExactly("0|∅|∅");
    }

    @Test
    void sansRetryAfterLeReposSuitLesPaliersDUnAbonne() {
        diffusion.annoncer(cristelle, "cristelle.durand");
        ent.repondre(503);
        for (int echecs = 1; echecs <= 8; echecs++) {
            diffusion.remettre("ent");
            assertThat(ent.recus()).hasSize(echecs);
            diffusion.atelier.horloge.avancer(Attentes.apresLEchec(echecs).minusSeconds(5));
            diffusion.remettre("ent");
            assertThat(ent.recus()).hasSize(echecs);
            diffusion.atelier.horloge.avancer(Duration.ofSeconds(5));
        }
        assertThat(Attentes.apresLEchec(8)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void uneRedirectionNEstPasSuivie() throws IOException {
        try (ServiceAbonne ailleurs = new ServiceAbonne()) {
            diffusion.annoncer(cristelle, "cristelle.durand");
            ent.repondre(
                    recu -> new Suite(307, Map.of("Location", ailleurs.adresse().toString()), ""));
            assertThat(diffusion.remettre("ent")).isZero();
            assertThat(ailleurs.recus()).isEmpty();
            assertThat(base.lire("SELECT etat, faute, statut FROM remise")).containsExactly("ATTENTE|REDIRECTION|307");
        }
    }

    @Test
    void tueEntreLEnvoiEtSaMarqueLEvenementEstRemisDeuxFoisJamaisPerdu() throws IOException {
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            AtelierDeDiffusion mourant =
                    new AtelierDeDiffusion(base.source(mandataire.url(), 1), Map.of("ent", ent.adresse()));
            String un = diffusion.annoncer(cristelle, "cristelle.durand");
            String deux = diffusion.annoncer(cristelle, "cristelle.durand");
            ent.repondre(recu -> {
                mandataire.couper(MandataireMariaDb.Coupure.AVANT_VALIDATION);
                return Suite.statut(200);
            });
            assertThatThrownBy(() -> mourant.remettre("ent")).isInstanceOf(RuntimeException.class);
            assertThat(ent.evenements()).containsExactly(un);
            assertThat(etats()).containsExactly("ATTENTE", "ATTENTE");
            ent.repondre(200);
            Attente.que(() -> diffusion.remettre("ent") > 0);
            assertThat(ent.evenements()).containsExactly(un, un, deux);
            mourant.remises.arreter();
        }
    }

    @Test
    void deuxServeursEtUnAbonneLentNeMelentJamaisUnCompte() throws Exception {
        AtelierDeDiffusion second = new AtelierDeDiffusion(Map.of("ent", ent.adresse()));
        List<List<String>> attendus = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 12; i++) {
            attendus.get(0).add(diffusion.annoncer(cristelle, "cristelle.durand"));
            attendus.get(1).add(diffusion.annoncer(marie, "marie.petit"));
        }
        AtomicInteger recus = new AtomicInteger();
        AtomicInteger ensemble = new AtomicInteger();
        AtomicInteger auPlus = new AtomicInteger();
        ent.repondre(recu -> {
            auPlus.accumulateAndGet(ensemble.incrementAndGet(), Math::max);
            dormir(40);
            ensemble.decrementAndGet();
            return Suite.statut(recus.incrementAndGet() % 5 == 0 ? 500 : 200);
        });
        CompletableFuture<Void> un = CompletableFuture.runAsync(() -> jusquAuBout(diffusion));
        CompletableFuture<Void> autre = CompletableFuture.runAsync(() -> jusquAuBout(second));
        CompletableFuture.allOf(un, autre).get(60, TimeUnit.SECONDS);

        assertThat(auPlus.get()).as("les deux serveurs ont remis en même temps").isEqualTo(2);
        List<String> dansLOrdre = ent.evenements().stream().distinct().toList();
        for (List<String> attendu : attendus) {
            assertThat(dansLOrdre.stream().filter(attendu::contains)).containsExactlyElementsOf(attendu);
        }
        // Un essai manqué se refait avant le suivant de son compte.
        assertThat(ent.evenements()).hasSize(recus.get());
        second.remises.arreter();
    }

    @Test
    void unServeurQuiTientLaTeteNeLaisseAucunAutreRemettreLaSuite() throws Exception {
        diffusion.annoncer(cristelle, "cristelle.durand");
        diffusion.annoncer(cristelle, "cristelle.durand");
        CountDownLatch enCours = new CountDownLatch(1);
        CountDownLatch repondre = new CountDownLatch(1);
        ent.repondre(recu -> {
            enCours.countDown();
            attendre(repondre);
            return Suite.statut(200);
        });
        AtelierDeDiffusion second = new AtelierDeDiffusion(Map.of("ent", ent.adresse()));
        AtelierDeDiffusion lent = new AtelierDeDiffusion(
                diffusion.atelier,
                diffusion.reglages,
                abonne -> new Facteur(
                        abonne, InetAddress::getAllByName, Certificats.deLaMachine(), Duration.ofSeconds(10)));
        CompletableFuture<Integer> premier = CompletableFuture.supplyAsync(() -> lent.remettre("ent"));
        assertThat(enCours.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.remettre("ent")).isZero();
        assertThat(ent.recus()).hasSize(1);
        String pendant = diffusion.annoncer(marie, "marie.petit");
        repondre.countDown();
        assertThat(premier.get(10, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(ent.evenements()).hasSize(3).contains(pendant);
        lent.remises.arreter();
        second.remises.arreter();
    }

    @Test
    void uneValidationTardiveNEstPasPerdue() throws Exception {
        CountDownLatch inseree = new CountDownLatch(1);
        CountDownLatch valider = new CountDownLatch(1);
        CompletableFuture<Void> tardive =
                CompletableFuture.runAsync(() -> diffusion.atelier.transactions.executer(() -> {
                    diffusion.annoncer(cristelle, "cristelle.durand");
                    inseree.countDown();
                    attendre(valider);
                }));
        assertThat(inseree.await(10, TimeUnit.SECONDS)).isTrue();
        String apres = diffusion.annoncer(marie, "marie.petit");
        assertThat(diffusion.remettre("ent")).isEqualTo(1);
        assertThat(ent.evenements()).containsExactly(apres);
        valider.countDown();
        tardive.get(10, TimeUnit.SECONDS);
        assertThat(diffusion.remettre("ent")).isEqualTo(1);
    }

    @Test
    void uneHorlogeQuiReculeRetardeEtNeMelePas() {
        diffusion.atelier.horloge.arreterA(Instant.parse("2026-10-25T01:30:00Z"));
        String un = diffusion.annoncer(cristelle, "cristelle.durand");
        diffusion.atelier.horloge.avancer(Duration.ofHours(-1));
        String deux = diffusion.annoncer(cristelle, "cristelle.durand");
        assertThat(diffusion.remettre("ent")).isZero();
        diffusion.atelier.horloge.avancer(Duration.ofHours(1));
        assertThat(diffusion.remettre("ent")).isEqualTo(2);
        assertThat(ent.evenements()).containsExactly(un, deux);
    }

    @Test
    void rienNEstRemisDUneTransactionAnnulee() {
        assertThatThrownBy(() -> diffusion.atelier.transactions.executer(() -> {
                    diffusion.annoncer(cristelle, "cristelle.durand");
                    throw new IllegalStateException("annulée");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(base.compter("SELECT COUNT(*) FROM remise")).isZero();
    }

    @Test
    void ceQuiEstRemisSEffaceAuBoutDUnMoisEtLEvenementEnsuite() {
        diffusion.annoncer(cristelle, "cristelle.durand");
        diffusion.remettre("ent");
        Instant maintenant = diffusion.atelier.horloge.instant();
        assertThat(diffusion.remises.purger(maintenant.minusSeconds(60))).isZero();
        assertThat(diffusion.evenements.purger(maintenant.plusSeconds(60))).isZero();
        assertThat(diffusion.remises.purger(maintenant.plusSeconds(60))).isEqualTo(1);
        assertThat(diffusion.evenements.purger(maintenant.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void ceQuiNApasPuEtreRemisLaissePlaceAUnInstantaneARelire() {
        String perdu = diffusion.annoncer(cristelle, "cristelle.durand");
        Instant limite = diffusion.atelier.horloge.instant().plusSeconds(1);
        diffusion.atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(diffusion.remises.purgerLesAbandonnees(limite)).isEqualTo(1);
        assertThat(diffusion.remettre("ent")).isEqualTo(1);
        assertThat(ent.recus().get(0).entetes())
                .containsEntry("ce-type", "fr.academie.teleservices.INSTANTANE_A_RELIRE");
        assertThat(ent.evenements()).doesNotContain(perdu);
    }

    private static void jusquAuBout(AtelierDeDiffusion serveur) {
        BaseDEssai base = BaseDEssai.partagee();
        while (base.compter("SELECT COUNT(*) FROM remise WHERE etat = 'ATTENTE'") > 0) {
            if (serveur.remettre("ent") == 0) {
                serveur.atelier.horloge.avancer(Duration.ofMinutes(1));
            }
        }
    }

    private long mesure(String nom) {
        return diffusion.remises.mesures().stream()
                .filter(mesure -> mesure.nom().equals(nom))
                .findFirst()
                .orElseThrow()
                .lecture()
                .getAsLong();
    }

    private List<String> etats() {
        return base.lire("SELECT etat FROM remise ORDER BY evenement_id");
    }

    private static void dormir(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attendre(CountDownLatch verrou) {
        try {
            if (!verrou.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Personne n'a ouvert.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
