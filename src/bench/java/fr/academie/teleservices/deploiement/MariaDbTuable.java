package fr.academie.teleservices.deploiement;

import fr.academie.teleservices.demonstration.BaseEmbarquee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Un mariadbd que l'on tue et que l'on rallume sur les mêmes données, avec les mêmes réglages. */
final class MariaDbTuable implements AutoCloseable {

    private final Path dossier;
    private final BaseEmbarquee base;
    private final List<String> commande;
    private final Map<String, String> environnement;
    private @Nullable Programme revenu;

    /** @param dossier où vont ses traces, une fois revenu */
    MariaDbTuable(BaseEmbarquee base, Path dossier) throws IOException {
        this.base = base;
        this.dossier = Files.createDirectories(dossier);
        Path proc = Path.of("/proc", String.valueOf(base.processus().pid()));
        commande = mots(proc.resolve("cmdline"))
                .filter(mot -> !mot.startsWith("--init-file"))
                .toList();
        environnement = mots(proc.resolve("environ"))
                .filter(ligne -> ligne.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        ligne -> ligne.substring(0, ligne.indexOf('=')),
                        ligne -> ligne.substring(ligne.indexOf('=') + 1),
                        (un, autre) -> autre));
    }

    private static Stream<String> mots(Path fichier) throws IOException {
        return Stream.of(Files.readString(fichier).split("\0")).filter(mot -> !mot.isEmpty());
    }

    /** Le dossier de ses programmes. */
    Path programmes() {
        return Path.of(commande.get(0)).resolveSibling("").toAbsolutePath();
    }

    Map<String, String> environnement() {
        return environnement;
    }

    /** La valeur de ce réglage de sa ligne de commande. */
    String reglage(String nom) {
        return commande.stream()
                .filter(mot -> mot.startsWith(nom + "="))
                .map(mot -> mot.substring(nom.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** {@code kill -9}. */
    void tuer() {
        if (revenu == null) {
            ProcessHandle processus = base.processus();
            processus.destroyForcibly();
            processus.onExit().join();
        } else {
            revenu.tuer();
            revenu = null;
        }
    }

    void revenir() {
        revenir(Map.of());
    }

    /** @param variables d'environnement, en plus des siennes */
    void revenir(Map<String, String> variables) {
        Map<String, String> toutes = new HashMap<>(environnement);
        toutes.putAll(variables);
        Programme rallume = Programme.lancer(dossier, dossier.resolve("mariadbd.log"), toutes, commande);
        revenu = rallume;
        rallume.attendre("MariaDB", this::repond);
    }

    private boolean repond() {
        try (Connection connexion = base.administration().getConnection()) {
            return connexion.isValid(1);
        } catch (SQLException pasEncore) {
            return false;
        }
    }

    /** Éteint celui qui est revenu ; le premier s'éteint avec sa {@link BaseEmbarquee}. */
    @Override
    public void close() {
        if (revenu != null) {
            revenu.close();
            revenu = null;
        }
    }
}
