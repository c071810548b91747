package fr.academie.teleservices.socle.persistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Migrations.Etat;
import fr.academie.teleservices.socle.persistance.Migrations.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Les scripts passés, arrêtés au milieu, passés à la main : chacun a son issue, dite en français. */
class MigrationsTest {

    private static final String SCHEMA = "scripts_essai";

    private final BaseDEssai base = BaseDEssai.partagee();
    private HikariDataSource source;
    private Migrations migrations;

    @BeforeEach
    void installer() {
        String url = base.base().url().replaceFirst("/teleservices$", "/" + SCHEMA);
        base.executer(
                "DROP DATABASE IF EXISTS " + SCHEMA,
                "CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4",
                "GRANT ALL PRIVILEGES ON " + SCHEMA + ".* TO 'teleservices'@'127.0.0.1'");
        Reglages reglages = Atelier.reglages(Map.of("base.url", url, "base.mot_de_passe", "teleservices"));
        source = SourceDeDonnees.reserve(reglages.base());
        migrations = new Migrations(reglages, source);
    }

    @AfterEach
    void ranger() {
        source.close();
        base.executer("DROP DATABASE IF EXISTS " + SCHEMA);
    }

    @Test
    void unScriptArreteAuMilieuSeReparePuisRepasse() {
        migrations.passer();
        assertThat(migrations.scripts()).hasSizeGreaterThan(30).allMatch(script -> script.etat() == Etat.PASSE);
        // La table que le dernier fait est déjà là : son premier ordre ne peut plus se faire.
        dans("DELETE FROM teleservices_schema WHERE version = '056'");

        assertThatThrownBy(migrations::passer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "V056__tranches.sql s'est arrêté au milieu",
                        "livraison_tranche",
                        "scripts reparer",
                        "scripts passer");
        assertThat(dernier().etat()).isEqualTo(Etat.EN_ECHEC);
        assertThatThrownBy(migrations::appliquer).hasMessageContaining("s'est arrêté au milieu");
        assertThatThrownBy(migrations::verifier).hasMessageContaining("V056");

        dans("DROP TABLE livraison_tranche");
        assertThat(migrations.reparer()).isEqualTo(1);
        assertThat(migrations.passer()).isEqualTo(1);
        assertThat(dernier().etat()).isEqualTo(Etat.PASSE);
        assertThatCode(migrations::verifier).doesNotThrowAnyException();
    }

    @Test
    void desScriptsPassesALaMainSeNotent() {
        migrations.passer();
        int tous = migrations.scripts().size();
        dans("DROP TABLE teleservices_schema");

        assertThatThrownBy(migrations::verifier).hasMessageContainingAll("V001", "scripts noter V");
        assertThatThrownBy(migrations::passer).hasMessageContaining("n'est pas vide");
        assertThat(migrations.noter("V044")).isEqualTo(lus("044"));
        assertThat(migrations.noter(dernier().nom().substring(0, 4))).isEqualTo(tous - lus("044"));
        assertThatCode(migrations::verifier).doesNotThrowAnyException();
        assertThatThrownBy(() -> migrations.noter("V999")).hasMessageContaining("V999");
    }

    @Test
    void ceQuiNEstPasPasseNeSeNotePas() {
        migrations.passer();
        dans("DROP TABLE teleservices_schema");
        dans("DROP TABLE tache_passage");
        dans("ALTER TABLE responsable DROP COLUMN langue");

        assertThatThrownBy(() -> migrations.noter("V044"))
                .hasMessageContainingAll(
                        "Rien n'est noté",
                        "tache_passage (V014__taches.sql)",
                        "responsable.langue (V041__langues.sql)");
        assertThat(migrations.scripts()).allMatch(script -> script.etat() == Etat.A_PASSER);
    }

    @Test
    void unScriptRetoucheEstNomme() {
        migrations.passer();
        dans("UPDATE teleservices_schema SET checksum = 1 WHERE version = '003'");

        assertThatThrownBy(migrations::appliquer)
                .hasMessageContainingAll("V003__oubli.sql", "le texte qu'ils avaient", "tel qu'il a été livré");
    }

    @Test
    void unCompteRefuseEstDit() {
        Migrations refusees = new Migrations(
                Atelier.reglages(Map.of(
                        "base.url", base.base().url(),
                        "base.migration.utilisateur", "personne",
                        "base.migration.mot_de_passe", "faux")),
                source);

        assertThatThrownBy(refusees::appliquer).hasMessageContaining("vérifiez base.migration.utilisateur");
    }

    private int lus(String jusquA) {
        return (int) migrations.scripts().stream()
                .filter(script -> script.nom().substring(1, 4).compareTo(jusquA) <= 0)
                .count();
    }

    private Script dernier() {
        List<Script> tous = migrations.scripts();
        return tous.get(tous.size() - 1);
    }

    private void dans(String ordre) {
        try (Connection connexion = source.getConnection();
                Statement requete = connexion.createStatement()) {
            requete.execute(ordre);
            connexion.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
