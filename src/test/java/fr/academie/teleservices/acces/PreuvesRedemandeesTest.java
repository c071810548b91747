package fr.academie.teleservices.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une session du CAS ouverte avant le dernier changement du mot de passe n'ouvre plus rien sans lui. Source : DOMAIN §4. */
@Tag("fuseau")
class PreuvesRedemandeesTest {

    private static final String ID = "cristelle.durand";
    private static final String CHOISI = "Marée-Haute-7-Grèves";
    private static final Duration UNE_HEURE = Duration.ofHours(1);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(
            base.source(), Atelier.reglages(Map.of("cas.vie_des_sessions", "3 j")), Atelier.profil(Map.of()));
    private final Familles familles = new Familles(base);
    private long id;

    @BeforeEach
    void installer() {
        base.vider();
        id = familles.actif(ID);
        familles.lier(id, familles.eleve("Florian"));
        familles.lier(id, familles.eleve("Dylan", "0330002B"));
    }

    @Test
    void leTicketDUnCourrierNeVautPlusApresLeMotDePasseQueLeTitulaireAChoisi() throws Exception {
        faireLeCourrier(Familles.UAI);
        Instant auCourrier = apres(UNE_HEURE);
        assertThat(ouvrir(auCourrier)).isPresent();

        changerLeMotDePasse();

        assertThat(ouvrir(auCourrier)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL AND portee IS NULL"))
                .as("rien ne s'ouvre, rien ne s'écrit")
                .isZero();
        assertThat(ouvrir(apres(UNE_HEURE))).isPresent();
    }

    @Test
    void leTicketDUnCourrierNeVautPlusApresCeluiDUnAutreEtablissement() throws Exception {
        faireLeCourrier(Familles.UAI);
        Instant auPremier = apres(UNE_HEURE);
        atelier.horloge.avancer(UNE_HEURE);
        faireLeCourrier("0330002B");

        assertThat(ouvrir(auPremier)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte")).isZero();
    }

    @Test
    void sansChangementUnTicketSansDateOuvre() {
        assertThat(ouvrir(null)).isPresent();
        assertThat(ouvrir(atelier.horloge.instant().minus(Duration.ofDays(300))))
                .isPresent();
    }

    @Test
    void unTicketSansDateNeProuveRienTantQuUneSessionDuCasPeutDaterDAvant() {
        changerLeMotDePasse();
        assertThat(ouvrir(null)).isEmpty();
        atelier.horloge.avancer(Duration.ofDays(3).minusMinutes(1));
        assertThat(ouvrir(null)).isEmpty();
        atelier.horloge.avancer(Duration.ofMinutes(2));
        assertThat(ouvrir(null)).isPresent();
    }

    @Test
    void leJournalNeDitAucuneConnexionQuiNEstPasFaite() {
        changerLeMotDePasse();
        ouvrir(null);
        assertThat(base.compter("SELECT COUNT(*) FROM journal WHERE action = 'CONNEXION'"))
                .isZero();
    }

    @Test
    void fermerUneSessionFermeAussiCelleQueLeCasRouvrirait() {
        Instant debut = atelier.horloge.instant();
        long ailleurs = ouvrir(debut).orElseThrow().sessionId();
        apres(UNE_HEURE);

        atelier.sessions.finir(new Identifiant(ID), Profil.RESPONSABLE, ailleurs + 1);
        assertThat(ouvrir(debut))
                .as("la session d'un autre numéro n'y fait rien")
                .isPresent();
        atelier.sessions.finir(new Identifiant(ID), Profil.RESPONSABLE, ailleurs);
        assertThat(ouvrir(debut)).isEmpty();
    }

    @Test
    void unAgentFermeSesAutresSessionsEtPasCellesDuParentDeMemeIdentifiant() {
        familles.agent(ID, true);
        Instant debut = atelier.horloge.instant();
        SessionUtilisateur parent = ouvrir(debut).orElseThrow();
        SessionUtilisateur ici = ouvrirLAgent(debut).orElseThrow();
        SessionUtilisateur ailleurs = ouvrirLAgent(debut).orElseThrow();
        apres(UNE_HEURE);

        atelier.sessions.finirLesAutres(new Identifiant(ID), Profil.ETABLISSEMENT, ici.sessionId());

        assertThat(atelier.sessions.etat(ici)).isPresent();
        assertThat(atelier.sessions.etat(ailleurs)).isEmpty();
        assertThat(ouvrirLAgent(debut)).isEmpty();
        assertThat(ouvrirLAgent(atelier.horloge.instant())).isPresent();
        assertThat(atelier.sessions.etat(parent, compte())).isPresent();
        assertThat(ouvrir(debut)).isPresent();
    }

    @Test
    void uneConnexionQuiCroiseLeChangementLAttendEtNOuvreRien() throws Exception {
        Instant avant = atelier.horloge.instant();
        atelier.horloge.avancer(UNE_HEURE);
        CountDownLatch change = new CountDownLatch(1);
        CountDownLatch finir = new CountDownLatch(1);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            Future<?> changement = fils.submit(() -> atelier.transactions.executer(() -> {
                atelier.comptes.changerMotDePasse(compte(), "{argon2}x");
                change.countDown();
                attendre(finir);
                atelier.sessions.finirLesAutres(new Identifiant(ID), 0);
            }));
            change.await();
            Future<Optional<SessionUtilisateur>> connexion = fils.submit(() -> ouvrir(avant));
            Thread.sleep(200);
            finir.countDown();
            changement.get();
            assertThat(connexion.get()).isEmpty();
        } finally {
            fils.shutdownNow();
        }
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void faireLeCourrier(String uai) throws Exception {
        atelier.courriers.faire(
                Atelier.agent("secretariat." + uai, uai),
                id,
                uai,
                EnumSet.allOf(MotifCourrier.class),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
    }

    /** Comme le fait « mot de passe oublié ? ». */
    private void changerLeMotDePasse() {
        atelier.horloge.avancer(UNE_HEURE);
        atelier.transactions.executer(() -> {
            atelier.comptes.changerMotDePasse(compte(), atelier.motsDePasse.empreinte(CHOISI));
            atelier.portees.lever(id);
            atelier.sessions.finirLesAutres(new Identifiant(ID), 0);
        });
    }

    private Instant apres(Duration duree) {
        atelier.horloge.avancer(duree);
        return atelier.horloge.instant();
    }

    private Optional<SessionUtilisateur> ouvrir(@Nullable Instant prouveeLe) {
        return atelier.sessions.ouvrir(new Preuve("ST-" + System.nanoTime(), "127.0.0.1", prouveeLe, false), compte());
    }

    private Optional<SessionUtilisateur> ouvrirLAgent(Instant prouveeLe) {
        return atelier.sessions.ouvrir(
                new Preuve("ST-" + System.nanoTime(), "127.0.0.1", prouveeLe, false),
                new AgentService.AgentReconnu(
                        new Identifiant(ID),
                        Profil.ETABLISSEMENT,
                        new AgentDuCas("CASTÉRA", "Hélène", new Habilitations(Set.of(), Set.of()))));
    }

    private Compte compte() {
        return atelier.comptes.parId(id).orElseThrow();
    }
}
