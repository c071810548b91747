package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

/** Où en est la réserve de connexions ; muette par JNDI, dont le serveur d'applications tient la sienne. */
@Singleton
public final class MesuresDeLaReserve implements Mesurable {

    private final DataSource source;

    @Inject
    public MesuresDeLaReserve(DataSource source) {
        this.source = source;
    }

    /** {@code connexionsPrises}, {@code connexionsAuPlus}, et {@code connexionsAttendues} : les demandes qui en attendent une. */
    @Override
    public List<Mesure> mesures() {
        return source instanceof HikariDataSource reserve
                ? List.of(
                        mesure(reserve, "connexionsPrises", HikariPoolMXBean::getActiveConnections),
                        mesure(reserve, "connexionsAttendues", HikariPoolMXBean::getThreadsAwaitingConnection),
                        new Mesure("connexionsAuPlus", reserve::getMaximumPoolSize))
                : List.of();
    }

    private static Mesure mesure(HikariDataSource reserve, String nom, ToLongFunction<HikariPoolMXBean> lecture) {
        return new Mesure(nom, () -> {
            HikariPoolMXBean etat = reserve.getHikariPoolMXBean();
            return etat == null ? 0 : lecture.applyAsLong(etat);
        });
    }
}
