package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Un dossier de données de MariaDB : neuf ou repris, et qui le tient. */
record DonneesMariaDb(Path dossier) {

    private static final long PLACE = 300;
    private static final String TEMOIN = "teleservices.pret";
    private static final String PID = "mariadbd.pid";

    /** Où mariadbd écrit son numéro de processus. */
    Path fichierDuProcessus() {
        return dossier.resolve(PID);
    }

    /**
     * Garde des données complètes si on le demande, sinon fait place nette.
     *
     * @return vrai si les données d'un démarrage précédent sont gardées
     */
    boolean preparer(boolean conserver) throws IOException {
        if (conserver && Files.exists(dossier.resolve(TEMOIN))) {
            return true;
        }
        Dossiers.effacer(dossier);
        Dossiers.exigerPlace(dossier, PLACE, "les données de MariaDB");
        return false;
    }

    /** Retient que la base a démarré au moins une fois sur ces données. */
    void marquerCompletes() throws IOException {
        Files.writeString(dossier.resolve(TEMOIN), "Données complètes.\n");
    }

    /** Refuse des données qu'un mariadbd encore en vie tient, et le nomme. */
    void refuserUnOrphelin() {
        ProcessHandle orphelin = processus();
        if (orphelin != null) {
            throw new DemarrageImpossible("Un serveur mariadbd d'une exécution précédente (processus " + orphelin.pid()
                    + ") tient encore les données « " + dossier
                    + " » : arrêtez cette démonstration, ou ce processus (kill "
                    + orphelin.pid() + "), puis recommencez.");
        }
    }

    /** Le mariadbd en vie qui tient ces données, d'après son fichier de processus. */
    @Nullable
    ProcessHandle processus() {
        try {
            long pid = Long.parseLong(Files.readString(fichierDuProcessus(), StandardCharsets.US_ASCII)
                    .strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(p ->
                            p.info().command().map(c -> c.contains("mariadbd")).orElse(true))
                    .orElse(null);
        } catch (IOException | NumberFormatException sansFichier) {
            return null;
        }
    }
}
