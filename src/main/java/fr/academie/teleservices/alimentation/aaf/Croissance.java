package fr.academie.teleservices.alimentation.aaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Si les fichiers d'une livraison grandissent encore : elle ne se prend qu'une minute après que plus rien n'y a changé. Ce qu'on a vu d'un
 * fichier (son nom, sa taille, sa date) se compare d'un regard à l'autre ; l'heure qu'il porte peut être celle d'une autre machine.
 */
public final class Croissance {

    /** Une copie qui s'arrête une minute est finie, ou perdue. */
    public static final Duration CALME = Duration.ofMinutes(1);

    private final Clock horloge;
    private final Map<Path, Vue> vues = new HashMap<>();

    /** Ce qu'on a vu d'une livraison, et depuis quand. */
    private record Vue(Map<String, Long> fichiers, Instant depuis) {}

    public Croissance(Clock horloge) {
        this.horloge = horloge;
    }

    /** Vrai si rien n'y a changé depuis une minute que l'on regarde. */
    public boolean finie(Path chemin) throws IOException {
        Map<String, Long> fichiers = fichiers(chemin);
        Instant maintenant = horloge.instant();
        Vue avant = vues.get(chemin);
        if (avant == null || !avant.fichiers().equals(fichiers)) {
            vues.put(chemin, new Vue(fichiers, maintenant));
            return false;
        }
        return !maintenant.isBefore(avant.depuis().plus(CALME));
    }

    /** Vrai si le dernier de ses fichiers a plus d'une minute : il n'y a rien à attendre. */
    public boolean ancienne(Path chemin) throws IOException {
        long limite = horloge.instant().minus(CALME).toEpochMilli();
        try (Stream<Path> tous = Files.walk(chemin)) {
            return tous.filter(Files::isRegularFile).allMatch(fichier -> date(fichier) < limite);
        }
    }

    /** N'en retient plus rien. */
    void oublier(Path chemin) {
        vues.remove(chemin);
    }

    private static Map<String, Long> fichiers(Path chemin) throws IOException {
        Map<String, Long> fichiers = new HashMap<>();
        try (Stream<Path> tous = Files.walk(chemin)) {
            for (Path fichier : tous.filter(Files::isRegularFile).toList()) {
                // La taille et la date se mêlent : l'une des deux change tant qu'on y écrit.
                fichiers.put(fichier.toString(), Files.size(fichier) * 31 + date(fichier));
            }
        }
        return fichiers;
    }

    private static long date(Path fichier) {
        try {
            return Files.getLastModifiedTime(fichier).toMillis();
        } catch (IOException disparu) {
            // Un fichier qui s'en va pendant qu'on regarde est un changement.
            return Long.MAX_VALUE;
        }
    }
}
