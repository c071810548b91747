package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CompteVoisin;
import fr.academie.teleservices.attente.PrevisionDesComptes;
import fr.academie.teleservices.attente.PrevisionDesComptes.Prevision;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Attente;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.etablissement.Travail.Issue;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Scelle;
import fr.academie.teleservices.socle.tache.Planificateur;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Les travaux en nombre, sur une vraie base : comptes et courriers d'une classe ou d'un établissement. */
class TravauxDuBureauTest extends EssaiDuBureau {

    private static final String AUTRE_UAI = "0330002B";

    private final TravauxDuBureau travaux =
            new TravauxDuBureau(atelier.transactions, atelier.planificateur, atelier.horloge);
    private final ExecutionDesTravaux serveur = serveur(atelier);
    private final ExecutionDesTravaux autreServeur = serveur(new Atelier(base.source()));
    private final KeyPair paire = Scelle.paire();
    private final String cle = Scelle.publique(paire);
    private final Agent collegue = Atelier.agent("collegue.moulin", Familles.UAI);

    @BeforeEach
    void vider() {
        base.vider();
        familles.agent("secretariat.moulin", false);
        familles.agent("collegue.moulin", false);
    }

    @Test
    void uneClassePuisLEtablissementRecoiventLeursComptes() {
        attendu("Petit", "Marie", eleve("Florian", "6A"));
        attendu("Diallo", "Awa", eleve("Ibrahim", "6A"));
        attendu("Nguyen", "Mai", eleve("Minh", "4B"));
        long homonyme = familles.compte("karine.vasseur", "VASSEUR", null, "Karine", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(homonyme, eleve("Mathis", "4B"));
        attendu("Vasseur", "Karine", eleve("Jade", "6A"));

        Travail dUneClasse = finir(travaux.creer(agent, Familles.UAI, creations.attendus(agent, Familles.UAI, "6A")));

        assertThat(dUneClasse.total()).isEqualTo(3);
        assertThat(dUneClasse.combien(Issue.FAIT)).isEqualTo(2);
        assertThat(dUneClasse.combien(Issue.A_VOIR)).isEqualTo(1);
        assertThat(identifiants()).containsExactly("awa.diallo", "karine.vasseur", "marie.petit");
        Travail duReste = finir(travaux.creer(agent, Familles.UAI, creations.attendus(agent, Familles.UAI, null)));
        assertThat(duReste.combien(Issue.FAIT)).isEqualTo(1);
        assertThat(duReste.combien(Issue.A_VOIR)).isEqualTo(1);
        assertThat(identifiants()).contains("mai.nguyen").hasSize(4);
    }

    /** De ce genre : un homonyme de l'école, deux homonymes du même envoi, une personne qui a déjà un compte, avec ou sans élève ici. */
    @Test
    void ceQuiEstAnnonceEstCeQuiEstFait() {
        long connu = familles.compte("karine.vasseur", "VASSEUR", null, "Karine", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(connu, eleve("Mathis", "4B"));
        attendu("Vasseur", "Karine", eleve("Jade", "6A"));
        attendu("Vasseur-Roux", "Karine", eleve("Lou", "6A"));
        attendu("Nguyen", "Mai", eleve("Minh", "6A"));
        attendu("NGUYEN", "Maï", eleve("Lan", "6A"));
        long ailleurs = familles.compte("anne.kervella", "KERVELLA", null, "Anne", "CREE", null, "NULL");
        long attendue = attendu("Autre", "Nom", eleve("Hugo", "6A"));
        base.executer("UPDATE responsable_attendu SET personne_id = '48', responsable_id = " + ailleurs + " WHERE id = "
                + attendue);
        List<Attendu> personnes = creations.attendus(agent, Familles.UAI, null);

        Prevision avant = new PrevisionDesComptes(atelier.transactions).prevoir(personnes);
        Travail apres = finir(travaux.creer(agent, Familles.UAI, personnes));

        assertThat(avant.aCreer())
                .extracting(a -> a.identite().nomComplet())
                .containsExactly("Mai NGUYEN", "Karine VASSEUR-ROUX");
        assertThat(avant.aVoir()).hasSize(3);
        assertThat(apres.combien(Issue.FAIT)).isEqualTo(avant.aCreer().size());
        assertThat(apres.combien(Issue.A_VOIR)).isEqualTo(avant.aVoir().size());
    }

    @Test
    void lesLettresARefaireSeComptentParClasseEtUnCompteActiveEntreTempsGardeSonMotDePasse() {
        compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        long tenue = compte("deja.ecrit", "CREE", Familles.ARGON2, eleve("Inès", "6A"));
        familles.lier(tenue, eleve("Inès-Lou", "6A"));
        familles.lier(tenue, eleve("Tom", "4B"));
        long activee = compte("bientot.active", "CREE", Familles.ARGON2, eleve("Awa", "6A"));
        compte("deja.actif", "ACTIF", Familles.ARGON2, eleve("Paul", "6A"));
        compte("sans.classe", "CREE", Familles.ARGON2, eleve("Zoé", "6A"));
        base.executer("UPDATE eleve SET classe = NULL WHERE prenom = 'Zoé'");

        assertThat(recherches.aRefaire(agent, Familles.UAI))
                .containsExactly(new ClasseARefaire("", 1), new ClasseARefaire("4B", 1), new ClasseARefaire("6A", 2));
        assertThat(recherches.aRefaire(agent, AUTRE_UAI)).isEmpty();
        assertThat(recherches.aEcrire(agent, Familles.UAI, "")).hasSize(1);
        List<CompteAEcrire> lues = recherches.aEcrire(agent, Familles.UAI, "6A").stream()
                .filter(CompteAEcrire::dejaImprime)
                .toList();
        String choisi =
                "UPDATE responsable SET etat = 'ACTIF', mot_de_passe = 'choisi', provisoire_expire_le = NULL, active_le = UTC_TIMESTAMP(3)"
                        + " WHERE id = " + activee;
        base.executer(choisi);

        Travail travail = finir(travaux.imprimer(agent, Familles.UAI, lues, true, cle));

        assertThat(travail.combien(Issue.FAIT)).isEqualTo(1);
        assertThat(travail.combien(Issue.SANS_OBJET)).isEqualTo(1);
        assertThat(base.lire("SELECT mot_de_passe FROM responsable WHERE id = " + activee))
                .containsExactly("choisi");
    }

    @Test
    void laPersonneDejaConnueGardeSonCompteEtYRecoitLEnfantQuiManque() {
        long compte = familles.compte("anne.kervella", "LE BIHAN", null, "Anne", "ACTIF", Familles.ARGON2, "NULL");
        familles.lier(compte, eleve("Manon", "4B"));
        long hugo = eleve("Hugo", "6A");
        long connue = attendu("Kervella", "Anne", hugo);
        base.executer("UPDATE responsable_attendu SET personne_id = '4812', responsable_id = " + compte);
        List<Attendu> attendus = creations.attendus(agent, Familles.UAI, "6A");

        assertThat(attendus).singleElement().extracting(Attendu::compteId).isEqualTo(compte);
        assertThat(creations.voisins(attendus.get(0)))
                .singleElement()
                .matches(CompteVoisin::memePersonne)
                .extracting(CompteVoisin::identifiant)
                .isEqualTo("anne.kervella");
        assertThat(finir(travaux.creer(agent, Familles.UAI, attendus)).combien(Issue.A_VOIR))
                .isEqualTo(1);
        assertThat(creations.rattacher(agent, connue, compte)).isTrue();
        assertThat(creations.attendus(agent, Familles.UAI, null)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM rattachement WHERE responsable_id = " + compte
                        + " AND eleve_id = " + hugo))
                .isEqualTo(1);
    }

    @Test
    void deuxTravauxALaFoisNeFontNiDeuxComptesNiDeuxLettresValables() {
        for (int i = 0; i < 4; i++) {
            attendu("Petit" + "abcdef".charAt(i), "Marie", eleve("Florian" + i, "6A"));
        }
        List<Attendu> attendus = creations.attendus(agent, Familles.UAI, "6A");
        UUID sien = travaux.creer(agent, Familles.UAI, attendus);
        UUID leurs = travaux.creer(collegue, Familles.UAI, attendus);
        faireEnsemble(sien, leurs);
        Travail un = travaux.trouver(agent, sien).orElseThrow();
        Travail autre = travaux.trouver(collegue, leurs).orElseThrow();
        assertThat(un.combien(Issue.FAIT) + autre.combien(Issue.FAIT)).isEqualTo(4);
        assertThat(un.combien(Issue.ECHEC) + autre.combien(Issue.ECHEC)).isZero();
        assertThat(identifiants()).hasSize(4);

        List<CompteAEcrire> comptes = recherches.aEcrire(agent, Familles.UAI, "6A");
        List<Lettre> lettres = lettresDesDeux(comptes, false);
        assertThat(lettres).hasSize(4);
        assertThat(lettres)
                .allMatch(lettre -> atelier.comptes
                        .prouver(lettre.destinataire().compte().identifiant(), lettre.motDePasse())
                        .isPresent());
        List<CompteAEcrire> aRefaire = recherches.aEcrire(agent, Familles.UAI, "6A");
        assertThat(lettresDesDeux(aRefaire, true)).hasSize(4);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(8);
    }

    @Test
    void seulsLesComptesJamaisActivesDeLaClasseRecoiventUneLettre() {
        long sansLettre = compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        compte("marie.autre", "CREE", null, eleve("Noé", "4B"));
        compte("deja.ecrit", "CREE", Familles.ARGON2, eleve("Inès", "6A"));
        compte("deja.actif", "ACTIF", Familles.ARGON2, eleve("Awa", "6A"));

        assertThat(recherches.aEcrire(agent, Familles.UAI, "6A"))
                .extracting(CompteAEcrire::dejaImprime)
                .containsExactly(false, true);
        assertThat(recherches.aEcrire(agent, AUTRE_UAI, null)).isEmpty();
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, "6A"), false, cle));
        assertThat(travail.combien(Issue.FAIT)).isEqualTo(1);
        assertThat(travail.combien(Issue.SANS_OBJET)).isEqualTo(1);
        assertThat(emporter(travail))
                .extracting(lettre -> lettre.destinataire().compte().id())
                .containsExactly(sansLettre);
        assertThat(relu(travail).emporte()).isTrue();
        assertThat(emporter(relu(travail))).isEmpty();
        assertThat(emporter(travail)).as("d'une page restée ouverte").isEmpty();
    }

    @Test
    void unEnvoiCoupeLaisseLesLettresAEmporter() {
        compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), false, cle));
        assertThatThrownBy(() -> travaux.emporter(travail, paire, lettres -> {
                    throw new IOException("coupé");
                }))
                .isInstanceOf(IOException.class);
        assertThat(relu(travail).aEmporter()).isTrue();
        assertThat(emporter(relu(travail))).hasSize(1);
    }

    @Test
    void unAgentQuiPerdSonHabilitationSArreteAussitotEtSesLettresNeSontPasRemises() {
        for (int i = 0; i < 4; i++) {
            compte("marie.petit" + (i + 1), "CREE", null, eleve("Florian" + i, "6A"));
        }
        base.executer("CREATE TRIGGER retrait AFTER INSERT ON courrier FOR EACH ROW DELETE FROM habilitation WHERE"
                + " agent_id = (SELECT id FROM agent WHERE identifiant = 'secretariat.moulin')");
        try {
            Travail travail = finir(
                    travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, "6A"), false, cle));
            assertThat(travail.arrete()).isTrue();
            assertThat(travail.faits()).isEqualTo(1);
            assertThat(travail.restants()).isEqualTo(3);
            assertThat(travail.aEmporter()).isFalse();
            Agent ailleurs = Atelier.agent("secretariat.moulin", AUTRE_UAI);
            assertThat(travaux.trouver(ailleurs, travail.jeton())).isPresent();
            assertThat(emporter(travail)).isEmpty();
            assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(1);
        } finally {
            base.executer("DROP TRIGGER retrait");
        }
    }

    @Test
    void unServeurQuiSArreteLaisseLaSuiteAUnAutreQuiReprendApresLaDernierePersonne() {
        UUID jeton = demanderSix();
        AtomicInteger avant = new AtomicInteger();
        assertThat(serveur.tache().travail().faire(jeton.toString(), () -> avant.incrementAndGet() > 2))
                .as("due aussitôt ailleurs")
                .isNotNull();
        Travail enCours = travaux.trouver(agent, jeton).orElseThrow();
        assertThat(enCours.fini()).isFalse();
        assertThat(enCours.faits()).isEqualTo(2);
        List<String> servis = base.lire("SELECT responsable_id, fait_le FROM courrier ORDER BY id");

        Taches.faire(base, autreServeur.tache());

        Travail fini = travaux.trouver(agent, jeton).orElseThrow();
        assertThat(fini.combien(Issue.FAIT)).isEqualTo(6);
        assertThat(base.lire("SELECT responsable_id, fait_le FROM courrier ORDER BY id"))
                .hasSize(6)
                .containsAll(servis);
        assertThat(base.compter("SELECT COUNT(DISTINCT responsable_id) FROM courrier"))
                .isEqualTo(6);
        assertThat(emporter(fini)).hasSize(6).allMatch(this::ouvreSonCompte);
    }

    @Test
    void deuxServeursSurUnMemeTravailNeServentPersonneDeuxFois() {
        UUID jeton = demanderSix();
        faireEnsemble(jeton, jeton);
        assertThat(travaux.trouver(agent, jeton).orElseThrow().combien(Issue.FAIT))
                .isEqualTo(6);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(6);
    }

    @Test
    void unTravailCommenceParUnServeurTueSeFinitSurUnAutre() {
        HikariDataSource saReserve = base.source(base.base().url(), 6);
        Planificateur dUnMort = new Planificateur(saReserve, new Transactions(saReserve), atelier.horloge);
        Planificateur vivant = new Planificateur(base.source(), atelier.transactions, atelier.horloge);
        UUID jeton = demanderSix();
        CountDownLatch mort = new CountDownLatch(1);
        CountDownLatch fin = new CountDownLatch(1);
        try {
            AtomicInteger avant = new AtomicInteger();
            dUnMort.demarrer(List.of(), List.of(new TacheDeposee(TravauxDuBureau.TACHE, (id, arret) -> {
                serveur.tache().travail().faire(id, () -> avant.incrementAndGet() > 3);
                mort.countDown();
                attendre(fin);
                return null;
            })));
            Attente.que(() -> mort.getCount() == 0);
            saReserve.close();
            atelier.horloge.avancer(Duration.ofMinutes(2));
            vivant.demarrer(List.of(), List.of(autreServeur.tache()));
            Attente.que(() -> travaux.trouver(agent, jeton).orElseThrow().fini());
        } finally {
            fin.countDown();
            vivant.arreter();
            dUnMort.arreter();
        }
        assertThat(travaux.trouver(agent, jeton).orElseThrow().combien(Issue.FAIT))
                .isEqualTo(6);
        assertThat(base.compter("SELECT COUNT(*) FROM courrier")).isEqualTo(6);
    }

    @Test
    void lesLettresQuiAttendentNeSOuvrentQueParLaClefDeLaSession() {
        Travail travail = finir(demanderSix());
        String enBase = String.join("\n", base.lire("SELECT * FROM travail_personne"))
                + String.join("\n", base.lire("SELECT * FROM travail"))
                + String.join("\n", base.lire("SELECT * FROM tache"));
        KeyPair autreSession = Scelle.paire();
        assertThat(travaux.ouvre(paire, travail)).isTrue();
        assertThat(travaux.ouvre(autreSession, travail)).isFalse();
        assertThat(travaux.<RuntimeException>emporter(travail, autreSession, lettres -> {
                    throw new IllegalStateException("elles ne doivent pas s'ouvrir");
                }))
                .isFalse();
        String scellee =
                base.lire("SELECT lettre FROM travail_personne ORDER BY rang").get(0);
        String contexte = TravauxDuBureau.contexte(travail.jeton(), 0);
        assertThatThrownBy(() -> Scelle.ouvrir(autreSession, scellee, contexte))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Scelle.ouvrir(paire, scellee, TravauxDuBureau.contexte(travail.jeton(), 1)))
                .isInstanceOf(IllegalStateException.class);

        List<Lettre> lettres = emporter(travail);
        assertThat(lettres).hasSize(6).allMatch(this::ouvreSonCompte);
        assertThat(lettres).noneMatch(lettre -> enBase.contains(lettre.motDePasse()));
        assertThat(enBase).doesNotContain("Florian").doesNotContain("PETIT");
        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne WHERE lettre IS NOT NULL"))
                .isZero();
    }

    @Test
    void apresTrenteMinutesLesLettresNeSontPlusNullePart() {
        Travail travail = finir(demanderSix());
        atelier.horloge.avancer(TravauxDuBureau.garde().minusMinutes(1));
        purger();
        assertThat(relu(travail).aEmporter()).isTrue();
        atelier.horloge.avancer(Duration.ofMinutes(2));
        purger();
        assertThat(travaux.trouver(agent, travail.jeton())).isEmpty();
        assertThat(emporter(travail)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne")).isZero();
    }

    @Test
    void uneLongueInterruptionEffaceLesLettresDejaFaitesEtLeDit() {
        UUID jeton = demanderSix();
        AtomicInteger avant = new AtomicInteger();
        serveur.tache().travail().faire(jeton.toString(), () -> avant.incrementAndGet() > 2);
        atelier.horloge.avancer(Duration.ofMinutes(31));
        purger();
        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne WHERE lettre IS NOT NULL"))
                .isZero();

        Travail fini = finir(jeton);
        assertThat(fini.combien(Issue.EFFACE)).isEqualTo(2);
        assertThat(fini.combien(Issue.FAIT)).isEqualTo(4);
        assertThat(emporter(fini)).hasSize(4);
    }

    @Test
    void unePersonneQueLaPanneAtteintNEmpechePasLesAutres() {
        UUID jeton = demanderSix();
        base.executer(
                "CREATE TRIGGER panne BEFORE INSERT ON courrier FOR EACH ROW BEGIN NOT ATOMIC IF NEW.responsable_id ="
                        + " (SELECT MIN(id) FROM responsable) THEN SIGNAL SQLSTATE '45000'; END IF; END");
        try {
            Travail travail = finir(jeton);
            assertThat(travail.combien(Issue.ECHEC)).isEqualTo(1);
            assertThat(travail.combien(Issue.FAIT)).isEqualTo(5);
        } finally {
            base.executer("DROP TRIGGER panne");
        }
    }

    @Test
    void unTravailNImprimeQueCinqCentsLettresCellesJamaisFaitesDAbord() {
        List<CompteAEcrire> comptes = LongStream.rangeClosed(1, 510)
                .mapToObj(id -> new CompteAEcrire(id, 1, id <= 20, null))
                .toList();

        UUID jeton = travaux.imprimer(agent, Familles.UAI, comptes, true, cle);

        assertThat(travaux.trouver(agent, jeton).orElseThrow().total()).isEqualTo(500);
        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne WHERE cible_id > 20"))
                .isEqualTo(490);
        assertThat(base.compter("SELECT cible_id FROM travail_personne WHERE rang = 0"))
                .isEqualTo(21);
    }

    @Test
    void refairePlusDeCinqCentsLettresCommenceParLesPlusAnciennesDansLOrdreDeLaListe() {
        Instant rentree = Instant.parse("2026-09-01T08:00:00Z");
        List<CompteAEcrire> comptes = LongStream.rangeClosed(1, 510)
                .mapToObj(id -> new CompteAEcrire(id, 1, true, rentree.minusSeconds(id)))
                .toList();

        travaux.imprimer(agent, Familles.UAI, comptes, true, cle);

        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne")).isEqualTo(500);
        assertThat(base.compter("SELECT COUNT(*) FROM travail_personne WHERE cible_id <= 10"))
                .isZero();
        assertThat(base.compter("SELECT cible_id FROM travail_personne WHERE rang = 0"))
                .isEqualTo(11);
    }

    @Test
    void laDerniereLettreDUnCompteEstLaPlusRecente() {
        long compte = compte("marie.petit", "CREE", Familles.ARGON2, eleve("Florian", "6A"));
        for (String lettre :
                List.of(Familles.UAI + "', 'PREMIER', '2026-09-01", Familles.UAI + "', 'REIMPRESSION', '2026-09-03")) {
            base.executer("INSERT INTO courrier (responsable_id, uai, motif, fait_le, fait_par) VALUES (" + compte
                    + ", '" + lettre + " 08:00:00', 'secretariat.moulin')");
        }

        assertThat(recherches.aEcrire(agent, Familles.UAI, "6A"))
                .singleElement()
                .extracting(CompteAEcrire::derniereLettre)
                .isEqualTo(Instant.parse("2026-09-03T08:00:00Z"));
    }

    @Test
    void unTravailNEstQuAQuiLALance() {
        compte("marie.petit", "CREE", null, eleve("Florian", "6A"));
        Travail travail =
                finir(travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), false, cle));
        assertThat(travaux.trouver(collegue, travail.jeton())).isEmpty();
        assertThat(travaux.trouver(Atelier.agent("secretariat.moulin", AUTRE_UAI), travail.jeton()))
                .isEmpty();
        assertThat(travaux.trouver(agent, UUID.randomUUID())).isEmpty();
    }

    private UUID demanderSix() {
        for (int i = 0; i < 6; i++) {
            compte("marie.petit" + (i + 1), "CREE", null, eleve("Florian" + i, "6A"));
        }
        return travaux.imprimer(agent, Familles.UAI, recherches.aEcrire(agent, Familles.UAI, null), false, cle);
    }

    private List<Lettre> lettresDesDeux(List<CompteAEcrire> comptes, boolean refaire) {
        UUID sien = travaux.imprimer(agent, Familles.UAI, comptes, refaire, cle);
        UUID leurs = travaux.imprimer(collegue, Familles.UAI, comptes, refaire, cle);
        faireEnsemble(sien, leurs);
        List<Lettre> lettres =
                new ArrayList<>(emporter(travaux.trouver(agent, sien).orElseThrow()));
        lettres.addAll(emporter(travaux.trouver(collegue, leurs).orElseThrow()));
        return lettres;
    }

    /** Deux serveurs font chacun un travail, en même temps. */
    private void faireEnsemble(UUID un, UUID autre) {
        CompletableFuture<Void> ailleurs = CompletableFuture.runAsync(() -> faire(autreServeur, autre));
        faire(serveur, un);
        ailleurs.join();
        base.executer("DELETE FROM tache");
    }

    private static void faire(ExecutionDesTravaux serveur, UUID jeton) {
        assertThat(serveur.tache().travail().faire(jeton.toString(), () -> false))
                .isNull();
    }

    private boolean ouvreSonCompte(Lettre lettre) {
        String identifiant = lettre.destinataire().compte().identifiant().valeur();
        return atelier.comptes
                .prouver(new Identifiant(identifiant), lettre.motDePasse())
                .isPresent();
    }

    private void purger() {
        travaux.purger(atelier.horloge.instant().minus(TravauxDuBureau.garde()));
    }

    private List<Lettre> emporter(Travail travail) {
        List<Lettre> emportees = new ArrayList<>();
        travaux.<RuntimeException>emporter(travail, paire, emportees::addAll);
        return emportees;
    }

    private Travail finir(UUID jeton) {
        Taches.faire(base, serveur.tache());
        return travaux.trouver(agent, jeton).orElseThrow();
    }

    private Travail relu(Travail travail) {
        return travaux.trouver(agent, travail.jeton()).orElseThrow();
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutionDesTravaux serveur(Atelier sien) {
        return new ExecutionDesTravaux(
                sien.transactions,
                sien.courriers,
                creations,
                new AgentService(sien.transactions, Atelier.profil(Map.of())),
                atelier.horloge);
    }

    private List<String> identifiants() {
        return base.lire("SELECT identifiant FROM responsable ORDER BY identifiant");
    }

    private long compte(String identifiant, String etat, @Nullable String empreinte, long eleve) {
        long id = familles.compte(identifiant, "PETIT", null, "Marie", etat, empreinte, "NULL");
        familles.lier(id, eleve);
        return id;
    }

    private long eleve(String prenom, String classe) {
        long id = familles.eleve(prenom);
        base.executer("UPDATE eleve SET classe = '" + classe + "' WHERE id = " + id);
        return id;
    }

    private long attendu(String nom, String prenom, long eleve) {
        base.executer(
                "INSERT INTO responsable_attendu (uai, civilite, nom_famille, prenom) VALUES ('" + Familles.UAI
                        + "', 'MME', '" + nom + "', '" + prenom + "')",
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), " + eleve
                        + ", 1, 10 FROM responsable_attendu");
        return base.compter("SELECT MAX(id) FROM responsable_attendu");
    }
}
