package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.essais.MandataireMariaDb.Coupure;
import fr.academie.teleservices.essais.RegroupementsEntiers;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Menée de deux fils, une livraison finit au même état que d'un seul, où qu'on la coupe et quoi que ses lots attendent. */
@Timeout(180)
class TranchesTest {

    private static final int FAMILLES = 30;
    private static final Decoupe SEUL = new Decoupe(1, 1);
    private static final Decoupe A_DEUX = new Decoupe(2, 1);
    private static final String EN_TRANCHES = "SELECT COUNT(*) FROM livraison WHERE etape > 16";

    private final BaseDEssai base = BaseDEssai.partagee();

    @TempDir
    private Path dossier;

    private AtelierDImport atelier(Decoupe decoupe) {
        return atelier(base.source(), decoupe);
    }

    private static AtelierDImport atelier(DataSource source, Decoupe decoupe) {
        return new AtelierDImport(source, Map.of(), decoupe);
    }

    /** Deux enfants et deux parents par famille ; les enfants se suivent, ou sont loin l'un de l'autre. */
    private static Annuaire familles(String date, String mail, int gardees) {
        Annuaire annuaire = Annuaire.complet(date).etablissement("501", "0330001A", "CLG$DU MOULIN$TALENCE", "COLLEGE");
        for (int i = 0; i < FAMILLES; i++) {
            annuaire.personne("29" + (100 + i), "Mme", nom(i), "Ana", mail + i + "@exemple.fr", "")
                    .personne("28" + (100 + i), "M.", nom(i), "Jean", "", "0639980001");
        }
        for (String rang : List.of("Ainé", "Cadet")) {
            for (int i = 0; i < gardees; i++) {
                annuaire.eleve(
                        "26" + (100 + i) + rang.length(),
                        nom(i),
                        rang + " " + nom(i),
                        "%02d/04/2012".formatted(1 + i % 28),
                        "501$5 B",
                        "29" + (100 + i) + "$10$1$1$1$1",
                        "28" + (100 + i) + "$20$0$1$0$0");
            }
        }
        return annuaire;
    }

    private static String nom(int i) {
        return "FAMILLE " + (char) ('A' + i % 26) + (char) ('A' + i / 26);
    }

    private Livraison valider(AtelierDImport atelier, Annuaire annuaire) throws Exception {
        Livraison livraison = atelier.preparer(annuaire.poser(dossier));
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        return livraison;
    }

    private List<String> attendu() throws Exception {
        base.vider();
        AtelierDImport seul = atelier(SEUL);
        seul.importer(familles("20261124", "un", FAMILLES), dossier);
        seul.importer(familles("20261125", "deux", FAMILLES - 2), dossier);
        return EtatImporte.lire(base);
    }

    @Test
    void deDeuxFilsOuDUnSeulLEtatEstLeMeme() throws Exception {
        List<String> attendu = attendu();
        base.vider();
        AtelierDImport deux = atelier(A_DEUX);
        for (Annuaire annuaire :
                List.of(familles("20261124", "un", FAMILLES), familles("20261125", "deux", FAMILLES - 2))) {
            Livraison livraison = valider(deux, annuaire);
            boolean[] coupee = {false};
            deux.application.appliquer(livraison, () -> coupee[0] |= base.compter(EN_TRANCHES) > 0);
            assertThat(coupee[0]).isTrue();
            Avancement avancement = deux.livraisons.avancement(livraison);
            assertThat(avancement.faits()).isEqualTo(avancement.total());
            deux.atelier.horloge.avancer(Duration.ofHours(1));
        }
        assertThat(EtatImporte.lire(base)).isEqualTo(attendu);
        assertThat(base.compter("SELECT COUNT(*) FROM livraison_tranche")).isZero();
    }

    /** Deux fils qui feraient des comptes de même identifiant, au numéro près, s'attendraient l'un l'autre d'un lot entier. */
    @Test
    void lesHomonymesSontDeLaMemeTranche() throws Exception {
        base.vider();
        AtelierDImport deux = atelier(A_DEUX);
        Annuaire annuaire = familles("20261124", "un", FAMILLES)
                .personne("30001", "Mme", "Fâmille AA", "ANA", "", "")
                .personne("30002", "M.", "famille-bá", "Jéan", "", "")
                .eleve("27001", "X", "Y", "01/04/2012", "501$5 B", "30001$10$1$1$1$1", "30002$20$0$1$0$0");
        Livraison livraison = valider(deux, annuaire);
        while (base.compter("SELECT COUNT(*) FROM livraison_tranche WHERE etape = " + Etape.PERSONNES.code()) == 0) {
            deux.application.avancer(livraison.id(), new Rythme(50));
        }
        Map<String, String> trancheDe = parNumero("SELECT p.numero, t.numero FROM livraison_personne AS p"
                + " JOIN livraison_tranche AS t ON p.rang > t.curseur AND p.rang <= t.jusqua"
                + " WHERE t.etape = " + Etape.PERSONNES.code());
        deux.application.appliquer(livraison, () -> {});
        Map<String, Set<String>> parRadical = new HashMap<>();
        parNumero("SELECT i.numero, REGEXP_REPLACE(r.identifiant, '[0-9]+$', '')"
                        + " FROM identite_responsable AS i JOIN responsable AS r ON r.id = i.responsable_id")
                .forEach((numero, radical) -> parRadical
                        .computeIfAbsent(radical, cle -> new HashSet<>())
                        .add(String.valueOf(trancheDe.get(numero))));
        assertThat(trancheDe).hasSize(2 * FAMILLES + 2);
        assertThat(parRadical)
                .hasSize(2 * FAMILLES)
                .allSatisfy((radical, siennes) -> assertThat(siennes).hasSize(1));
        assertThat(new HashSet<>(trancheDe.values())).hasSizeGreaterThan(4);
    }

    private Map<String, String> parNumero(String requete) throws SQLException {
        Map<String, String> lues = new HashMap<>();
        try (Connection connexion = base.source().getConnection();
                Statement ordre = connexion.createStatement();
                ResultSet lignes = ordre.executeQuery(requete)) {
            while (lignes.next()) {
                lues.put(lignes.getString(1), lignes.getString(2));
            }
        }
        return lues;
    }

    /** Avant qu'elle ne soit validée, ou après, sans que la réponse vienne : chaque lot, puis deux fils qui la reprennent. */
    @Test
    void coupeeDansUneTrancheElleFinitAuMemeEtat() throws Exception {
        base.vider();
        AtelierDImport sain = atelier(A_DEUX);
        sain.importer(familles("20261125", "un", FAMILLES), dossier);
        List<String> attendu = EtatImporte.lire(base);
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
                HikariDataSource source = base.source(mandataire.url(), 4)) {
            AtelierDImport coupe = atelier(source, A_DEUX);
            for (Coupure coupure : List.of(Coupure.AVANT_VALIDATION, Coupure.APRES_VALIDATION)) {
                for (int lot : List.of(3, 13, 30)) {
                    base.vider();
                    sain.atelier.horloge.arreterA(AtelierDImport.LE);
                    Livraison livraison = valider(sain, familles("20261125", "un", FAMILLES));
                    int avant = mandataire.coupures();
                    for (int i = 1; i <= lot; i++) {
                        if (i == lot) {
                            mandataire.couper(coupure);
                        }
                        avancer(coupe, livraison);
                    }
                    reprendre(coupe, livraison);
                    assertThat(mandataire.coupures()).isEqualTo(avant + 1);
                    assertThat(EtatImporte.lire(base))
                            .as("%s au lot %s", coupure, lot)
                            .isEqualTo(attendu);
                    Avancement avancement = sain.livraisons.avancement(livraison);
                    assertThat(avancement.faits()).isEqualTo(avancement.total());
                }
            }
        }
    }

    private static void avancer(AtelierDImport atelier, Livraison livraison) {
        try {
            atelier.application.avancer(livraison.id(), new Rythme(4));
        } catch (RuntimeException coupe) {
            assertThat(coupe).isNotNull();
        }
    }

    /** Toutes les liaisons tombent à la fois, comme si le processus était tué au milieu des lots de ses deux fils. */
    @Test
    void tueeAvecTousSesFilsElleFinitAuMemeEtat() throws Exception {
        base.vider();
        AtelierDImport sain = atelier(A_DEUX);
        sain.importer(familles("20261125", "un", FAMILLES), dossier);
        List<String> attendu = EtatImporte.lire(base);
        base.vider();
        sain.atelier.horloge.arreterA(AtelierDImport.LE);
        Livraison livraison = valider(sain, familles("20261125", "un", FAMILLES));
        MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port());
        try (HikariDataSource source = base.source(mandataire.url(), 4)) {
            AtelierDImport tue = atelier(source, A_DEUX);
            int[] reste = {3};
            assertThatThrownBy(() -> tue.application.appliquer(livraison, () -> {
                        if (base.compter(EN_TRANCHES) > 0 && --reste[0] == 0) {
                            partir(mandataire);
                        }
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(base.compter(EN_TRANCHES)).isOne();
        sain.application.appliquer(livraison, () -> {});
        assertThat(EtatImporte.lire(base)).isEqualTo(attendu);
    }

    private static void partir(MandataireMariaDb mandataire) {
        try {
            mandataire.partir();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void repriseDUnSeulFilElleFinitAuMemeEtat() throws Exception {
        List<String> attendu = attendu();
        base.vider();
        AtelierDImport deux = atelier(A_DEUX);
        AtelierDImport seul = atelier(SEUL);
        for (Annuaire annuaire :
                List.of(familles("20261124", "un", FAMILLES), familles("20261125", "deux", FAMILLES - 2))) {
            Livraison livraison = valider(deux, annuaire);
            while (base.compter("SELECT COUNT(*) FROM livraison_tranche WHERE faits > 0") == 0) {
                deux.application.avancer(livraison.id(), new Rythme(4));
            }
            seul.application.appliquer(livraison, () -> {});
            Avancement avancement = deux.livraisons.avancement(livraison);
            assertThat(avancement.faits()).isEqualTo(avancement.total());
            deux.atelier.horloge.avancer(Duration.ofHours(1));
            seul.atelier.horloge.avancer(Duration.ofHours(1));
        }
        assertThat(EtatImporte.lire(base)).isEqualTo(attendu);
    }

    /** Chacun garde le sien et ferme celui que l'annuaire lui avait fait : l'état est celui de parents qui l'auraient fait avant. */
    @ParameterizedTest
    @ValueSource(ints = {7, FAMILLES})
    void desParentsRegroupentPendantQueDesTranchesSeMenent(int aLaFois) throws Exception {
        List<String> attendu = regrouperPuisImporter();
        base.vider();
        AtelierDImport deux = atelier(A_DEUX);
        deux.importer(familles("20261124", "un", FAMILLES), dossier);
        List<long[]> parents = parents();
        Livraison livraison = valider(deux, familles("20261125", "deux", FAMILLES - 2));
        List<CompletableFuture<Void>> regroupements = new ArrayList<>();
        Iterator<long[]> suite = parents.iterator();
        deux.application.appliquer(livraison, () -> {
            for (int i = 0; i < aLaFois && suite.hasNext() && base.compter(EN_TRANCHES) > 0; i++) {
                long[] parent = suite.next();
                regroupements.add(CompletableFuture.runAsync(() -> regrouper(parent)));
            }
        });
        for (CompletableFuture<Void> regroupement : regroupements) {
            regroupement.get(1, TimeUnit.MINUTES);
        }
        assertThat(regroupements).hasSizeGreaterThanOrEqualTo(7);
        suite.forEachRemaining(this::regrouper);
        RegroupementsEntiers.exiger(new Requetes(base.base()));
        assertThat(etatDesLiens()).isEqualTo(attendu);
    }

    private List<String> regrouperPuisImporter() throws Exception {
        base.vider();
        AtelierDImport seul = atelier(SEUL);
        seul.importer(familles("20261124", "un", FAMILLES), dossier);
        parents().forEach(this::regrouper);
        seul.importer(familles("20261125", "deux", FAMILLES - 2), dossier);
        return etatDesLiens();
    }

    /** Sans les coordonnées ni les annonces, qui disent aussi lequel des deux est passé le premier. */
    private List<String> etatDesLiens() {
        return EtatImporte.lire(base).stream()
                .filter(ligne -> !ligne.startsWith("compte|") && !ligne.startsWith("evenement|"))
                .toList();
    }

    /** Le compte que garde un parent de chaque famille, et celui que l'annuaire lui a fait. */
    private List<long[]> parents() {
        Familles comptes = new Familles(base);
        List<long[]> parents = new ArrayList<>();
        for (int i = 0; i < FAMILLES; i++) {
            long ferme = base.compter(
                    "SELECT responsable_id FROM identite_responsable WHERE numero = '29" + (100 + i) + "'");
            parents.add(new long[] {comptes.actif("parent." + i), ferme});
            base.executer("UPDATE responsable SET nom_famille = '" + nom(i)
                    + "', prenom = 'Ana' WHERE identifiant = 'parent." + i + "'");
        }
        return parents;
    }

    /** À qui la livraison a changé un compte sous les yeux, l'étape 2 se remontre, et il valide de nouveau. */
    private void regrouper(long[] parent) {
        for (boolean fait = false; !fait; ) {
            try {
                DemandesDEssai.regrouper(new Atelier(base.source()), parent[0], parent[1]);
                fait = true;
            } catch (RegroupementRefuse e) {
                assertThat(e.code()).isEqualTo(RefusRegroupement.COMPTES_CHANGES);
            }
        }
    }

    /** Deux serveurs reprennent ensemble, de deux fils chacun. */
    private static void reprendre(AtelierDImport atelier, Livraison livraison) throws Exception {
        CompletableFuture<Void> autre =
                CompletableFuture.runAsync(() -> atelier.application.appliquer(livraison, () -> {}));
        atelier.application.appliquer(livraison, () -> {});
        autre.get(1, TimeUnit.MINUTES);
    }

    @Test
    void uneEtreinteSeRejoue() throws Exception {
        List<String> attendu = attendu();
        base.vider();
        AtelierDImport deux = atelier(A_DEUX);
        deux.importer(familles("20261124", "un", FAMILLES), dossier);
        Livraison livraison = valider(deux, familles("20261125", "deux", FAMILLES - 2));
        long etreintes = etreintes();
        try (Connection autre = base.base().administration().getConnection();
                Statement ordre = autre.createStatement()) {
            autre.setCatalog("teleservices");
            autre.setAutoCommit(false);
            // Lourde : la base choisit d'annuler l'autre, celle du lot.
            ordre.execute("INSERT INTO radical_identifiant (radical) SELECT CONCAT('lourd.', seq) FROM seq_1_to_2000");
            List<String> comptes = base.lire("SELECT i.responsable_id FROM livraison_personne AS p"
                    + " JOIN identite_responsable AS i ON i.id = p.identite_id ORDER BY p.rang LIMIT 2");
            verrouiller(ordre, comptes.get(1));
            CompletableFuture<Void> application =
                    CompletableFuture.runAsync(() -> deux.application.appliquer(livraison, () -> {}));
            attendreUnVerrou();
            verrouiller(ordre, comptes.get(0));
            assertThat(etreintes()).isGreaterThan(etreintes);
            autre.rollback();
            application.get(1, TimeUnit.MINUTES);
        }
        assertThat(EtatImporte.lire(base)).isEqualTo(attendu);
    }

    private static void verrouiller(Statement ordre, String compte) throws SQLException {
        ordre.executeQuery("SELECT id FROM responsable WHERE id = " + compte + " FOR UPDATE");
    }

    private long etreintes() throws SQLException {
        try (Connection connexion = base.base().administration().getConnection();
                Statement ordre = connexion.createStatement()) {
            return nombre(
                    ordre,
                    "SELECT variable_value FROM information_schema.global_status"
                            + " WHERE variable_name = 'Innodb_deadlocks'");
        }
    }

    /** Jusqu'à ce qu'un lot attende un compte. La base ne refait ce relevé que s'il n'a pas été lu depuis un dixième de seconde. */
    private void attendreUnVerrou() throws Exception {
        try (Connection connexion = base.base().administration().getConnection();
                Statement ordre = connexion.createStatement()) {
            while (nombre(ordre, "SELECT COUNT(*) FROM information_schema.innodb_lock_waits") == 0) {
                Thread.sleep(200);
            }
        }
    }

    private static long nombre(Statement ordre, String requete) throws SQLException {
        try (var lu = ordre.executeQuery(requete)) {
            lu.next();
            return lu.getLong(1);
        }
    }
}
