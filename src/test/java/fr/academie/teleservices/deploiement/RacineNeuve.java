package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Une Debian vide, faite par {@code debootstrap} du dépôt que la machine emploie, dans un dossier. Ce qui s'y lance a ses propres montages et
 * ses propres processus : il n'en reste rien quand il finit. Il faut être root ; systemd n'y tourne pas, aucun service n'y démarre seul.
 */
final class RacineNeuve implements AutoCloseable {

    private final Path dossier;

    private RacineNeuve(Path dossier) {
        this.dossier = dossier;
    }

    /** Ce qu'une commande a rendu : son code, et tout ce qu'elle a écrit. */
    record Sortie(int code, String texte) {}

    /** @param suite nom de la version de Debian */
    static RacineNeuve faire(Path dossier, String suite) throws IOException {
        Files.createDirectories(dossier.getParent());
        RacineNeuve racine = new RacineNeuve(dossier);
        Sortie faite = executer(List.of("debootstrap", "--variant=minbase", suite, dossier.toString(), depot()));
        if (faite.code() != 0) {
            throw new AssertionError(faite.texte());
        }
        Path refus = Files.writeString(racine.chemin("/usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n");
        if (!refus.toFile().setExecutable(true)) {
            throw new IOException(refus.toString());
        }
        return racine;
    }

    private static String depot() {
        return executer(List.of(
                        "apt-get",
                        "indextargets",
                        "--format",
                        "$(ORIGIN) $(COMPONENT) $(RELEASE) $(REPO_URI)",
                        "Created-By: Packages"))
                .texte()
                .lines()
                .filter(ligne -> ligne.matches("Debian main [a-z]+ \\S+"))
                .map(ligne -> ligne.substring(ligne.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("apt ne connaît ici aucun dépôt de Debian."));
    }

    /** Un fichier de la racine, vu de la machine. */
    Path chemin(String absolu) {
        return dossier.resolve(absolu.substring(1));
    }

    /** Lance dans la racine, par root, et attend. */
    Sortie passer(String... commande) {
        return executer(dedans(commande));
    }

    /** Lance dans la racine, par root, au premier plan ; {@link Programme#tuer()} arrête tout ce qui en est né. */
    Programme lancer(Path traces, String... commande) {
        return Programme.lancer(dossier, traces, Map.of(), dedans(commande));
    }

    private List<String> dedans(String... commande) {
        return Stream.concat(
                        Stream.of(
                                "unshare",
                                "--mount",
                                "--pid",
                                "--fork",
                                "--kill-child",
                                "--mount-proc=" + dossier.resolve("proc"),
                                "chroot",
                                dossier.toString()),
                        Stream.of(commande))
                .toList();
    }

    private static Sortie executer(List<String> commande) {
        try {
            Process processus =
                    new ProcessBuilder(commande).redirectErrorStream(true).start();
            processus.getOutputStream().close();
            String texte = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Sortie(processus.waitFor(), texte);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        executer(List.of("rm", "-rf", "--one-file-system", dossier.toString()));
    }
}
