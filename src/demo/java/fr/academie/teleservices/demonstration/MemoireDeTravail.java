package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Le dossier temporaire d'une base : sur le disque, ou dans la mémoire que Linux tient pour un disque.
 *
 * <p>La base y valide de la même façon, et un mariadbd tué y laisse les mêmes fichiers ; seule l'attente du disque disparaît, qui est
 * la moitié du temps d'un essai quand deux processus écrivent.
 */
final class MemoireDeTravail {

    static final Path MEMOIRE = Path.of("/dev/shm");

    /** Ce qu'une base d'essai n'emplit jamais, plusieurs fois. */
    private static final long OCTETS_AU_MOINS = 2L << 30;

    private static final String PREFIXE = "teleservices-base-";
    private static final Pattern NOM = Pattern.compile(PREFIXE + "([0-9]+)-.*");

    private MemoireDeTravail() {}

    static Path surDisque() throws IOException {
        return Files.createTempDirectory(PREFIXE);
    }

    /** Un dossier neuf en mémoire ; sur le disque si elle manque ou si elle est petite (celle d'un conteneur : 64 Mio d'ordinaire). */
    static Path creer() throws IOException {
        if (!Files.isWritable(MEMOIRE) || Files.getFileStore(MEMOIRE).getUsableSpace() < OCTETS_AU_MOINS) {
            return surDisque();
        }
        effacerLesAbandonnes(MEMOIRE);
        return Files.createTempDirectory(
                MEMOIRE, PREFIXE + ProcessHandle.current().pid() + "-");
    }

    /** Ce qu'a laissé un processus tué tiendrait la mémoire jusqu'au redémarrage de la machine. */
    static void effacerLesAbandonnes(Path racine) throws IOException {
        List<Path> dossiers;
        try (Stream<Path> tous = Files.list(racine)) {
            dossiers = tous.filter(MemoireDeTravail::abandonne).toList();
        }
        dossiers.forEach(Dossiers::effacerAuMieux);
    }

    private static boolean abandonne(Path dossier) {
        Matcher nom = NOM.matcher(String.valueOf(dossier.getFileName()));
        return nom.matches()
                && ProcessHandle.of(Long.parseLong(nom.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty()
                && new DonneesMariaDb(dossier.resolve(BaseEmbarquee.DONNEES)).processus() == null;
    }
}
