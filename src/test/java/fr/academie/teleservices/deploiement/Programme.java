package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Un serveur de Debian, lancé au premier plan dans un dossier à lui ; il s'arrête avec {@link #close()} ou avec la machine virtuelle. */
final class Programme implements AutoCloseable {

    /** Les générations du ramasse-miettes, sans le sommaire des classes. Source : jcmd GC.heap_info, ramasse-miettes en série. */
    private static final Pattern OCCUPE = Pattern.compile("generation\\s+total \\d+K, used (\\d+)K");

    private static final Duration DELAI = Duration.ofSeconds(90);
    private static final Duration DELAI_D_ARRET = Duration.ofSeconds(20);

    private final Process processus;
    private final Path traces;
    private final Thread crochet;

    private Programme(Process processus, Path traces) {
        this.processus = processus;
        this.traces = traces;
        crochet = new Thread(processus::destroy, "arret-" + traces.getFileName());
        Runtime.getRuntime().addShutdownHook(crochet);
    }

    /**
     * Lance sans attendre.
     *
     * @param traces fichier qui reçoit ce que le programme écrit, à la suite
     */
    static Programme lancer(Path dossier, Path traces, Map<String, String> environnement, List<String> commande) {
        try {
            ProcessBuilder constructeur = new ProcessBuilder(commande)
                    .directory(dossier.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(traces.toFile()));
            constructeur.environment().putAll(environnement);
            Process processus = constructeur.start();
            processus.getOutputStream().close();
            return new Programme(processus, traces);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Attend que ce soit vrai ; si le programme meurt ou que rien ne vient, montre ce qu'il a écrit. */
    void attendre(String quoi, BooleanSupplier vrai) {
        long limite = System.nanoTime() + DELAI.toNanos();
        try {
            while (System.nanoTime() < limite && processus.isAlive()) {
                if (vrai.getAsBoolean()) {
                    return;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(quoi + " n'est pas venu. " + traces + " :\n" + lireLesTraces());
    }

    /** Attend que le programme écoute à ce port de 127.0.0.1. */
    void attendreLePort(int port) {
        attendre("le port " + port, () -> {
            try (Socket prise = new Socket()) {
                prise.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return true;
            } catch (IOException pasEncore) {
                return false;
            }
        });
    }

    /** Ce qu'une machine Java garde une fois sa mémoire ramassée, en mégaoctets. */
    long memoire() {
        jcmd("GC.run");
        Matcher occupe = OCCUPE.matcher(jcmd("GC.heap_info"));
        long kilos = 0;
        while (occupe.find()) {
            kilos += Long.parseLong(occupe.group(1));
        }
        return kilos / 1024;
    }

    private String jcmd(String ordre) {
        try {
            Process commande = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(processus.pid()),
                            ordre)
                    .redirectErrorStream(true)
                    .start();
            return new String(commande.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Le tue sans lui laisser finir quoi que ce soit, comme une panne. */
    void tuer() {
        processus.destroyForcibly();
        close();
    }

    private String lireLesTraces() {
        try {
            return Files.readString(traces, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        processus.destroy();
        try {
            if (!processus.waitFor(DELAI_D_ARRET.toSeconds(), TimeUnit.SECONDS)) {
                processus.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(crochet);
        } catch (InterruptedException e) {
            processus.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException arretEnCours) {
            processus.destroyForcibly();
        }
    }
}
