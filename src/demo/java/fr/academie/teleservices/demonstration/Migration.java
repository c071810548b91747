package fr.academie.teleservices.demonstration;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Applique les scripts de {@code sql/} à une base d'essai, sans l'application. */
public final class Migration {

    private Migration() {}

    /** Crée le schéma entier. */
    public static void appliquer(BaseEmbarquee base) {
        Flyway.configure()
                .dataSource(base.url(), base.utilisateur(), base.motDePasse())
                .locations("filesystem:" + Path.of("sql").toAbsolutePath())
                .sqlMigrationSeparator("__")
                .load()
                .migrate();
    }
}
