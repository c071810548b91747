package fr.academie.teleservices.socle.persistance;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Applique les scripts numérotés de {@code sql/}, ou vérifie que l'administrateur de la base les a tous passés. Ce que Flyway en dit en
 * anglais devient une phrase qui dit quoi faire.
 */
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
     * Un script du WAR, ou que la base dit passé.
     *
     * @param nom celui de son fichier
     */
    public record Script(String nom, Etat etat) {}

    /** Où en est un script. */
    public enum Etat {
        PASSE,
        A_PASSER,
        /** Arrêté au milieu : ce qu'il avait changé l'est resté. */
        EN_ECHEC,
        /** Passé par une version plus récente, que ce WAR ne connaît pas. */
        PLUS_RECENT
    }

    /** Chaque script, dans leur ordre ; n'écrit rien. */
    public List<Script> scripts() {
        return dire(
                flyway(source),
                flyway -> Arrays.stream(flyway.info().all())
                        .filter(script -> !script.getScript().startsWith("<<"))
                        .map(script -> new Script(script.getScript(), etat(script.getState())))
                        .toList());
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
        if (base.migration()) {
            passer();
        } else {
            verifier();
        }
    }

    /**
     * Passe les scripts qui manquent, par le compte des scripts s'il y en a un ; rend leur nombre.
     *
     * @throws IllegalStateException si l'un s'arrête, avec ce qui reste à faire
     */
    public int passer() {
        return dire(flywayDesScripts(configuration()), flyway -> flyway.migrate().migrationsExecuted);
    }

    /**
     * Oublie le script qui s'est arrêté au milieu, pour qu'il puisse repasser. À qui a remis la base comme avant lui.
     *
     * @return combien étaient en échec
     */
    public int reparer() {
        return dire(
                flywayDesScripts(configuration()),
                flyway -> flyway.repair().migrationsRemoved.size());
    }

    /**
     * Tient pour passés, sans les exécuter, les scripts jusqu'à celui-là : l'administrateur de la base les a passés à la main.
     *
     * @param version {@code V044} ou {@code 44}
     * @return combien
     * @throws IllegalStateException si la base n'a pas une table ou une colonne que l'un d'eux ajoute, ou s'il n'existe pas : rien n'est noté
     */
    public int noter(String version) {
        MigrationVersion cible = version(version);
        List<MigrationInfo> aNoter = dire(
                flyway(source),
                flyway -> Arrays.stream(flyway.info().all())
                        .filter(script -> script.getState() == MigrationState.PENDING
                                && script.getVersion() != null
                                && script.getVersion().compareTo(cible) <= 0)
                        .toList());
        new TracesDesScripts(source)
                .exiger(aNoter.stream().map(MigrationInfo::getScript).toList());
        FluentConfiguration config =
                configuration().skipExecutingMigrations(true).target(cible);
        if (base.departMigration() == 0) {
            config.baselineOnMigrate(true).baselineVersion("0");
        }
        return dire(flywayDesScripts(config), flyway -> flyway.migrate().migrationsExecuted);
    }

    private MigrationVersion version(String saisie) {
        String numero = saisie.toUpperCase(Locale.ROOT).replaceFirst("^V", "");
        boolean connue = numero.matches("\\d{1,6}")
                && dire(
                        flyway(source),
                        flyway -> Arrays.stream(flyway.info().all())
                                .anyMatch(script ->
                                        MigrationVersion.fromVersion(numero).equals(script.getVersion())));
        if (!connue) {
            throw new IllegalStateException("Aucun script de ce WAR n'a le numéro « " + saisie + " ».");
        }
        return MigrationVersion.fromVersion(numero);
    }

    private static Etat etat(MigrationState etat) {
        return switch (etat) {
            case FAILED, FUTURE_FAILED, MISSING_FAILED -> Etat.EN_ECHEC;
            case FUTURE_SUCCESS, MISSING_SUCCESS -> Etat.PLUS_RECENT;
            case PENDING, IGNORED, ABOVE_TARGET, AVAILABLE -> Etat.A_PASSER;
            default -> Etat.PASSE;
        };
    }

    private Flyway flyway(DataSource celle) {
        return configuration().dataSource(celle).load();
    }

    private Flyway flywayDesScripts(FluentConfiguration config) {
        return config.dataSource(
                        base.utilisateurMigration() != null && base.url() != null
                                ? new ServeursEnSuite(
                                        base.url(),
                                        base.utilisateurMigration(),
                                        base.motDePasseMigration(),
                                        new Properties())
                                : source)
                .load();
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

    /** Ce que Flyway fait, et sa faute dite en français. */
    private static <T> T dire(Flyway flyway, Function<Flyway, T> geste) {
        try {
            return geste.apply(flyway);
        } catch (FlywayException e) {
            throw new IllegalStateException(FautesDesScripts.phrase(flyway, e), e);
        }
    }

    private static void exigerTousLesScripts(Flyway flyway) {
        List<String> manquants = dire(
                flyway,
                f -> Stream.of(f.info().all())
                        .filter(script -> script.getState().isFailed() || etat(script.getState()) == Etat.A_PASSER)
                        .map(MigrationInfo::getScript)
                        .toList());
        if (!manquants.isEmpty()) {
            throw new IllegalStateException("Scripts de sql/ à passer avant de démarrer : "
                    + manquants.stream().collect(Collectors.joining(", "))
                    + ". « Commande scripts passer » les passe ; s'ils l'ont été à la main, « Commande scripts noter "
                    + manquants.get(manquants.size() - 1).replaceFirst("_.*", "") + " » le dit (conf/DEPLOIEMENT.md).");
        }
    }
}
