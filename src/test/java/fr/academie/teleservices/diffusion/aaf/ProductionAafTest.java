package fr.academie.teleservices.diffusion.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.aaf.FicheAaf;
import fr.academie.teleservices.alimentation.aaf.LecteurAaf;
import fr.academie.teleservices.alimentation.aaf.LivraisonAaf;
import fr.academie.teleservices.alimentation.aaf.RecuDeLAaf;
import fr.academie.teleservices.alimentation.aaf.SommaireAaf;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.socle.config.Reglages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que l'on écrit se relit par notre propre lecteur, sans remarque ni perte ; des différences mènent là où un complet mène. */
@Tag("fuseau")
class ProductionAafTest {

    private static final List<String> NOMS = List.of(
            "LEFÈVRE",
            "D'ALMEIDA",
            "D’ALMEIDA",
            "CŒURDELYS",
            "N'DIAYE & FILS",
            "<O'BRIEN>",
            "SAINT-ÉTIENNE",
            "ŁUKASZEWICZ",
            "NGUYỄN",
            "]]>",
            "&eacute;",
            "&amp;lt;",
            "MULLER \"JO\"",
            "ÅSTRÖM",
            "𝒜NTOINE",
            "李",
            "a$b");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    @TempDir
    private Path dossier;

    private ProductionAaf production;

    @BeforeEach
    void preparer() {
        base.vider();
        atelier.horloge.arreterA(Instant.parse("2026-11-27T01:30:00Z"));
        production = production(base.source(), 1000, 20_000);
    }

    @Test
    void unCompletDitChaqueCompteUneFoisEtChaqueLien() throws Exception {
        long mere =
                familles.compte("marie.lefevre", "CŒURDELYS", "LEFÈVRE", "Marie-Ève", "ACTIF", Familles.ARGON2, "NULL");
        base.executer("UPDATE responsable SET civilite = 'MME' WHERE id = " + mere);
        numero("AAF", "bordeaux-2D", "2900001", mere);
        long pere = familles.actif("jean.durand");
        familles.identite("77", pere);
        long sansNumero = familles.cree("sans.numero");
        long seul = familles.actif("sans.lien");
        numero("AAF", "bordeaux-2D", "2900099", seul);
        long noe = familles.eleve("Noé");
        base.executer("INSERT INTO identite_eleve (source, perimetre, numero, eleve_id) VALUES ('AAF', 'bordeaux-2D',"
                + " '2600003', " + noe + "), ('AAF', 'bordeaux-1D', '5', " + noe
                + "), ('SIECLE', '0330001A', '510003', "
                + noe + ")");
        familles.inscrire(noe, ecole("0330009J"), "CM2$B");
        long sansSource = familles.eleve("Inconnu");
        familles.lier(mere, noe, 1, 10, "ACTIF");
        familles.lier(pere, noe, 3, 20, "ACTIF");
        familles.lier(sansNumero, noe, 2, 90, "ACTIF");
        familles.lier(mere, sansSource, 1, 10, "ACTIF");
        long conteste = familles.actif("conteste");
        familles.lier(conteste, noe, 1, 20, "CONTESTE");

        Path livraison = production.produire(NatureAaf.DELTA).orElseThrow();

        assertThat(noms(livraison))
                .containsExactly(
                        "TELESERVICES_Complet_20261127_Eleve_0000.xml",
                        "TELESERVICES_Complet_20261127_EtabEducNat_0000.xml",
                        "TELESERVICES_Complet_20261127_PersRelEleve_0000.xml");
        RecuDeLAaf recu = relire(livraison);
        assertThat(recu.remarques).isEmpty();
        assertThat(recu.bilan.juste()).isTrue();
        assertThat(recu.personnes)
                .extracting(PersonneLue::numero)
                .containsExactly("2900001", "0330001A-77", "ts.sans.numero");
        assertThat(recu.personnes.get(0))
                .isEqualTo(new PersonneLue(
                        "2900001", "MME", "CŒURDELYS", "LEFÈVRE", "Marie-Ève", null, null, null, null, null));
        assertThat(recu.eleves).hasSize(1);
        assertThat(recu.eleves.get(0).numero()).isEqualTo("2600003");
        assertThat(recu.eleves.get(0).numeroSiecle()).isEqualTo("510003");
        assertThat(recu.liens)
                .extracting(
                        LienLu::personne,
                        l -> l.niveau().code(),
                        l -> l.parente().code())
                .containsExactlyInAnyOrder(
                        tuple("2900001", 1, 10), tuple("ts.sans.numero", 2, 90), tuple("0330001A-77", 3, 20));
        assertThat(recu.classes)
                .extracting(c -> c.structure() + " " + c.classe())
                .containsExactly("0330001A 5B", "0330009J CM2 B");
        assertThat(recu.etablissements).extracting(e -> e.uai()).containsExactly("0330001A", "0330009J");
    }

    @Test
    void niMailNiTelephoneNiMotDePasseNiCleNeSortent() throws IOException {
        long compte = familles.actif("cristelle.durand");
        base.executer(
                "UPDATE responsable SET telephone_portable = '+33612345678'",
                "ALTER TABLE eleve AUTO_INCREMENT = 987654");
        long dylan = familles.eleve("Dylan");
        base.executer(
                "INSERT INTO identite_eleve (source, perimetre, numero, eleve_id, ine) VALUES ('AAF', 'bordeaux-2D',"
                        + " '26', " + dylan + ", '123456789AB')");
        familles.lier(compte, dylan);
        Path livraison = production.produire(NatureAaf.COMPLET).orElseThrow();
        for (String nom : noms(livraison)) {
            assertThat(Files.readString(livraison.resolve(nom)))
                    .doesNotContain("exemple.fr", "612345678", "argon2", "123456789AB", String.valueOf(dylan));
        }
    }

    @Test
    void unRegroupementSeDitCommeUneFicheQuiPartEtDesLiensQuiChangent() throws Exception {
        long garde = familles.actif("cristelle.durand");
        long ferme = familles.actif("cristelle.durand2");
        numero("AAF", "bordeaux-2D", "20", garde);
        numero("AAF", "bordeaux-2D", "10", ferme);
        long dylan = eleve("Dylan", "1");
        long florian = eleve("Florian", "2");
        familles.lier(garde, dylan);
        familles.lier(ferme, florian);
        production.produire(NatureAaf.COMPLET);
        base.executer(
                "UPDATE rattachement SET responsable_id = " + garde,
                "UPDATE identite_responsable SET responsable_id = " + garde,
                "UPDATE responsable SET etat = 'FERME', mot_de_passe = NULL, ferme_le = UTC_TIMESTAMP(3), motif_fermeture ="
                        + " 'REGROUPEMENT' WHERE id = " + ferme);
        atelier.horloge.avancer(Duration.ofHours(24));

        Path delta = production.produire(NatureAaf.DELTA).orElseThrow();

        assertThat(noms(delta))
                .containsExactly(
                        "TELESERVICES_Delta_20261128_Eleve_0000.xml",
                        "TELESERVICES_Delta_20261128_PersRelEleve_0000.xml");
        assertThat(fiches(delta))
                .extracting(f -> f.operation() + " " + f.categorie().nom() + " " + f.id())
                .containsExactly("RETRAIT PersRelEleve 10", "MODIFICATION Eleve 2");
        atelier.horloge.avancer(Duration.ofHours(24));
        assertThat(production.produire(NatureAaf.DELTA)).isEmpty();
        assertThat(dossiers()).hasSize(2);
    }

    @Test
    void unNumeroQuePerdUnCompteEtQuUnAutrePrendNeSePerdPas() throws Exception {
        long un = familles.actif("un.compte");
        long deux = familles.actif("deux.comptes");
        familles.lier(un, eleve("Dylan", "1"));
        familles.lier(deux, eleve("Florian", "2"));
        numero("AAF", "bordeaux-2D", "77", deux);
        Path complet = production.produire(NatureAaf.COMPLET).orElseThrow();
        base.executer("UPDATE identite_responsable SET responsable_id = " + un);
        Map<String, FicheAaf> annuaire = appliquer(new TreeMap<>(), complet);
        appliquer(annuaire, suivante(NatureAaf.DELTA));
        assertThat(annuaire).isEqualTo(appliquer(new TreeMap<>(), suivante(NatureAaf.COMPLET)));
        assertThat(annuaire).containsKeys("PersRelEleve 77", "PersRelEleve ts.deux.comptes");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void quelleQueSoitLaBaseLesDifferencesMenentOuLeCompletMene(long graine) throws Exception {
        Random hasard = new Random(graine);
        production = production(base.source(), 1 + hasard.nextInt(7), 1 + hasard.nextInt(9));
        peupler(hasard, 12);
        Map<String, FicheAaf> annuaire = appliquer(
                new TreeMap<>(), production.produire(NatureAaf.COMPLET).orElseThrow());
        for (int jour = 0; jour < 4; jour++) {
            bouleverser(hasard);
            production.produire(NatureAaf.DELTA).ifPresent(delta -> appliquer(annuaire, delta));
            atelier.horloge.avancer(Duration.ofHours(24));
            Path complet = suivante(NatureAaf.COMPLET);
            assertThat(annuaire).isEqualTo(appliquer(new TreeMap<>(), complet));
            RecuDeLAaf recu = relire(complet);
            assertThat(recu.remarques).isEmpty();
            assertThat(recu.bilan.gardes(Sorte.PERSONNE))
                    .isEqualTo(
                            base.compter("SELECT COUNT(DISTINCT r.id) FROM responsable AS r JOIN rattachement AS l ON"
                                    + " l.responsable_id = r.id WHERE r.etat <> 'FERME' AND l.etat = 'ACTIF'"));
            assertThat(recu.personnes)
                    .extracting(PersonneLue::nomFamille, PersonneLue::prenom)
                    .containsExactlyInAnyOrderElementsOf(base
                            .lire("SELECT DISTINCT r.id, r.nom_famille, r.prenom FROM responsable AS r JOIN"
                                    + " rattachement AS l ON l.responsable_id = r.id WHERE l.etat = 'ACTIF'")
                            .stream()
                            .map(ligne -> ligne.split("\\|", -1))
                            .map(c -> tuple(c[1], c[2]))
                            .toList());
        }
    }

    @Test
    void tueEntreLeRenommageEtLaValidationLesDifferencesSeRedisent() throws Exception {
        familles.lier(familles.actif("cristelle.durand"), eleve("Dylan", "1"));
        production.produire(NatureAaf.COMPLET);
        base.executer("UPDATE responsable SET prenom = 'Christelle'");
        atelier.horloge.avancer(Duration.ofHours(24));
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            ProductionAaf mourante = production(base.source(mandataire.url(), 1), 10, 10);
            mandataire.couper(MandataireMariaDb.Coupure.AVANT_VALIDATION);
            assertThatThrownBy(() -> mourante.produire(NatureAaf.DELTA)).isInstanceOf(RuntimeException.class);
        }
        assertThat(dossiers()).hasSize(2);
        Path redite = suivante(NatureAaf.DELTA);
        assertThat(fiches(redite)).extracting(FicheAaf::operation).containsExactly(FicheAaf.Operation.MODIFICATION);
    }

    @Test
    void ceQuUnArretLaisseEnCoursNEstNiMontreNiGenant() throws Exception {
        Path enCours = Files.createDirectory(dossier.resolve(".en-cours"));
        Files.writeString(enCours.resolve("Eleve.autres.0"), "<ficAlim");
        familles.lier(familles.actif("cristelle.durand"), eleve("Dylan", "1"));
        relire(production.produire(NatureAaf.COMPLET).orElseThrow());
        assertThat(dossiers()).containsExactly("20261127T013000000Z_Complet");
    }

    @Test
    void uneFoisParJourEtUnInstantaneARelireEnDemandeUnCompletAussitot() throws Exception {
        familles.lier(familles.actif("cristelle.durand"), eleve("Dylan", "1"));
        assertThat(production.produireCeQuiEstDu()).isPresent();
        assertThat(production.produireCeQuiEstDu()).isEmpty();
        base.executer("UPDATE responsable SET prenom = 'Christelle'");
        assertThat(production.produireCeQuiEstDu()).isEmpty();
        // Il est 23 h 59 à Paris, puis minuit.
        atelier.horloge.arreterA(Instant.parse("2026-11-27T22:59:00Z"));
        assertThat(production.produireCeQuiEstDu()).isEmpty();
        atelier.horloge.avancer(Duration.ofMinutes(2));
        assertThat(production.produireCeQuiEstDu().orElseThrow().getFileName().toString())
                .endsWith("_Delta");
        atelier.horloge.avancer(Duration.ofMinutes(10));
        EvenementService evenements = new EvenementService(atelier.scolarite, atelier.transactions);
        atelier.transactions.executer(() -> evenements.annoncerEnNombre(1_000_000, atelier.horloge.instant()));
        atelier.horloge.avancer(Duration.ofMinutes(10));
        assertThat(production.produireCeQuiEstDu().orElseThrow().getFileName().toString())
                .endsWith("_Complet");
        assertThat(production.produireCeQuiEstDu()).isEmpty();
    }

    private ProductionAaf production(DataSource source, int page, int parFichier) {
        Reglages reglages = Atelier.reglages(
                Map.of("diffusion.aaf.dossier", dossier.toString(), "diffusion.aaf.perimetre", "bordeaux-2D"));
        Atelier sien = new Atelier(source);
        return new ProductionAaf(reglages, sien.transactions, sien.heure, atelier.horloge, page, parFichier);
    }

    private Path suivante(NatureAaf nature) {
        atelier.horloge.avancer(Duration.ofSeconds(1));
        return production.produire(nature).orElseThrow();
    }

    private void peupler(Random hasard, int combien) {
        for (int i = 0; i < combien; i++) {
            long compte = familles.compte(
                    "c" + UUID.randomUUID().toString().substring(0, 20),
                    nom(hasard),
                    hasard.nextInt(3) == 0 ? nom(hasard) : null,
                    nom(hasard),
                    "ACTIF",
                    Familles.ARGON2,
                    "NULL");
            if (hasard.nextInt(4) > 0) {
                numero("AAF", "bordeaux-2D", String.valueOf(hasard.nextInt(1_000_000_000)), compte);
            }
            for (int enfant = hasard.nextInt(4); enfant > 0; enfant--) {
                long eleve = hasard.nextBoolean()
                        ? eleve(nom(hasard), String.valueOf(hasard.nextInt(1_000_000_000)))
                        : familles.eleve(nom(hasard), "033000" + hasard.nextInt(10) + "B");
                familles.lier(compte, eleve, 1 + hasard.nextInt(3), hasard.nextBoolean() ? 10 : 20, "ACTIF");
            }
        }
    }

    private void bouleverser(Random hasard) {
        int reste = hasard.nextInt(3);
        base.executer(
                "UPDATE responsable SET prenom = 'Élo" + reste + "ïse' WHERE id % 3 = " + reste,
                "UPDATE rattachement SET etat = 'RETIRE' WHERE id % 5 = " + reste,
                "UPDATE rattachement SET etat = 'ACTIF' WHERE id % 5 = " + (reste + 1),
                "UPDATE inscription SET classe = '4e É' WHERE id % 4 = " + reste,
                "DELETE FROM identite_responsable WHERE id % 7 = " + reste,
                "UPDATE IGNORE identite_responsable AS i JOIN responsable AS r ON r.id = i.responsable_id + 1 SET"
                        + " i.responsable_id = r.id WHERE i.id % 4 = " + reste);
        peupler(hasard, hasard.nextInt(3));
    }

    private static String nom(Random hasard) {
        return NOMS.get(hasard.nextInt(NOMS.size()));
    }

    private long eleve(String prenom, String numero) {
        long eleve = familles.eleve(prenom);
        base.executer(
                "INSERT IGNORE INTO identite_eleve (source, perimetre, numero, eleve_id) VALUES ('AAF', 'bordeaux-2D', '"
                        + numero + "', " + eleve + ")");
        return eleve;
    }

    private void numero(String source, String perimetre, String numero, long compte) {
        base.executer(
                "INSERT IGNORE INTO identite_responsable (source, perimetre, numero, nom_famille, prenom, origine_id, responsable_id)"
                        + " VALUES ('" + source + "', '" + perimetre + "', '" + numero + "', 'X', 'Y', " + compte + ", "
                        + compte + ")");
    }

    private String ecole(String uai) {
        base.executer("INSERT INTO etablissement (uai, nature, nom) VALUES ('" + uai + "', 'ECOLE', 'École du Lac')");
        return uai;
    }

    private static RecuDeLAaf relire(Path livraison) throws FichierRefuse, IOException {
        try (LivraisonAaf ouverte = LivraisonAaf.ouvrir(livraison, livraison)) {
            return new RecuDeLAaf().lire(ouverte);
        }
    }

    private static List<FicheAaf> fiches(Path livraison) {
        List<FicheAaf> fiches = new ArrayList<>();
        List<Remarque> remarques = new ArrayList<>();
        try (LivraisonAaf ouverte = LivraisonAaf.ouvrir(livraison, livraison)) {
            SommaireAaf sommaire = ouverte.sommaire();
            for (SommaireAaf.Fichier fichier : sommaire.fichiers()) {
                try (InputStream flux = ouverte.ouvrir(fichier)) {
                    LecteurAaf.lire(fichier, sommaire.complete(), flux, fiches::add, remarques::add);
                }
            }
        } catch (FichierRefuse | IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(remarques).isEmpty();
        return fiches;
    }

    /** Ce qu'un annuaire devient quand il reçoit cette livraison : les lignes des fichiers n'y comptent pas. */
    private static Map<String, FicheAaf> appliquer(Map<String, FicheAaf> annuaire, Path livraison) {
        for (FicheAaf fiche : fiches(livraison)) {
            String cle = fiche.categorie().nom() + " " + fiche.id();
            if (fiche.operation() == FicheAaf.Operation.RETRAIT) {
                assertThat(annuaire.remove(cle)).as(cle).isNotNull();
            } else {
                FicheAaf avant = annuaire.put(
                        cle,
                        new FicheAaf(
                                FicheAaf.Operation.AJOUT,
                                fiche.categorie(),
                                fiche.id(),
                                fiche.valeurs(),
                                fiche.nomenclature(),
                                "",
                                0));
                assertThat(avant == null).as(cle).isEqualTo(fiche.operation() == FicheAaf.Operation.AJOUT);
            }
        }
        return annuaire;
    }

    private static List<String> noms(Path livraison) throws IOException {
        try (Stream<Path> fichiers = Files.list(livraison)) {
            return fichiers.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> dossiers() throws IOException {
        return noms(dossier);
    }
}
