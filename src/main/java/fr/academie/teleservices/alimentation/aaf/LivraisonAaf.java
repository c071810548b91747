package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.ArchiveZip;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRecu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Une livraison de l'annuaire : un dossier, un {@code .zip} ou un {@code .tgz}. Se ferme : le contenu d'un {@code .tgz} est posé à côté. */
public final class LivraisonAaf implements Closeable {

    /** Une académie entière fait deux à trois gigaoctets. */
    private static final long MAXIMUM = 32L << 30;

    private final SommaireAaf sommaire;
    private final Path source;
    private final Map<String, ZipArchiveEntry> dansLeZip;
    private final @Nullable ZipFile zip;
    private final @Nullable Path pose;

    private LivraisonAaf(
            SommaireAaf sommaire,
            Path source,
            Map<String, ZipArchiveEntry> dansLeZip,
            @Nullable ZipFile zip,
            @Nullable Path pose) {
        this.sommaire = sommaire;
        this.source = source;
        this.dansLeZip = dansLeZip;
        this.zip = zip;
        this.pose = pose;
    }

    /**
     * Ouvre une livraison et vérifie qu'elle est entière.
     *
     * @param travail un dossier où poser le contenu d'un {@code .tgz}
     * @throws FichierRefuse s'il manque un fichier, ou si l'archive est hostile
     */
    public static LivraisonAaf ouvrir(Path chemin, Path travail) throws FichierRefuse, IOException {
        String nom = String.valueOf(chemin.getFileName());
        if (Files.isDirectory(chemin)) {
            return new LivraisonAaf(sommaireDuDossier(nom, chemin), chemin, Map.of(), null, null);
        }
        if (nom.endsWith(".zip")) {
            return dansUnZip(nom, chemin);
        }
        if (nom.endsWith(".tgz") || nom.endsWith(".tar.gz")) {
            Path pose = ArchiveTgz.poser(nom, chemin, travail, MAXIMUM);
            try {
                return new LivraisonAaf(sommaireDuDossier(nom, pose), pose, Map.of(), null, pose);
            } catch (FichierRefuse | IOException e) {
                ArchiveTgz.effacer(pose);
                throw e;
            }
        }
        // Une extraction d'ONDE se reconnaît à son contenu, et a sa phrase.
        FichierRecu.ouvrir(nom, chemin).close();
        throw new FichierRefuse(CodeRemarque.LIVRAISON_SANS_FICHIER, nom, 0);
    }

    private static SommaireAaf sommaireDuDossier(String nom, Path dossier) throws FichierRefuse, IOException {
        List<String> noms;
        try (Stream<Path> fichiers = Files.list(dossier)) {
            noms = fichiers.filter(Files::isRegularFile)
                    .map(fichier -> String.valueOf(fichier.getFileName()))
                    .toList();
        }
        for (String fichier : noms) {
            if (fichier.endsWith(".csv")) {
                FichierRecu.ouvrir(fichier, dossier.resolve(fichier)).close();
            }
        }
        return SommaireAaf.de(nom, noms);
    }

    private static LivraisonAaf dansUnZip(String nom, Path chemin) throws FichierRefuse, IOException {
        ZipFile zip = ArchiveZip.ouvrir(nom, chemin);
        try {
            Map<String, ZipArchiveEntry> fichiers = new LinkedHashMap<>();
            List<String> noms = new ArrayList<>();
            for (ZipArchiveEntry fichier : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (!fichier.isDirectory()) {
                    String sien = nomSansDossier(nom, fichier.getName());
                    fichiers.put(sien, fichier);
                    noms.add(sien);
                }
            }
            return new LivraisonAaf(SommaireAaf.de(nom, noms), chemin, fichiers, zip, null);
        } catch (FichierRefuse | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Un dossier dans une archive est courant, et sans danger : son nom ne sert pas. Sortir de l'archive ne l'est pas. */
    static String nomSansDossier(String livraison, String nom) throws FichierRefuse {
        Set<String> parties = new HashSet<>(List.of(nom.split("/", -1)));
        if (nom.startsWith("/") || nom.contains("\\") || nom.contains(":") || parties.contains("..")) {
            throw new FichierRefuse(CodeRemarque.ARCHIVE_AVEC_CHEMIN, livraison, 0, nom);
        }
        return nom.substring(nom.lastIndexOf('/') + 1);
    }

    public SommaireAaf sommaire() {
        return sommaire;
    }

    /** Le contenu d'un fichier ; plusieurs peuvent se lire en même temps. */
    public InputStream ouvrir(SommaireAaf.Fichier fichier) throws FichierRefuse, IOException {
        ZipArchiveEntry entree = dansLeZip.get(fichier.nom());
        if (zip != null && entree != null) {
            return ArchiveZip.lire(zip, entree, fichier.nom(), Files.size(source), MAXIMUM);
        }
        return Files.newInputStream(source.resolve(fichier.nom()));
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
        if (pose != null) {
            ArchiveTgz.effacer(pose);
        }
    }
}
