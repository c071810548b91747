package fr.academie.teleservices.socle.trace;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Une trace par ligne, en JSON : {@code le} (UTC), {@code niveau}, {@code source}, {@code fil}, {@code demande} (absente hors d'une demande),
 * {@code message}, {@code pile} (absente sans exception). Un saut de ligne dans un message reste un caractère : il n'ajoute pas de ligne.
 */
public final class FormeJson extends Formatter {

    @Override
    public String format(LogRecord trace) {
        JsonObjectBuilder objet = FabriqueJson.objet()
                .add("le", trace.getInstant().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("niveau", trace.getLevel().getName())
                .add("source", String.valueOf(trace.getLoggerName()))
                .add("fil", Thread.currentThread().getName());
        String demande = ReferenceDeDemande.courante();
        if (demande != null) {
            objet.add("demande", demande);
        }
        objet.add("message", String.valueOf(formatMessage(trace)));
        if (trace.getThrown() != null) {
            StringWriter pile = new StringWriter();
            trace.getThrown().printStackTrace(new PrintWriter(pile, true));
            objet.add("pile", pile.toString());
        }
        return objet.build() + "\n";
    }
}
