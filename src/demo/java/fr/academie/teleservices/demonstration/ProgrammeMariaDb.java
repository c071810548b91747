package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Déplie une fois le programme MariaDB que le classpath apporte, dans le cache de l'utilisateur.
 *
 * <p>Deux machines virtuelles peuvent le faire en même temps : chacune déplie à part puis renomme, et la seconde garde le
 * résultat de la première.
 */
final class ProgrammeMariaDb {

    private static final long PLACE = 600;

    private ProgrammeMariaDb() {}

    /**
     * Le dossier du programme déplié.
     *
     * @param cache dossier de cache de la démonstration
     * @param emplacement chemin du programme dans le classpath, propre à la version et au système
     */
    static Path deplier(Path cache, String emplacement) {
        Path version = cache.resolve(nom(emplacement));
        Path programme = version.resolve("programme");
        if (Files.isDirectory(programme)) {
            return programme;
        }
        URL jar = ProgrammeMariaDb.class.getClassLoader().getResource(emplacement);
        if (jar == null) {
            throw new DemarrageImpossible("MariaDB n'est pas fournie pour ce système (" + System.getProperty("os.name")
                    + ", " + System.getProperty("os.arch")
                    + ") : la démonstration tourne sous Linux x86-64, macOS sur puce Apple et Windows.");
        }
        Dossiers.exigerPlace(version, PLACE, "déplier MariaDB");
        Path atelier = null;
        try {
            atelier = Files.createTempDirectory(version, "depliage-");
            copier(jar, emplacement, atelier);
            renommer(atelier, programme);
            return programme;
        } catch (IOException e) {
            throw new DemarrageImpossible(
                    "MariaDB n'a pas pu être dépliée sous « " + programme + " » : " + e.getMessage() + ".", e);
        } finally {
            nettoyer(atelier);
        }
    }

    private static String nom(String emplacement) {
        int version = emplacement.lastIndexOf("mariadb-");
        return (version < 0 ? emplacement : emplacement.substring(version)).replace('/', '-');
    }

    private static void copier(URL source, String emplacement, Path atelier) throws IOException {
        JarURLConnection connexion = (JarURLConnection) source.openConnection();
        connexion.setUseCaches(false);
        String prefixe = emplacement + "/";
        try (JarFile jar = connexion.getJarFile()) {
            Enumeration<JarEntry> entrees = jar.entries();
            while (entrees.hasMoreElements()) {
                JarEntry entree = entrees.nextElement();
                if (!entree.isDirectory() && entree.getName().startsWith(prefixe)) {
                    Path cible = atelier.resolve(entree.getName().substring(prefixe.length()))
                            .normalize();
                    if (!cible.startsWith(atelier)) {
                        throw new IOException("entrée hors du dossier : " + entree.getName());
                    }
                    Files.createDirectories(cible.getParent());
                    try (InputStream contenu = jar.getInputStream(entree)) {
                        Files.copy(contenu, cible);
                    }
                }
            }
        }
        for (String dossier : new String[] {"bin", "scripts"}) {
            rendreExecutables(atelier.resolve(dossier));
        }
    }

    private static void rendreExecutables(Path dossier) throws IOException {
        if (!Files.isDirectory(dossier)) {
            return;
        }
        try (Stream<Path> fichiers = Files.list(dossier)) {
            for (Path fichier : fichiers.toList()) {
                if (!fichier.toFile().setExecutable(true, false)) {
                    throw new IOException("« " + fichier + " » ne peut pas être rendu exécutable");
                }
            }
        }
    }

    private static void renommer(Path atelier, Path programme) throws IOException {
        try {
            Files.move(atelier, programme);
        } catch (IOException e) {
            if (!Files.isDirectory(programme)) {
                throw e;
            }
        }
    }

    private static void nettoyer(@Nullable Path atelier) {
        if (atelier != null) {
            Dossiers.effacerAuMieux(atelier);
        }
    }
}
