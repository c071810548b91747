package fr.academie.teleservices.socle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.Reglages.FormeDesTraces;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final Logger JOURNAL = Logger.getLogger("fr.academie.teleservices.EssaiDesTraces");

    private final Traces traces = new Traces();
    private final ByteArrayOutputStream sortie = new ByteArrayOutputStream();

    @AfterEach
    void rendre() {
        traces.rendre();
    }

    @Test
    void chaqueTraceEstUneLigneDeJsonAvecLaReferenceDeLaDemande() {
        traces.prendre(FormeDesTraces.JSON, sortie());
        ReferenceDeDemande.<RuntimeException, RuntimeException>sous(
                "7KQ2M4PX", () -> JOURNAL.log(Level.WARNING, "Élève « {0} »\nSEVERE: fausse ligne", "Noé"));
        JOURNAL.log(Level.SEVERE, "Panne", new IllegalStateException("cause"));

        List<JsonObject> lues = lues();
        assertThat(lues).hasSize(2);
        assertThat(lues.get(0).getString("demande")).isEqualTo("7KQ2M4PX");
        assertThat(lues.get(0).getString("niveau")).isEqualTo("WARNING");
        assertThat(lues.get(0).getString("source")).isEqualTo("fr.academie.teleservices.EssaiDesTraces");
        assertThat(lues.get(0).getString("message")).isEqualTo("Élève « Noé »\nSEVERE: fausse ligne");
        assertThat(lues.get(0).getString("le")).endsWith("Z");
        assertThat(lues.get(0)).doesNotContainKey("pile");
        assertThat(lues.get(1)).doesNotContainKey("demande");
        assertThat(lues.get(1).getString("pile")).contains("IllegalStateException: cause", "TracesTest");
    }

    @Test
    void uneTraceEnJsonNePasseQuUneFois() {
        Temoin tomcat = new Temoin();
        Logger.getLogger("").addHandler(tomcat);
        try {
            traces.prendre(FormeDesTraces.JSON, sortie());
            traces.prendre(FormeDesTraces.JSON, sortie());
            JOURNAL.warning("une fois");
            assertThat(lues()).hasSize(1);
            assertThat(tomcat.recues).isZero();

            traces.rendre();
            JOURNAL.warning("rendue à Tomcat");
            assertThat(lues()).hasSize(1);
            assertThat(tomcat.recues).isEqualTo(1);
        } finally {
            Logger.getLogger("").removeHandler(tomcat);
        }
    }

    @Test
    void enTexteRienNeChange() {
        Temoin tomcat = new Temoin();
        Logger.getLogger("").addHandler(tomcat);
        try {
            traces.prendre(FormeDesTraces.TEXTE, sortie());
            JOURNAL.warning("en texte");
            assertThat(sortie.size()).isZero();
            assertThat(tomcat.recues).isEqualTo(1);
        } finally {
            Logger.getLogger("").removeHandler(tomcat);
        }
    }

    @Test
    void uneReferenceSeDicteEtNeResteNiSurLeFilNiDansCeQuiLEntoure() {
        assertThat(ReferenceDeDemande.nouvelle()).matches("[A-HJ-NP-Z2-9]{8}");
        ReferenceDeDemande.<RuntimeException, RuntimeException>sous("EXTERNE2", () -> {
            ReferenceDeDemande.<RuntimeException, RuntimeException>sous(
                    "INTERNE2", () -> assertThat(ReferenceDeDemande.courante()).isEqualTo("INTERNE2"));
            assertThat(ReferenceDeDemande.courante()).isEqualTo("EXTERNE2");
        });
        assertThat(ReferenceDeDemande.courante()).isNull();
    }

    private Handler sortie() {
        return new StreamHandler(sortie, new SimpleFormatter()) {
            @Override
            public synchronized void publish(LogRecord trace) {
                super.publish(trace);
                flush();
            }
        };
    }

    private List<JsonObject> lues() {
        return sortie.toString(StandardCharsets.UTF_8)
                .lines()
                .map(FabriqueJson::lireObjet)
                .toList();
    }

    private static final class Temoin extends Handler {
        private int recues;

        @Override
        public void publish(LogRecord trace) {
            if (JOURNAL.getName().equals(trace.getLoggerName())) {
                recues++;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
