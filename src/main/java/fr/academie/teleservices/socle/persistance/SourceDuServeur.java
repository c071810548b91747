package fr.academie.teleservices.socle.persistance;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * La réserve de connexions du serveur d'applications (JNDI), qui ne fait pas attendre une connexion plus longtemps que ce qu'il reste de
 * {@link Patience} à la demande qui la prend. Elle éprouve l'une après l'autre celles qu'elle garde au repos, et n'a pas de borne pour toutes :
 * un autre fil attend à la place de la demande, et rend ce qui vient trop tard. Il rend aussi ce qu'elle a tenu longtemps : qui rend une
 * connexion perdue en ouvre une autre à qui l'attend, et attendrait une base muette à son tour.
 */
final class SourceDuServeur implements DataSource, AutoCloseable {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SourceDuServeur.class);

    /** Une demande que la base sert ne tient pas une connexion autant. */
    private static final long LONGTEMPS = Duration.ofSeconds(1).toNanos();

    private final DataSource source;
    private final ExecutorService fils = Executors.newCachedThreadPool(attente -> {
        Thread fil = new Thread(attente, "connexion-du-serveur");
        fil.setDaemon(true);
        return fil;
    });

    SourceDuServeur(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Patience patience = Patience.courante();
        if (!patience.estBornee()) {
            return source.getConnection();
        }
        long debut = System.nanoTime();
        int attente = patience.resteEnMs();
        CompletableFuture<Connection> prise = CompletableFuture.supplyAsync(this::prendre, fils);
        try {
            return aRendre(prise.get(attente, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw abandonner(prise, "la réserve du serveur n'a pas donné de connexion en " + attente + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException refus ? refus : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandonner(prise, "arrêt demandé pendant l'attente d'une connexion", e);
        } finally {
            patience.attendue(debut);
        }
    }

    /** La connexion qui viendra retournera aussitôt à la réserve. */
    private static SQLException abandonner(CompletableFuture<Connection> prise, String pourquoi, Exception cause) {
        CompletableFuture<Void> rendue = prise.thenAccept(SourceDuServeur::rendre);
        LOG.debug("{} : {}", pourquoi, rendue);
        return new SQLTransientConnectionException(pourquoi, "08001", cause);
    }

    private Connection aRendre(Connection prise) {
        long depuis = System.nanoTime();
        return (Connection) Proxy.newProxyInstance(
                SourceDuServeur.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (mandataire, methode, arguments) -> {
                    if (methode.getName().equals("close") && System.nanoTime() - depuis > LONGTEMPS) {
                        fils.execute(() -> rendre(prise));
                        return null;
                    }
                    return LecturesRefaites.appeler(methode, prise, arguments);
                });
    }

    private Connection prendre() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void rendre(Connection tardive) {
        try {
            tardive.close();
        } catch (SQLException e) {
            LOG.debug("Connexion perdue : la réserve ne la reprendra pas.", e);
        }
    }

    @Override
    public void close() {
        fils.shutdown();
    }

    /** @throws SQLFeatureNotSupportedException toujours : la réserve du serveur a son compte */
    @Override
    public Connection getConnection(String compte, String motDePasse) throws SQLException {
        throw new SQLFeatureNotSupportedException("la réserve du serveur a son compte");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter sortie) throws SQLException {
        source.setLogWriter(sortie);
    }

    @Override
    public void setLoginTimeout(int secondes) throws SQLException {
        source.setLoginTimeout(secondes);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(source) || source.isWrapperFor(type);
    }
}
