package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** La version du DSFR n'est dite qu'à npm : ni le POM ni une page ne la répètent. */
class VersionDuDsfrTest {

    private static final String PAQUET = "@gouvfr/dsfr";

    @Test
    void leVerrouDeNpmDitCelleQuIlVaChercher() throws IOException {
        JsonObject verrou = json("package-lock.json").getJsonObject("packages");

        assertThat(verrou.getJsonObject("node_modules/" + PAQUET).getString("version"))
                .isEqualTo(version());
    }

    @Test
    void niLePomNiUnePageNeLEcrivent() throws IOException {
        String version = version();
        try (Stream<Path> pages = Files.walk(Path.of("webapp"))) {
            List<Path> fautifs = Stream.concat(
                            Stream.of(Path.of("pom.xml")),
                            pages.filter(f -> f.toString().matches(".*\\.(xhtml|css|js|xml)")))
                    .filter(f -> lire(f).contains(version))
                    .toList();
            assertThat(fautifs).isEmpty();
        }
    }

    private static String version() throws IOException {
        return json("package.json").getJsonObject("dependencies").getString(PAQUET);
    }

    private static JsonObject json(String nom) throws IOException {
        try (JsonReader lecteur = Json.createReader(Files.newBufferedReader(Path.of("src/main/dsfr", nom)))) {
            return lecteur.readObject();
        }
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
