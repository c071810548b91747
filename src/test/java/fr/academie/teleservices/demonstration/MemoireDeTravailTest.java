package fr.academie.teleservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** En mémoire, un dossier abandonné par un processus mort s'efface ; celui d'un vivant reste. */
class MemoireDeTravailTest {

    /** Plus haut qu'aucun processus de Linux. */
    private static final long MORT = 1L << 40;

    @Test
    void seulCeQuUnProcessusMortALaisseEstEfface(@TempDir Path racine) throws IOException {
        long vivant = ProcessHandle.current().pid();
        Path sien = dossier(racine, "teleservices-base-" + vivant + "-1");
        Path abandonne = dossier(racine, "teleservices-base-" + MORT + "-1");
        Path autre = dossier(racine, "autre-" + MORT + "-1");

        MemoireDeTravail.effacerLesAbandonnes(racine);

        assertThat(sien).exists();
        assertThat(autre).exists();
        assertThat(abandonne).doesNotExist();
    }

    /** Le processus d'essai est mort sans son mariadbd : la base répond encore, ses fichiers restent. */
    @Test
    void lesDonneesDUnMariadbdEncoreEnVieRestent(@TempDir Path racine) throws IOException {
        Path tenu = dossier(racine, "teleservices-base-" + MORT + "-2");
        try (BaseEmbarquee base = BaseEmbarquee.demarrer(0, false)) {
            Files.writeString(
                    tenu.resolve("donnees").resolve("mariadbd.pid"),
                    base.processus().pid() + "\n");
            MemoireDeTravail.effacerLesAbandonnes(racine);
            assertThat(tenu).exists();
        }
        MemoireDeTravail.effacerLesAbandonnes(racine);
        assertThat(tenu).doesNotExist();
    }

    private static Path dossier(Path racine, String nom) throws IOException {
        Path dossier = Files.createDirectories(racine.resolve(nom).resolve("donnees"));
        Files.writeString(dossier.resolve("ibdata1"), "x");
        return racine.resolve(nom);
    }
}
