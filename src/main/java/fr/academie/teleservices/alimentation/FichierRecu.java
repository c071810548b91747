package fr.academie.teleservices.alimentation;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Un fichier remis : du XML, ou une archive ZIP qui n'en contient qu'un. Reconnu à ses premiers octets, jamais à son nom. */
public final class FichierRecu implements Closeable {

    private static final long MAXIMUM = 8L << 30;
    private static final int TETE = 2048;
    /** Un nom sert à reconnaître le fichier, dans une phrase et dans une colonne : celui d'une archive peut compter des milliers de signes. */
    private static final int LONGUEUR_D_UN_NOM = 100;

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final String nom;
    private final InputStream flux;
    private final @Nullable ZipFile archive;

    private FichierRecu(String nom, InputStream flux, @Nullable ZipFile archive) {
        this.nom = nom;
        this.flux = flux;
        this.archive = archive;
    }

    /**
     * Ouvre un fichier.
     *
     * @param nom celui sous lequel on l'a remis
     * @throws FichierRefuse VIDE, EXTRACTION_ONDE, ARCHIVE_…
     */
    public static FichierRecu ouvrir(String nom, Path chemin) throws FichierRefuse, IOException {
        try (InputStream debut = Files.newInputStream(chemin)) {
            byte[] tete = debut.readNBytes(TETE);
            if (tete.length == 0) {
                throw new FichierRefuse(CodeRemarque.VIDE, nom, 0);
            }
            if (commencePar(tete, ZIP)) {
                return dansLArchive(nom, chemin);
            }
            refuserOnde(nom, tete);
        }
        return new FichierRecu(nom, Files.newInputStream(chemin), null);
    }

    /** Le nom, coupé au milieu d'aucun signe s'il est plus long que ce qui se montre et se garde. */
    public static String abreger(String nom) {
        return nom.length() <= LONGUEUR_D_UN_NOM
                ? nom
                : nom.substring(0, nom.offsetByCodePoints(0, LONGUEUR_D_UN_NOM / 2)) + "…";
    }

    private static FichierRecu dansLArchive(String nom, Path chemin) throws FichierRefuse, IOException {
        ZipFile archive = ArchiveZip.ouvrir(nom, chemin);
        try {
            List<ZipArchiveEntry> fichiers = Collections.list(archive.getEntriesInPhysicalOrder());
            if (fichiers.isEmpty()) {
                throw new FichierRefuse(CodeRemarque.ARCHIVE_VIDE, nom, 0);
            }
            if (fichiers.size() > 1) {
                throw new FichierRefuse(CodeRemarque.ARCHIVE_DE_PLUSIEURS, nom, 0, String.valueOf(fichiers.size()));
            }
            ZipArchiveEntry fichier = fichiers.get(0);
            if (fichier.getName().matches("(?s).*[/\\\\:\\p{Cntrl}].*")) {
                throw new FichierRefuse(CodeRemarque.ARCHIVE_AVEC_CHEMIN, nom, 0, fichier.getName());
            }
            BufferedInputStream flux = new BufferedInputStream(
                    ArchiveZip.lire(archive, fichier, nom, Files.size(chemin), MAXIMUM), TETE * 4);
            String court = abreger(fichier.getName());
            verifierLaTete(court, flux);
            return new FichierRecu(court, flux, archive);
        } catch (FichierRefuse | IOException | RuntimeException e) {
            archive.close();
            if (e.getCause() instanceof FichierRefuse refus) {
                throw refus;
            }
            throw e;
        }
    }

    private static void verifierLaTete(String nom, BufferedInputStream flux) throws IOException, FichierRefuse {
        flux.mark(TETE);
        byte[] tete = flux.readNBytes(TETE);
        flux.reset();
        if (tete.length == 0) {
            throw new FichierRefuse(CodeRemarque.VIDE, nom, 0);
        }
        if (commencePar(tete, ZIP) || commencePar(tete, GZIP)) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_IMBRIQUEE, nom, 0);
        }
        refuserOnde(nom, tete);
    }

    /** Les colonnes d'ONDE, que ses versions accentuent ou non. */
    static void refuserOnde(String nom, byte[] tete) throws FichierRefuse {
        String titres = new String(tete, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (titres.contains(";") && titres.contains("nom responsable") && titres.contains("enfant")) {
            throw new FichierRefuse(CodeRemarque.EXTRACTION_ONDE, nom, 1);
        }
    }

    private static boolean commencePar(byte[] tete, byte[] marque) {
        return tete.length >= marque.length && tete[0] == marque[0] && tete[1] == marque[1];
    }

    /** Le nom du fichier XML : celui de l'archive est remplacé par celui de ce qu'elle contient. */
    public String nom() {
        return nom;
    }

    /** Son contenu, une seule fois. */
    public InputStream flux() {
        return flux;
    }

    @Override
    public void close() throws IOException {
        try {
            flux.close();
        } finally {
            if (archive != null) {
                archive.close();
            }
        }
    }
}
