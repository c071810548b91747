package fr.academie.teleservices.banc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Une copie du WAR éclaté, et une page Faces de plus, où il n'y a rien : ce que coûte une page avant qu'on y mette quoi que ce soit. */
final class WarDuBanc implements AutoCloseable {

    /** Parmi les pages que chacun peut lire. */
    static final String VIDE = "/erreurs/vide";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr" xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core">
            <f:view contentType="text/html" encoding="UTF-8" transient="true">
            <head><title>Vide</title></head>
            <body></body>
            </f:view>
            </html>
            """;

    private final Path dossier;

    WarDuBanc(Path war) {
        try {
            dossier = Files.createTempDirectory("teleservices-banc-");
            try (Stream<Path> tous = Files.walk(war)) {
                for (Path source : tous.toList()) {
                    Path copie = dossier.resolve(war.relativize(source).toString());
                    if (Files.isDirectory(source)) {
                        Files.createDirectories(copie);
                    } else {
                        Files.copy(source, copie);
                    }
                }
            }
            Files.writeString(dossier.resolve(VIDE.substring(1) + ".xhtml"), PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path dossier() {
        return dossier;
    }

    @Override
    public void close() {
        try (Stream<Path> tous = Files.walk(dossier)) {
            for (Path chemin : tous.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(chemin);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
