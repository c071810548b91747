package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Où en sont les réserves de connexions, transactions et lectures ; muettes par JNDI, dont le serveur d'applications tient la sienne. */
@Singleton
public final class MesuresDeLaReserve implements Mesurable {

    private final List<HikariDataSource> reserves;

    @Inject
    public MesuresDeLaReserve(DataSource source, Lectures lectures) {
        reserves = Stream.of(source instanceof HikariDataSource reserve ? reserve : null, lectures.reserve())
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@code connexionsPrises}, {@code connexionsAuPlus}, et {@code connexionsAttendues} : les demandes qui en attendent une. */
    @Override
    public List<Mesure> mesures() {
        return reserves.isEmpty()
                ? List.of()
                : List.of(
                        mesure("connexionsPrises", HikariPoolMXBean::getActiveConnections),
                        mesure("connexionsAttendues", HikariPoolMXBean::getThreadsAwaitingConnection),
                        new Mesure(
                                "connexionsAuPlus",
                                () -> reserves.stream()
                                        .mapToLong(HikariDataSource::getMaximumPoolSize)
                                        .sum()));
    }

    private Mesure mesure(String nom, ToLongFunction<HikariPoolMXBean> lecture) {
        return new Mesure(
                nom,
                () -> reserves.stream()
                        .map(HikariDataSource::getHikariPoolMXBean)
                        .filter(Objects::nonNull)
                        .mapToLong(lecture)
                        .sum());
    }
}
