package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Une réserve HikariCP qui ne fait pas attendre une connexion plus longtemps que ce qu'il reste de {@link Patience} à la demande qui la
 * prend. En fond, son attente est celle de ses réglages.
 */
final class Reserve extends HikariDataSource {

    Reserve(HikariConfig config) {
        super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Patience patience = Patience.courante();
        if (!patience.estBornee() || isClosed() || !(getHikariPoolMXBean() instanceof HikariPool reserve)) {
            return super.getConnection();
        }
        long debut = System.nanoTime();
        try {
            return reserve.getConnection(Math.min(getConnectionTimeout(), patience.resteEnMs()));
        } finally {
            patience.attendue(debut);
        }
    }
}
