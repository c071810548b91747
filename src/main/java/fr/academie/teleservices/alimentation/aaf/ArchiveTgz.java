package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Pose les fichiers d'un {@code .tgz} dans un dossier à lui : on n'y lit pas dans l'ordre que l'on veut. */
final class ArchiveTgz {

    private static final int GONFLEMENT = 100;
    private static final long SANS_CONTROLE = 1 << 20;

    private ArchiveTgz() {}

    /**
     * Pose les fichiers de l'annuaire que contient l'archive ; les autres sont passés.
     *
     * @param maximum ce qu'elle peut contenir en tout, en octets
     * @return le dossier, à effacer
     * @throws FichierRefuse ARCHIVE_ABIMEE, ARCHIVE_AVEC_CHEMIN, ARCHIVE_DEMESUREE, FICHIER_EN_DOUBLE
     */
    static Path poser(String nom, Path chemin, Path travail, long maximum) throws FichierRefuse, IOException {
        Path dossier = Files.createTempDirectory(travail, "livraison");
        try (InputStream fichier = Files.newInputStream(chemin);
                TarArchiveInputStream tar = new TarArchiveInputStream(GzipCompressorInputStream.builder()
                        .setInputStream(new BufferedInputStream(fichier))
                        .setDecompressConcatenated(true)
                        .get())) {
            long plafond = Math.min(maximum, SANS_CONTROLE + Files.size(chemin) * GONFLEMENT);
            for (TarArchiveEntry entree = tar.getNextEntry(); entree != null; entree = tar.getNextEntry()) {
                plafond -= Math.max(0, entree.getSize());
                if (plafond < 0) {
                    throw new FichierRefuse(CodeRemarque.ARCHIVE_DEMESUREE, nom, 0);
                }
                String sien = LivraisonAaf.nomSansDossier(nom, entree.getName());
                if (entree.isFile() && NomDeFichierAaf.lire(sien).isPresent()) {
                    copier(tar, dossier.resolve(sien), nom);
                }
            }
            return dossier;
        } catch (FichierRefuse | FileSystemException e) {
            effacer(dossier);
            throw e;
        } catch (IOException | RuntimeException e) {
            effacer(dossier);
            FichierRefuse refus = new FichierRefuse(CodeRemarque.ARCHIVE_ABIMEE, nom, 0);
            refus.initCause(e);
            throw refus;
        }
    }

    private static void copier(InputStream tar, Path cible, String nom) throws IOException, FichierRefuse {
        try (OutputStream sortie = Files.newOutputStream(cible, StandardOpenOption.CREATE_NEW)) {
            tar.transferTo(sortie);
        } catch (FileAlreadyExistsException e) {
            throw new FichierRefuse(CodeRemarque.FICHIER_EN_DOUBLE, nom, 0, String.valueOf(cible.getFileName()));
        }
    }

    static void effacer(Path dossier) throws IOException {
        List<Path> fichiers;
        try (Stream<Path> tous = Files.list(dossier)) {
            fichiers = tous.toList();
        }
        for (Path fichier : fichiers) {
            Files.delete(fichier);
        }
        Files.delete(dossier);
    }
}
