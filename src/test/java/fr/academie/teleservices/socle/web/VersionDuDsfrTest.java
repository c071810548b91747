package fr.academie.teleservices.socle.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.VersionDuDsfr;
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

/** La version du DSFR est celle du POM : npm va chercher la même, et aucune page n'en écrit une autre. */
class VersionDuDsfrTest {

    private static final String PAQUET = "@gouvfr/dsfr";

    @Test
    void npmVaChercherCelleDuPom() throws IOException {
        String version = VersionDuDsfr.lire();
        JsonObject verrou = json("package-lock.json").getJsonObject("packages");

        assertThat(json("package.json").getJsonObject("dependencies").getString(PAQUET))
                .isEqualTo(version);
        assertThat(verrou.getJsonObject("").getJsonObject("dependencies").getString(PAQUET))
                .isEqualTo(version);
        assertThat(verrou.getJsonObject("node_modules/" + PAQUET).getString("version"))
                .isEqualTo(version);
    }

    @Test
    void aucunePageNeLEcrit() throws IOException {
        try (Stream<Path> fichiers = Files.walk(Path.of("webapp"))) {
            List<Path> fautifs = fichiers.filter(f -> f.toString().matches(".*\\.(xhtml|css|js|xml)"))
                    .filter(f -> lire(f).matches("(?s).*dsfr/\\d.*"))
                    .toList();
            assertThat(fautifs).isEmpty();
        }
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
