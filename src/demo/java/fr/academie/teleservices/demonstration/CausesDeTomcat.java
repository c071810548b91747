package fr.academie.teleservices.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Retient ce que Tomcat journalise pendant le démarrage d'une application : il avale les exceptions de ses composants et n'en
 * laisse que cette trace.
 */
final class CausesDeTomcat extends Handler {

    private static final String NOTRE_CODE = "fr.academie.";

    private final Logger journal = Logger.getLogger("org.apache.catalina");
    private final List<Throwable> causes = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    CausesDeTomcat() {
        setLevel(Level.SEVERE);
        journal.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord trace) {
        if (!isLoggable(trace)) {
            return;
        }
        if (trace.getThrown() != null) {
            causes.add(trace.getThrown());
        } else if (trace.getMessage() != null) {
            messages.add(trace.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        journal.removeHandler(this);
    }

    synchronized @Nullable Throwable premiere() {
        return causes.isEmpty() ? null : causes.get(0);
    }

    /** La phrase la plus utile : celle d'une exception de l'application, sinon la cause première, sinon le journal. */
    synchronized String phrase() {
        Throwable premiere = premiere();
        return premiere != null ? phrase(premiere) : messages.isEmpty() ? "cause inconnue" : messages.get(0);
    }

    static String phrase(Throwable echec) {
        Throwable racine = echec;
        for (@Nullable Throwable t = echec; t != null; t = t.getCause()) {
            if (t.getClass().getName().startsWith(NOTRE_CODE) && t.getMessage() != null) {
                return t.getMessage();
            }
            racine = t;
        }
        return racine.getClass().getSimpleName() + " : " + racine.getMessage();
    }
}
