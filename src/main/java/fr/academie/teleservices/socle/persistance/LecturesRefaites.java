package fr.academie.teleservices.socle.persistance;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fait les lectures hors transaction sur leurs propres connexions ({@link Lectures}), et refait une fois celle qui a perdu la sienne : au
 * retour d'une coupure, la réserve garde un instant des connexions mortes. Dans une transaction, c'est le travail entier qui se rejoue ; une
 * écriture ne l'est jamais, et n'a pas lieu hors d'une transaction. Devant quelqu'un, ce qu'elles attendent s'ôte de la {@link Patience} de la demande.
 */
final class LecturesRefaites {

    private static final Logger LOG = LoggerFactory.getLogger(LecturesRefaites.class);
    private static final String LECTURE = "select";
    private static final Set<String> ECRITURES = Set.of("insert", "update", "delete");

    private final SqlSessionManager sessions;
    private final Lectures lectures;

    private LecturesRefaites(SqlSessionManager sessions, Lectures lectures) {
        this.sessions = sessions;
        this.lectures = lectures;
    }

    /** Ces sessions, dont les lectures hors transaction viennent de là et se refont. */
    static SqlSession sur(SqlSessionManager sessions, Lectures lectures) {
        LecturesRefaites faites = new LecturesRefaites(sessions, lectures);
        return (SqlSession) Proxy.newProxyInstance(
                LecturesRefaites.class.getClassLoader(),
                new Class<?>[] {SqlSession.class},
                (mandataire, methode, arguments) -> faites.faire(methode, arguments));
    }

    private @Nullable Object faire(Method methode, Object @Nullable [] arguments) throws Throwable {
        if (!estUneLecture(methode, arguments)) {
            exigerUneTransaction(methode, arguments);
            return appeler(methode, sessions, arguments);
        }
        Patience patience = Patience.courante();
        patience.exigerQuIlEnReste();
        Patience.Essai essai = patience.essai();
        try {
            return lire(methode, arguments, patience, essai);
        } catch (RuntimeException e) {
            if (PanneDeLaBase.de(e).isEmpty()) {
                throw e;
            }
            essai.manque();
            if (!PanneDeLaBase.estUneCoupure(e) || !essai.permetUnAutre()) {
                throw e;
            }
            LOG.info("La lecture {} est refaite : {}.", methode.getName(), PanneDeLaBase.enBref(e));
        }
        essai = patience.essai();
        try {
            return lire(methode, arguments, patience, essai);
        } catch (RuntimeException e) {
            essai.manque();
            throw e;
        }
    }

    private @Nullable Object lire(
            Method methode, Object @Nullable [] arguments, Patience patience, Patience.Essai essai) throws Throwable {
        HikariDataSource reserve = lectures.reserve();
        if (reserve == null && !patience.estBornee()) {
            return appeler(methode, sessions, arguments);
        }
        try (SqlSession session =
                reserve == null ? sessions.openSession() : sessions.openSession(reserve.getConnection())) {
            Attente attente = patience.estBornee() ? Attente.borner(session.getConnection(), essai) : null;
            try {
                return appeler(methode, session, arguments);
            } finally {
                if (attente != null) {
                    attente.rendre();
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("Pas de connexion pour lire : " + e.getMessage(), e);
        }
    }

    /** Appelle cette méthode, avec ce qu'elle rend ou lève elle-même. */
    static @Nullable Object appeler(Method methode, Object cible, Object @Nullable [] arguments) throws Throwable {
        try {
            return methode.invoke(cible, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Une écriture seule ne se rejouerait pas, et rien ne bornerait ce qu'elle attend. */
    private void exigerUneTransaction(Method methode, Object @Nullable [] arguments) {
        boolean instruction = methode.getName().startsWith(LECTURE) || ECRITURES.contains(methode.getName());
        if (instruction && !sessions.isManagedSessionStarted()) {
            throw new IllegalStateException(
                    "Écriture hors d'une transaction : " + Objects.requireNonNull(arguments)[0]);
        }
    }

    private boolean estUneLecture(Method methode, Object @Nullable [] arguments) {
        return methode.getName().startsWith(LECTURE)
                && !sessions.isManagedSessionStarted()
                && arguments != null
                && arguments[0] instanceof String instruction
                && !sessions.getConfiguration().getMappedStatement(instruction).isDirtySelect();
    }
}
