package fr.academie.teleservices.opposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.academie.teleservices.demonstration.BaseEmbarquee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Requetes;
import fr.academie.teleservices.socle.securite.Jeton;
import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Un lien envoyé par la version précédente, encore dans une boîte quand le script V018 passe : il sert comme on l'avait promis. */
class LiensDAvantLesOppositionsTest {

    private final SecureRandom hasard = new SecureRandom();
    private final Jeton confirmee = Jeton.tirer(hasard);
    private final Jeton nonConfirmee = Jeton.tirer(hasard);
    private final Jeton servi = Jeton.tirer(hasard);
    private final Jeton perime = Jeton.tirer(hasard);

    @Test
    void chaqueOppositionOuverteSertEncoreEtUneFois() throws Exception {
        try (BaseEmbarquee autre = BaseEmbarquee.demarrer(0, false)) {
            DataSource source = BaseDEssai.partagee().source(autre.url(), 4);
            try {
                monter(source, "17");
                Requetes base = new Requetes(autre);
                Familles familles = new Familles(autre);
                long un = familles.actif("cristelle.durand");
                long deux = familles.actif("nadia.benali");
                base.executer("UPDATE responsable SET mail = 'voleur@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
                annoncer(base, un, confirmee, "UTC_TIMESTAMP(3) - INTERVAL 30 DAY", "INTERVAL 71 HOUR", "NULL");
                annoncer(base, deux, nonConfirmee, "NULL", "INTERVAL 1 HOUR", "NULL");
                annoncer(base, un, servi, "NULL", "INTERVAL 71 HOUR", "UTC_TIMESTAMP(3)");
                annoncer(base, un, perime, "NULL", "INTERVAL -1 MINUTE", "NULL");

                monter(source, "latest");

                Atelier atelier = new Atelier(source);
                assertThat(atelier.avis.adressesSures(un)).containsExactly("ancienne@exemple.fr", "voleur@exemple.fr");
                for (Jeton mort : List.of(servi, perime)) {
                    assertThat(atelier.oppositions.effet(mort.valeur())).isEmpty();
                    assertThatThrownBy(() -> atelier.oppositions.opposer(mort.valeur(), "192.0.2.7"))
                            .hasMessage("LIEN_PERIME");
                }
                for (Jeton vivant : List.of(confirmee, nonConfirmee)) {
                    assertThat(atelier.oppositions
                                    .effet(vivant.valeur())
                                    .orElseThrow()
                                    .prevision()
                                    .refus())
                            .isNull();
                    assertThat(atelier.oppositions.opposer(vivant.valeur(), "192.0.2.7"))
                            .isEqualTo(Changement.MAIL);
                    assertThatThrownBy(() -> atelier.oppositions.opposer(vivant.valeur(), "192.0.2.7"))
                            .hasMessage("LIEN_PERIME");
                }
                assertThat(base.lire("SELECT mail, mail_confirme_le IS NOT NULL FROM responsable ORDER BY id"))
                        .containsExactly("ancienne@exemple.fr|1", "ancienne@exemple.fr|0");
            } finally {
                ((HikariDataSource) source).close();
            }
        }
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

    private static void annoncer(
            Requetes base, long compte, Jeton jeton, String confirmeLe, String reste, String serviLe) {
        base.executer("INSERT INTO opposition_mail (responsable_id, empreinte, ancien_mail, ancien_confirme_le,"
                + " nouveau_mail, cree_le, expire_le, servi_le) VALUES (" + compte + ", '" + jeton.empreinte()
                + "', 'ancienne@exemple.fr', " + confirmeLe
                + ", 'voleur@exemple.fr', UTC_TIMESTAMP(3) - INTERVAL 1 DAY,"
                + " UTC_TIMESTAMP(3) + " + reste + ", " + serviLe + ")");
    }
}
