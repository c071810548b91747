package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Les noms que le portail emprunte au profil d'académie contenu dans le WAR.
 *
 * @param academie « Académie de Bordeaux »
 * @param ent « ARGOS / Osé »
 */
record ProfilDuWar(String academie, String ent) {

    private static final String SUFFIXE = ".properties";

    /** Lit le profil ; inconnu, dit lesquels existent. */
    static ProfilDuWar lire(Path war, String nom) {
        Path profils = dossier(war);
        Properties lu = new Properties();
        List<String> connus = noms(war);
        try {
            Path fichier = profils.resolve(nom + SUFFIXE).normalize();
            if (!profils.equals(fichier.getParent()) || !Files.exists(fichier)) {
                throw new DemarrageImpossible("Le profil d'académie « " + nom
                        + " » n'existe pas : l'option -Dacademie attend l'un de ceux-ci : " + String.join(", ", connus)
                        + ".");
            }
            try (Reader lecteur = Files.newBufferedReader(fichier, StandardCharsets.UTF_8)) {
                lu.load(lecteur);
            }
        } catch (IOException e) {
            throw new DemarrageImpossible("Le profil d'académie « " + nom + " » est illisible.", e);
        }
        return new ProfilDuWar(
                lu.getProperty("academie.nom", "Académie"),
                lu.getProperty("portail.nom", "Espace numérique de travail"));
    }

    /** Les profils que le WAR contient, par ordre alphabétique. */
    static List<String> noms(Path war) {
        try (Stream<Path> fichiers = Files.list(dossier(war))) {
            return fichiers.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(SUFFIXE))
                    .map(f -> f.substring(0, f.length() - SUFFIXE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DemarrageImpossible("Les profils d'académie du WAR sont illisibles.", e);
        }
    }

    private static Path dossier(Path war) {
        Path profils = war.resolve("WEB-INF").resolve("classes").resolve("academies");
        if (!Files.isDirectory(profils)) {
            throw new DemarrageImpossible("Le WAR éclaté manque à « " + war
                    + " » ou ne contient pas de profil d'académie : construisez-le par « mvn -DskipTests package ».");
        }
        return profils;
    }
}
