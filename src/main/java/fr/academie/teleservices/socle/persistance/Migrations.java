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
     * Amène le schéma à la version du WAR. Si {@code base.migration=non}, n'écrit rien et lève {@link IllegalStateException}
     * quand un script manque.
     */
    public void appliquer() {
        FluentConfiguration config = Flyway.configure(getClass().getClassLoader())
                .locations("classpath:sql")
                .table(HISTORIQUE)
                .encoding("UTF-8")
                .cleanDisabled(true)
                .validateMigrationNaming(true);
        if (base.utilisateurMigration() != null && base.url() != null) {
            config.dataSource(base.url(), base.utilisateurMigration(), base.motDePasseMigration());
        } else {
            config.dataSource(source);
        }
        if (base.departMigration() > 0) {
            config.baselineOnMigrate(true).baselineVersion(String.valueOf(base.departMigration()));
        }
        Flyway flyway = config.load();
        if (base.migration()) {
            flyway.migrate();
            return;
        }
        var enAttente = flyway.info().pending();
        if (enAttente.length > 0) {
            throw new IllegalStateException("Scripts de sql/ à passer avant de démarrer : "
                    + Arrays.stream(enAttente).map(m -> m.getScript()).collect(Collectors.joining(", ")) + ".");
        }
    }
}
