package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.scolarite.LienCalcule.Effet;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Ce que la base portait avant le script V029 : nul import n'y touche, et le portable que le titulaire avait donné porte sa marque. */
class LiensDAvantLesOriginesTest {

    @Test
    void lePasseResteLegalEtNulImportNYTouche() throws Exception {
        try (BaseEmbarquee autre = BaseEmbarquee.demarrer(0, false)) {
            DataSource source = BaseDEssai.partagee().source(autre.url(), 4);
            try {
                monter(source, "28");
                Requetes base = new Requetes(autre);
                Familles familles = new Familles(autre);
                long compte = familles.actif("cristelle.durand");
                long identite = identite(base, compte);
                long[] eleves = {familles.eleve("Dylan"), familles.eleve("Florian"), familles.eleve("Noé")};
                familles.lier(compte, eleves[0], 1, 10, "ACTIF");
                familles.lier(compte, eleves[1], 1, 10, "RETIRE");
                familles.lier(compte, eleves[2], 1, 10, "CONTESTE");
                for (long eleve : eleves) {
                    base.executer("INSERT INTO constat (identite_id, eleve_id, niveau, lien, responsable_id) VALUES ("
                            + identite + ", " + eleve + ", 3, 90, " + compte + ")");
                }
                List<String> avant = liens(base);
                long nadia = familles.actif("nadia.benali");
                changerDeTelephone(base, compte, "2026-10-01 08:00:00");
                changerDeTelephone(base, compte, "2026-11-01 08:00:00");

                monter(source, "latest");

                Atelier atelier = new Atelier(source);
                List<LienCalcule> effets = atelier.transactions.executer(
                        () -> atelier.rattachements.recalculerLesComptes(List.of(compte), atelier.horloge.instant()));
                assertThat(effets)
                        .extracting(LienCalcule::effet)
                        .containsExactly(Effet.RESTE_SAISI, Effet.RESTE_RETIRE, Effet.RESTE_CONTESTE);
                assertThat(liens(base)).isEqualTo(avant);
                assertThat(base.lire("SELECT id, telephone_saisi_le FROM responsable ORDER BY id"))
                        .containsExactly(compte + "|2026-11-01 08:00:00.000", nadia + "|∅");
            } finally {
                ((HikariDataSource) source).close();
            }
        }
    }

    private static void changerDeTelephone(Requetes base, long compte, String le) {
        base.executer("INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, details) VALUES ('" + le
                + "', 'TELEPHONE_CHANGE', " + compte + ", 'cristelle.durand', 'RESPONSABLE', '{}')");
    }

    private static long identite(Requetes base, long compte) {
        base.executer("INSERT INTO identite_responsable (source, perimetre, numero, nom_famille, prenom, origine_id,"
                + " responsable_id) VALUES ('SIECLE', '0330001A', '7', 'DURAND', 'Cristelle', " + compte + ", " + compte
                + ")");
        return Long.parseLong(base.lire("SELECT id FROM identite_responsable").get(0));
    }

    private static List<String> liens(Requetes base) {
        return base.lire("SELECT id, eleve_id, niveau, lien, etat, depuis, conteste_le FROM rattachement ORDER BY id");
    }

    private static void monter(DataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:sql")
                .table("teleservices_schema")
                .target(version)
                .load()
                .migrate();
    }
}
