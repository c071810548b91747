package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Qui entre dans la base embarquée, avec quels droits : l'application, l'administrateur des essais, un lecteur de vue. */
final class AccesMariaDb {

    static final String NOM = "teleservices";
    static final String COLLATION = "utf8mb4_uca1400_ai_ci";
    private static final String ADMINISTRATION = "administration";
    /** Comme la réserve de l'application : les instants n'y suivent pas le fuseau de la machine. */
    private static final String EN_UTC = "?timezone=UTC&preserveInstants=true";

    private static final String ICI = "'@'127.0.0.1'";

    private final String secret;

    AccesMariaDb() {
        byte[] octets = new byte[16];
        new SecureRandom().nextBytes(octets);
        secret = HexFormat.of().formatHex(octets);
    }

    /** Écrit les droits, que le serveur exécute avant d'accepter une connexion ; le fichier est à effacer ensuite. */
    Path ecrire(Path dossier) throws IOException {
        Path droits = dossier.resolve("droits.sql");
        String[] ordres = {
            "CREATE DATABASE IF NOT EXISTS " + NOM + " CHARACTER SET utf8mb4 COLLATE " + COLLATION,
            "DROP DATABASE IF EXISTS test",
            "DELETE FROM mysql.db WHERE Db LIKE 'test%'",
            "DELETE FROM mysql.global_priv WHERE User = ''",
            "FLUSH PRIVILEGES",
            "CREATE OR REPLACE USER '" + NOM + ICI + " IDENTIFIED BY '" + NOM + "'",
            "GRANT ALL PRIVILEGES ON " + NOM + ".* TO '" + NOM + ICI,
            "CREATE OR REPLACE USER '" + ADMINISTRATION + ICI + " IDENTIFIED BY '" + secret + "'",
            "GRANT ALL PRIVILEGES ON *.* TO '" + ADMINISTRATION + ICI + " WITH GRANT OPTION"
        };
        Files.writeString(droits, String.join(";\n", ordres) + ";\n", StandardCharsets.UTF_8);
        return droits;
    }

    DataSource application(String url) {
        return source(url + EN_UTC, NOM, NOM);
    }

    /** Des connexions que {@code reset()} rend comme neuves. */
    DataSource administration(String url) {
        return source(url + "?useResetConnection=true", ADMINISTRATION, secret);
    }

    String motDePasseDesLecteurs() {
        return secret;
    }

    DataSource lecteur(String url, String vue, String utilisateur) {
        try (Connection connexion = administration(url).getConnection();
                Statement ordre = connexion.createStatement()) {
            ordre.execute("CREATE OR REPLACE USER '" + utilisateur + ICI + " IDENTIFIED BY '" + secret + "'");
            ordre.execute("GRANT SELECT ON " + NOM + "." + vue + " TO '" + utilisateur + ICI);
            return source(url + EN_UTC, utilisateur, secret);
        } catch (SQLException e) {
            throw new DemarrageImpossible("La vue « " + vue + " » manque dans la base.", e);
        }
    }

    private static DataSource source(String url, String utilisateur, String motDePasse) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(url);
            source.setUser(utilisateur);
            source.setPassword(motDePasse);
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
