package fr.academie.teleservices.socle.persistance;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** Ce que Flyway dit en anglais, en une phrase qui dit quoi faire. */
final class FautesDesScripts {

    /** Identité refusée, et liaison impossible. Source : ISO/IEC 9075, classes 28 et 08. */
    private static final String IDENTITE = "28";

    private static final String LIAISON = "08";

    private FautesDesScripts() {}

    static String phrase(Flyway flyway, FlywayException faute) {
        SQLException sql = sql(faute);
        String etat = sql == null ? "" : String.valueOf(sql.getSQLState());
        if (etat.startsWith(IDENTITE)) {
            return "La base refuse le compte qui passe les scripts : vérifiez base.migration.utilisateur et son mot de"
                    + " passe, ou base.utilisateur s'il les passe lui-même (" + dit(sql) + ").";
        }
        if (etat.startsWith(LIAISON)) {
            return "La base ne répond pas au compte qui passe les scripts : vérifiez base.url et le serveur MariaDB ("
                    + dit(sql) + ").";
        }
        if (String.valueOf(faute.getMessage()).contains("non-empty schema")) {
            return "La base n'est pas vide et ne dit pas quels scripts y sont passés. Si l'académie a déjà les tables"
                    + " partagées (V001), écrivez « base.migration.depart = 1 » ; si des scripts ont été passés à la"
                    + " main, « Commande scripts noter VNNN » le dit à la base.";
        }
        return echoue(flyway)
                .map(script -> "Le script " + script + " s'est arrêté au milieu" + raison(sql)
                        + ". MariaDB garde ce qu'il avait déjà changé : remettez la base comme avant lui (la sauvegarde"
                        + " faite avant, ou à la main), puis « Commande scripts reparer » et « Commande scripts passer »"
                        + " (conf/DEPLOIEMENT.md).")
                .or(() -> retouches(flyway)
                        .map(noms -> "Des scripts déjà passés n'ont plus, dans ce WAR, le texte qu'ils avaient : "
                                + noms + ". Un script passé ne change jamais : déployez le WAR tel qu'il a été livré."))
                .orElseGet(() -> "Les scripts de sql/ n'ont pas pu passer" + raison(sql == null ? faute : sql) + ".");
    }

    private static Optional<String> echoue(Flyway flyway) {
        return Arrays.stream(tous(flyway))
                .filter(script -> script.getState().isFailed())
                .map(MigrationInfo::getScript)
                .findFirst();
    }

    private static Optional<String> retouches(Flyway flyway) {
        String noms = Arrays.stream(tous(flyway))
                .filter(script -> script.isApplied() && !script.isChecksumMatching())
                .map(MigrationInfo::getScript)
                .collect(Collectors.joining(", "));
        return noms.isEmpty() ? Optional.empty() : Optional.of(noms);
    }

    private static MigrationInfo[] tous(Flyway flyway) {
        try {
            return flyway.info().all();
        } catch (FlywayException e) {
            return new MigrationInfo[0];
        }
    }

    private static @Nullable SQLException sql(Throwable faute) {
        SQLException trouvee = null;
        for (Throwable cause = faute; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                trouvee = sql;
            }
        }
        return trouvee;
    }

    private static String raison(@Nullable Throwable cause) {
        return cause == null ? "" : " (" + dit(cause) + ")";
    }

    /** La première ligne : la suite cite le texte du script. */
    private static String dit(@Nullable Throwable cause) {
        return cause == null
                ? ""
                : String.valueOf(cause.getMessage())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
    }
}
