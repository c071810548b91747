package fr.academie.teleservices.alimentation.siecle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.Atelier.Horloge;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierDesRemisesTest {

    private final Horloge horloge = new Horloge();

    @TempDir
    Path racine;

    @Test
    void chaqueFichierVaSurLeDisqueEtLEnvoiEnTientDeux() {
        MultipartConfigElement bornes =
                dossier(Map.of("alimentation.taille", "7")).recevoir(mock(ServletContext.class));
        assertThat(bornes.getFileSizeThreshold()).isZero();
        assertThat(bornes.getMaxRequestSize()).isBetween(14_000_000L, 14_200_000L);
        assertThat(Path.of(bornes.getLocation())).startsWith(racine).isDirectory();
    }

    @Test
    void sansReglageCEstLeDossierTemporaireDeLApplication() {
        ServletContext contexte = mock(ServletContext.class);
        when(contexte.getAttribute(ServletContext.TEMPDIR)).thenReturn(racine.toFile());
        DossierDesRemises parDefaut = new DossierDesRemises(Atelier.reglages(Map.of()), horloge);
        assertThat(Path.of(parDefaut.recevoir(contexte).getLocation())).startsWith(racine);
    }

    @Test
    void leCompteDuServeurSeulYLit() throws IOException {
        String location = dossier(Map.of()).recevoir(mock(ServletContext.class)).getLocation();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(location))))
                .isEqualTo("rwx------");
    }

    @Test
    void ceQuUnArretBrutalALaisseEstEffaceMaisPasCeQuUnAutreServeurLit() throws IOException {
        Path location =
                Path.of(dossier(Map.of()).recevoir(mock(ServletContext.class)).getLocation());
        Path oublie = Files.createFile(location.resolve("oublie"));
        Path enLecture = Files.createFile(location.resolve("en-lecture"));
        Files.setLastModifiedTime(oublie, FileTime.from(horloge.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(enLecture, FileTime.from(horloge.instant().minus(Duration.ofHours(23))));

        dossier(Map.of()).recevoir(mock(ServletContext.class));
        assertThat(oublie).doesNotExist();
        assertThat(enLecture).exists();
    }

    @Test
    void unDossierAbsentRelatifOuQuiEstUnFichierArreteLeDemarrage() throws IOException {
        Path fichier = Files.createFile(racine.resolve("fichier"));
        for (String faux : new String[] {"fichiers", racine.resolve("absent").toString(), fichier.toString()}) {
            assertThatThrownBy(() -> Atelier.reglages(Map.of("alimentation.dossier", faux)))
                    .isInstanceOf(ErreurDeConfiguration.class)
                    .hasMessageContainingAll("alimentation.dossier", faux, "où l'on peut écrire");
        }
        for (String fausse : new String[] {"0", "2001", "200 Mo"}) {
            assertThatThrownBy(() -> Atelier.reglages(Map.of("alimentation.taille", fausse)))
                    .isInstanceOf(ErreurDeConfiguration.class)
                    .hasMessageContaining("alimentation.taille");
        }
    }

    private DossierDesRemises dossier(Map<String, String> reglages) {
        Map<String, String> tous = new TreeMap<>(reglages);
        tous.put("alimentation.dossier", racine.toString());
        return new DossierDesRemises(Atelier.reglages(tous), horloge);
    }
}
