package fr.academie.teleservices.socle.trace;

import fr.academie.teleservices.socle.config.Reglages.FormeDesTraces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Met les traces de l'application, et des bibliothèques qu'elle embarque, à la forme réglée ({@code traces.forme}). En texte, rien ne change : ce sont
 * celles de Tomcat. En JSON, elles ne passent plus par les siennes et vont à la sortie d'erreur du serveur, que {@code journald} ou un conteneur recueille.
 */
@Singleton
public final class Traces {

    private static final List<String> SOURCES = List.of(
            "fr.academie.teleservices",
            "com.github.kagkarlsson",
            "com.sun.faces",
            "com.zaxxer.hikari",
            "jakarta.enterprise",
            "org.apereo.cas",
            "org.flywaydb",
            "org.jboss.weld",
            "org.mariadb");

    /** Les journaux changés : retenus, car {@code java.util.logging} oublierait ce que personne ne tient. */
    private final List<Logger> changes = new ArrayList<>();

    private @Nullable Handler sortie;

    /** Donne cette forme aux traces ; autre que celle de Tomcat, elles s'écrivent ici, sitôt dites. */
    public synchronized void prendre(FormeDesTraces forme, Handler ou) {
        if (forme == FormeDesTraces.TEXTE || sortie != null) {
            return;
        }
        ou.setFormatter(new FormeJson());
        ou.setLevel(Level.ALL);
        sortie = ou;
        for (String source : SOURCES) {
            Logger journal = Logger.getLogger(source);
            journal.setUseParentHandlers(false);
            journal.addHandler(ou);
            changes.add(journal);
        }
    }

    /** Rend les traces à Tomcat. */
    public synchronized void rendre() {
        Handler json = sortie;
        if (json == null) {
            return;
        }
        for (Logger journal : changes) {
            journal.removeHandler(json);
            journal.setUseParentHandlers(true);
        }
        changes.clear();
        json.flush();
        sortie = null;
    }
}
