package fr.academie.teleservices.alimentation.siecle.web;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Où les fichiers remis attendent d'être lus, et ce qu'ils peuvent peser. Chacun est écrit au fil de l'eau et effacé dès qu'il est lu ; ceux
 * qu'un arrêt brutal a laissés le sont au démarrage suivant.
 */
@Singleton
public final class DossierDesRemises {

    private static final String NOM = "siecle";
    private static final int FICHIERS = 2;
    /** Les en-têtes des parties, large. */
    private static final long AUTOUR = 100_000;

    /** Un fichier de cet âge n'est plus à personne : aucune lecture ne dure autant. */
    private static final Duration OUBLI = Duration.ofDays(1);

    private final Reglages.Alimentation reglages;
    private final Clock horloge;
    private volatile @Nullable Path dossier;

    @Inject
    public DossierDesRemises(Reglages reglages, Clock horloge) {
        this.reglages = reglages.alimentation();
        this.horloge = horloge;
    }

    /** Ce qu'un fichier peut peser, en octets. */
    long parFichier() {
        return reglages.octets();
    }

    /** Ce que tout l'envoi peut peser, en octets. */
    long parEnvoi() {
        return FICHIERS * reglages.octets() + AUTOUR;
    }

    /** Prépare le dossier et rend de quoi y recevoir : chaque fichier sur le disque, jamais en mémoire. */
    public MultipartConfigElement recevoir(ServletContext contexte) {
        try {
            Path prepare = Files.createDirectories(racine(contexte).resolve(NOM), aNousSeuls());
            nettoyer(prepare);
            dossier = prepare;
            return new MultipartConfigElement(prepare.toString(), parEnvoi(), parEnvoi(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Un chemin où rien n'est encore. */
    Path nouveau() {
        Path prepare = dossier;
        if (prepare == null) {
            throw new IllegalStateException("Le dossier des fichiers remis n'est pas prêt.");
        }
        return prepare.resolve(UUID.randomUUID().toString());
    }

    /** Des noms et des adresses d'enfants : lisibles du seul compte qui fait tourner le serveur, là où le système le permet. */
    private static FileAttribute<?>[] aNousSeuls() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path racine(ServletContext contexte) {
        Path choisie = reglages.dossier();
        return choisie == null ? ((File) contexte.getAttribute(ServletContext.TEMPDIR)).toPath() : choisie;
    }

    private void nettoyer(Path dossier) throws IOException {
        Instant avant = horloge.instant().minus(OUBLI);
        try (DirectoryStream<Path> restes = Files.newDirectoryStream(dossier)) {
            for (Path reste : restes) {
                if (Files.isRegularFile(reste)
                        && Files.getLastModifiedTime(reste).toInstant().isBefore(avant)) {
                    Files.deleteIfExists(reste);
                }
            }
        }
    }
}
