package fr.academie.teleservices.alimentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Une archive ZIP, ouverte sans la croire. */
public final class ArchiveZip {

    private ArchiveZip() {}

    /**
     * Ouvre une archive.
     *
     * @throws FichierRefuse ARCHIVE_ABIMEE
     */
    public static ZipFile ouvrir(String nom, Path chemin) throws FichierRefuse, IOException {
        try {
            return ZipFile.builder().setPath(chemin).get();
        } catch (java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_ABIMEE, nom, 0, e);
        }
    }

    /**
     * Le contenu d'un fichier de l'archive, surveillé : {@link FluxDArchive}.
     *
     * @param taille celle de l'archive, en octets
     * @param maximum ce que le fichier peut contenir, en octets
     * @throws FichierRefuse ARCHIVE_CHIFFREE, ARCHIVE_ABIMEE, ARCHIVE_DEMESUREE
     */
    public static InputStream lire(ZipFile archive, ZipArchiveEntry fichier, String nom, long taille, long maximum)
            throws FichierRefuse, IOException {
        if (!archive.canReadEntryData(fichier)) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_CHIFFREE, nom, 0);
        }
        long comprime = Math.max(1, Math.min(taille, fichier.getCompressedSize()));
        if (FluxDArchive.estDemesure(fichier.getSize(), comprime)) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_DEMESUREE, nom, 0);
        }
        try {
            InputStream brut = archive.getInputStream(fichier);
            if (brut == null) {
                throw new FichierRefuse(CodeRemarque.ARCHIVE_ABIMEE, nom, 0);
            }
            return new FluxDArchive(brut, nom, comprime, maximum, fichier.getCrc());
        } catch (RuntimeException e) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_ABIMEE, nom, 0, e);
        }
    }
}
