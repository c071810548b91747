package fr.academie.teleservices.demonstration.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.NomTronque;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.aaf.LivraisonAaf;
import fr.academie.teleservices.alimentation.aaf.RecuDeLAaf;
import fr.academie.teleservices.alimentation.siecle.LecteurSiecle;
import fr.academie.teleservices.alimentation.siecle.Recu;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.demonstration.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Les données de la démonstration : exactement les comptes annoncés, et assez de familles autour. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DonneesDeDemonstrationTest {

    private final Instant maintenant = Instant.parse("2026-11-22T10:00:00Z");
    private BaseEmbarquee base;

    @BeforeAll
    void remplir() {
        base = BaseEmbarquee.demarrer(0, false);
        Migration.appliquer(base);
        assertThat(remplirAu(maintenant)).isTrue();
    }

    @AfterAll
    void arreter() {
        base.close();
    }

    @Test
    void contientExactementLesComptesAnnonces() throws SQLException {
        assertThat(lignes("SELECT r.identifiant, r.etat, GROUP_CONCAT(e.prenom ORDER BY e.prenom)"
                        + " FROM responsable AS r LEFT JOIN rattachement AS l ON l.responsable_id = r.id"
                        + " LEFT JOIN eleve AS e ON e.id = l.eleve_id"
                        + " WHERE r.identifiant LIKE 'cristelle.durand%' OR r.identifiant = 'nadia.benali'"
                        + " GROUP BY r.id ORDER BY r.identifiant"))
                .containsExactly(
                        "cristelle.durand|ACTIF|Dylan",
                        "cristelle.durand1|CREE|Florian",
                        "cristelle.durand2|ACTIF|Dylan,Inès",
                        "cristelle.durand3|FERME|null",
                        "cristelle.durand4|CREE|Noé",
                        "nadia.benali|ACTIF|Yanis");
        assertThat(lignes("SELECT e.prenom, t.nature, t.nom FROM eleve AS e JOIN etablissement AS t ON t.uai = e.uai"
                        + " WHERE e.nom IN ('DURAND', 'BENALI') ORDER BY e.prenom"))
                .containsExactly(
                        "Dylan|COLLEGE|Collège Les Tilleuls",
                        "Florian|COLLEGE|Collège du Moulin",
                        "Inès|LYCEE|Lycée des Deux-Rives",
                        "Noé|ECOLE|École primaire Les Platanes",
                        "Yanis|ECOLE|École Louise-Michel");
    }

    @Test
    void chaqueMotDePasseAnnonceOuvreSonCompteSaufLeFerme() throws SQLException {
        Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
        for (CompteDeDemonstration compte : CompteDeDemonstration.tous()) {
            List<String> empreinte =
                    lignes("SELECT mot_de_passe FROM compte_cas WHERE identifiant = '" + compte.identifiant() + "'");
            if ("FERME".equals(compte.etat())) {
                assertThat(empreinte).isEmpty();
            } else {
                assertThat(empreinte).singleElement().asString().startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
                assertThat(argon2.matches(compte.motDePasse(), empreinte.get(0).substring("{argon2}".length())))
                        .as(compte.identifiant())
                        .isTrue();
            }
        }
    }

    @Test
    void lesProvisoiresVivent90JoursEtLUnEstExpire() throws SQLException {
        assertThat(lignes("SELECT identifiant, TIMESTAMPDIFF(DAY, cree_le, provisoire_expire_le),"
                        + " provisoire_expire_le > '2026-11-22 10:00:00' FROM responsable"
                        + " WHERE identifiant IN ('cristelle.durand1', 'cristelle.durand4') ORDER BY identifiant"))
                .containsExactly("cristelle.durand1|90|1", "cristelle.durand4|90|0");
    }

    @Test
    void lesComptesDeCristelleOntLaMemeIdentiteEtDesMailsDifferents() throws SQLException {
        String cristelle = " FROM responsable WHERE identifiant LIKE 'cristelle.durand%'";
        assertThat(lignes("SELECT DISTINCT LOWER(nom_famille), LOWER(prenom)" + cristelle))
                .containsExactly("durand|cristelle");
        assertThat(lignes("SELECT COUNT(DISTINCT BINARY prenom)" + cristelle)).containsExactly("2");
        assertThat(lignes("SELECT COUNT(DISTINCT mail)" + cristelle)).containsExactly("5");
    }

    @Test
    void lAgentEstLieAuCollegeDeFlorianEtLesProfilsSontLus() throws SQLException {
        assertThat(lignes("SELECT t.nom FROM agent AS a JOIN habilitation AS h ON h.agent_id = a.id"
                        + " JOIN etablissement AS t ON t.uai = h.uai WHERE a.identifiant = 'secretariat.moulin'"))
                .containsExactly("Collège du Moulin");
        assertThat(lignes("SELECT identifiant, profil FROM compte_cas WHERE profil <> 'RESPONSABLE' ORDER BY 1"))
                .containsExactly(
                        "assistance|ASSISTANCE",
                        "direction.moulin|ETABLISSEMENT",
                        "dylan.durand|ELEVE",
                        "secretariat.moulin|ETABLISSEMENT");
    }

    @Test
    void entoureDAuMoinsDeuxCentsFamillesPlausibles() throws SQLException {
        assertThat(nombre("SELECT COUNT(DISTINCT nom) FROM eleve")).isGreaterThan(80);
        assertThat(nombre("SELECT COUNT(*) FROM responsable")).isGreaterThan(330);
        assertThat(nombre("SELECT COUNT(*) FROM eleve")).isGreaterThan(400);
        assertThat(nombre("SELECT COUNT(*) FROM etablissement")).isEqualTo(8);
        assertThat(nombre("SELECT COUNT(DISTINCT mot_de_passe) FROM responsable"))
                .isLessThan(10);
        assertThat(nombre("SELECT COUNT(*) FROM responsable WHERE nom_famille REGEXP '''|-| '"))
                .isGreaterThan(20);
        assertThat(
                        nombre(
                                "SELECT COUNT(*) FROM (SELECT LOWER(prenom) AS p, LOWER(nom_famille) AS n FROM responsable"
                                        + " WHERE identifiant NOT LIKE 'cristelle.durand%' GROUP BY p, n HAVING COUNT(*) > 1) AS doubles"))
                .isGreaterThan(5);
        assertThat(nombre("SELECT COUNT(*) FROM eleve AS e WHERE NOT EXISTS (SELECT 1 FROM rattachement AS l"
                        + " WHERE l.eleve_id = e.id AND l.etat = 'ACTIF') AND NOT EXISTS (SELECT 1 FROM"
                        + " responsable_attendu_eleve AS m WHERE m.eleve_id = e.id)"))
                .isZero();
    }

    @Test
    void leCollegeDuMoulinADouzePersonnesAQuiCreerUnCompte() throws SQLException {
        assertThat(
                        lignes(
                                "SELECT e.classe, COUNT(DISTINCT a.id) FROM responsable_attendu AS a"
                                        + " JOIN responsable_attendu_eleve AS m ON m.attendu_id = a.id"
                                        + " JOIN eleve AS e ON e.id = m.eleve_id AND e.uai = a.uai GROUP BY e.classe ORDER BY e.classe"))
                .containsExactly("4B|5", "6A|9");
        assertThat(lignes("SELECT COUNT(*), COUNT(personne_id), SUM(adresse IS NULL), COUNT(responsable_id)"
                        + " FROM responsable_attendu"))
                .containsExactly("12|12|3|1");
        assertThat(lignes("SELECT r.identifiant, a.responsable_id IS NOT NULL FROM responsable_attendu AS a"
                        + " JOIN responsable AS r ON r.nom_famille = a.nom_famille AND r.prenom = a.prenom"
                        + " ORDER BY r.identifiant"))
                .containsExactly("anne-laure.kervella|1", "karine.vasseur|0");
    }

    @Test
    void lesFichiersAImporterParlentDeCesFamilles(@TempDir Path dossier) throws Exception {
        FichiersAImporter poses = FichiersAImporter.poser(dossier, Clock.fixed(maintenant, ZoneOffset.UTC));
        Recu siecle = new Recu(null);
        new LecteurSiecle(siecle)
                .lire(
                        "e",
                        poses.siecle().resolve("ElevesSansAdresses.xml"),
                        "r",
                        poses.siecle().resolve("ResponsablesAvecAdresses.xml"));
        assertThat(connus(siecle.eleves))
                .containsExactly("Florian", "Léonie", "Ibrahim", "Aïssatou", "Minh", "Nina", "Micha?");
        List<String> attendus = lignes("SELECT personne_id, nom_famille, prenom FROM responsable_attendu");
        assertThat(siecle.personnes.stream()
                        .filter(p -> attendus.contains(p.numero() + "|" + p.nomFamille() + "|" + p.prenom()))
                        .map(PersonneLue::numero))
                .containsExactly("481201", "481202", "481203", "481204", "481205", "481207");
        try (LivraisonAaf annuaire = LivraisonAaf.ouvrir(poses.annuaireComplet(), dossier)) {
            assertThat(connus(new RecuDeLAaf().lire(annuaire).eleves)).containsExactly("Dylan", "Robin", "Inès");
        }
    }

    /** Les prénoms de ceux qui ont déjà, et une seule fois, ce nom et cette naissance dans la base. */
    private List<String> connus(List<EleveLu> lus) throws SQLException {
        List<String> connus = new ArrayList<>();
        for (EleveLu lu : lus) {
            long memes =
                    lignes("SELECT nom, prenom FROM eleve WHERE date_naissance = '" + lu.naissance() + "'").stream()
                            .map(eleve -> eleve.split("\\|"))
                            .filter(eleve -> NomTronque.correspond(lu.nom(), eleve[0])
                                    && NomTronque.correspond(lu.prenom(), eleve[1]))
                            .count();
            if (memes == 1) {
                connus.add(lu.prenom());
            }
        }
        return connus;
    }

    @Test
    void lesClesDesEtablissementsSontJustes() throws SQLException {
        for (String uai : lignes("SELECT uai FROM etablissement")) {
            int nombre = Integer.parseInt(uai.substring(0, 7));
            assertThat(uai.charAt(7)).isEqualTo("ABCDEFGHJKLMNPRSTUVWXYZ".charAt(nombre % 23));
        }
    }

    @Test
    void neTouchePasUneBaseDejaRemplie() throws SQLException {
        String avant = lignes("CHECKSUM TABLE responsable, eleve, rattachement").toString();
        assertThat(remplirAu(maintenant.plus(Duration.ofDays(3)))).isFalse();
        assertThat(lignes("CHECKSUM TABLE responsable, eleve, rattachement")).hasToString(avant);
    }

    @Test
    void leCollegeDuMoulinADejaVecuEtNeRevitPas() throws SQLException {
        try (BaseEmbarquee vecue = BaseEmbarquee.demarrer(0, false)) {
            Migration.appliquer(vecue);
            DonneesDeDemonstration.remplir(vecue.source(), Clock.tickMillis(ZoneOffset.UTC));
            VieDuMoulin.raconter(vecue.source());
            VieDuMoulin.raconter(vecue.source());
            assertThat(lignes(vecue, "SELECT COUNT(*), DATEDIFF(UTC_TIMESTAMP(), MIN(fait_le)) FROM courrier"))
                    .containsExactly("8|48");
            assertThat(lignes(
                            vecue,
                            "SELECT p.identifiant, s.identifiant, g.etat FROM regroupement AS g"
                                    + " JOIN responsable AS p ON p.id = g.principal_id"
                                    + " JOIN responsable AS s ON s.id = g.secondaire_id"))
                    .containsExactly("helene.marchand|helene.marchand1|ACTIF");
            assertThat(lignes(
                            vecue,
                            "SELECT r.identifiant, e.prenom FROM rattachement AS l"
                                    + " JOIN responsable AS r ON r.id = l.responsable_id"
                                    + " JOIN eleve AS e ON e.id = l.eleve_id WHERE l.etat = 'CONTESTE'"
                                    + " AND e.nom IN ('MARCHAND', 'LACOSTE') ORDER BY 1"))
                    .containsExactly("bruno.marchand|Zoé", "mireille.lacoste|Théo");
            assertThat(lignes(
                            vecue,
                            "SELECT DATEDIFF(UTC_TIMESTAMP(), le) FROM journal WHERE action ="
                                    + " 'CONTESTATION' ORDER BY 1"))
                    .containsExactly("2", "9");
        }
    }

    private boolean remplirAu(Instant instant) {
        return DonneesDeDemonstration.remplir(base.source(), Clock.fixed(instant, ZoneOffset.UTC));
    }

    private long nombre(String sql) throws SQLException {
        return Long.parseLong(lignes(sql).get(0));
    }

    private List<String> lignes(String sql) throws SQLException {
        return lignes(base, sql);
    }

    private static List<String> lignes(BaseEmbarquee base, String sql) throws SQLException {
        List<String> lues = new ArrayList<>();
        try (Connection connexion = base.source().getConnection();
                Statement ordre = connexion.createStatement();
                ResultSet resultat = ordre.executeQuery(sql)) {
            int colonnes = resultat.getMetaData().getColumnCount();
            while (resultat.next()) {
                StringBuilder ligne = new StringBuilder();
                for (int i = 1; i <= colonnes; i++) {
                    ligne.append(i == 1 ? "" : "|").append(resultat.getString(i));
                }
                lues.add(ligne.toString());
            }
        }
        return lues;
    }
}
