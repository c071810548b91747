package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Applique les scripts numérotés de {@code sql/}, ou vérifie que l'administrateur de la base les a tous passés. */
@Singleton
public final class Migrations {

    private static final String HISTORIQUE = "teleservices_schema";

    private final Reglages.Base base;
    private final DataSource source;

    @Inject
    public Migrations(Reglages reglages, DataSource source) {
        this.base = reglages.base();
        this.source = source;
    }

    /**
     * Vérifie que le schéma est celui du WAR, sans rien écrire : une commande ne met pas la base à niveau, le serveur le fait.
     *
     * @throws IllegalStateException s'il manque un script
     */
    public void verifier() {
        exigerTousLesScripts(flyway(source));
    }

    /**
     * Amène le schéma à la version du WAR. Si {@code base.migration=non}, n'écrit rien et lève {@link IllegalStateException}
     * quand un script manque.
     */
    public void appliquer() {
        Flyway flyway = flyway(source);
        if (base.migration()) {
            if (base.utilisateurMigration() != null && base.url() != null) {
                flyway = configuration()
                        .dataSource(base.url(), base.utilisateurMigration(), base.motDePasseMigration())
                        .load();
            }
            flyway.migrate();
            return;
        }
        exigerTousLesScripts(flyway);
    }

    private Flyway flyway(DataSource celle) {
        return configuration().dataSource(celle).load();
    }

    private FluentConfiguration configuration() {
        FluentConfiguration config = Flyway.configure(getClass().getClassLoader())
                .locations("classpath:sql")
                .table(HISTORIQUE)
                .encoding("UTF-8")
                .cleanDisabled(true)
                .validateMigrationNaming(true);
        return base.departMigration() > 0
                ? config.baselineOnMigrate(true).baselineVersion(String.valueOf(base.departMigration()))
                : config;
    }

    private static void exigerTousLesScripts(Flyway flyway) {
        var enAttente = flyway.info().pending();
        if (enAttente.length > 0) {
            throw new IllegalStateException("Scripts de sql/ à passer avant de démarrer : "
                    + Arrays.stream(enAttente).map(m -> m.getScript()).collect(Collectors.joining(", ")) + ".");
        }
    }
}
