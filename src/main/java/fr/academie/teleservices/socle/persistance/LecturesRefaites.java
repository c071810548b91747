package fr.academie.teleservices.socle.persistance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refait une fois une lecture hors transaction qui a perdu sa connexion : au retour d'une coupure, la réserve garde un instant des
 * connexions mortes. Dans une transaction, c'est le travail entier qui se rejoue ; une écriture ne l'est jamais.
 */
final class LecturesRefaites {

    private static final Logger LOG = LoggerFactory.getLogger(LecturesRefaites.class);
    private static final String LECTURE = "select";

    private final SqlSessionManager sessions;

    private LecturesRefaites(SqlSessionManager sessions) {
        this.sessions = sessions;
    }

    /** Ces sessions, dont les lectures hors transaction se refont. */
    static SqlSession sur(SqlSessionManager sessions) {
        LecturesRefaites lectures = new LecturesRefaites(sessions);
        return (SqlSession) Proxy.newProxyInstance(
                LecturesRefaites.class.getClassLoader(),
                new Class<?>[] {SqlSession.class},
                (mandataire, methode, arguments) -> lectures.faire(methode, arguments));
    }

    private @Nullable Object faire(Method methode, Object @Nullable [] arguments) throws Throwable {
        try {
            return methode.invoke(sessions, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (!estUneLecture(methode, arguments) || !PanneDeLaBase.estUneCoupure(cause)) {
                throw cause;
            }
            LOG.info("La lecture {} est refaite : {}.", methode.getName(), PanneDeLaBase.enBref(cause));
            try {
                return methode.invoke(sessions, arguments);
            } catch (InvocationTargetException encore) {
                throw encore.getCause();
            }
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
