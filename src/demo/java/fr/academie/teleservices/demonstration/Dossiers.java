package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Où la démonstration range ce qui lui survit (cache de l'utilisateur), et la place qu'il y faut. */
public final class Dossiers {

    private static final long MEBIOCTET = 1024L * 1024L;

    private Dossiers() {}

    /** Le dossier de cache de l'utilisateur, selon l'usage de son système. */
    public static Path cache() {
        Path maison = Path.of(System.getProperty("user.home"));
        String systeme = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path racine;
        if (systeme.contains("mac")) {
            racine = maison.resolve("Library").resolve("Caches");
        } else if (systeme.contains("windows")) {
            racine = variable("LOCALAPPDATA", maison.resolve("AppData").resolve("Local"));
        } else {
            racine = variable("XDG_CACHE_HOME", maison.resolve(".cache"));
        }
        return racine.resolve("teleservices");
    }

    private static Path variable(String nom, Path defaut) {
        String valeur = System.getenv(nom);
        return valeur == null || valeur.isBlank() ? defaut : Path.of(valeur);
    }

    /** Crée le dossier et refuse un disque où il reste moins que la place demandée. */
    public static void exigerPlace(Path dossier, long mebioctets, String pourQuoi) {
        long libres;
        try {
            Files.createDirectories(dossier);
            libres = Files.getFileStore(dossier).getUsableSpace() / MEBIOCTET;
        } catch (IOException e) {
            throw new DemarrageImpossible(
                    "Impossible de créer le dossier « " + dossier + " » pour " + pourQuoi + " (" + e.getMessage()
                            + ").",
                    e);
        }
        if (libres < mebioctets) {
            throw new DemarrageImpossible("Le disque est plein : il faut " + mebioctets + " Mio libres sous « "
                    + dossier + " » pour " + pourQuoi + ", il en reste " + libres + ".");
        }
    }

    /** Efface un dossier et son contenu ; absent, ne fait rien. */
    public static void effacer(Path dossier) throws IOException {
        if (!Files.exists(dossier)) {
            return;
        }
        Files.walkFileTree(dossier, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fichier, BasicFileAttributes attributs) throws IOException {
                Files.deleteIfExists(fichier);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path fichier, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path parcouru, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(parcouru);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Efface si c'est possible : un reste dans le dossier temporaire n'empêche pas de s'arrêter. */
    public static void effacerAuMieux(Path dossier) {
        try {
            effacer(dossier);
        } catch (IOException resteEnPlace) {
            dossier.toFile().deleteOnExit();
        }
    }
}
