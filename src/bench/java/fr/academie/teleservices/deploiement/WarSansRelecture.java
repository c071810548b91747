package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Le WAR livré, où le regroupement juge sur ce qu'il a lu avant de tenir les comptes : sa seule classe, récrite et recompilée. */
final class WarSansRelecture {

    private static final String CLASSE = "fr/academie/teleservices/regroupement/RegroupementService";
    private static final String SOUS_VERROU = """
                    Map<Long, Compte> tenus = comptes.verrouiller(ids);
                    List<Rattachement> liens = scolarite.verrouiller(ids);
            """;
    private static final String AVANT_LE_VERROU = """
                    ComptesDuLot lus = ComptesDuLot.de(new PlusieursLectures(regroupements.comptesDuLot(ids, maintenant)));
                    Map<Long, Compte> tenus = lus.comptes();
                    List<Rattachement> liens = lus.liens();
                    comptes.verrouiller(ids);
                    scolarite.verrouiller(ids);
            """;

    private WarSansRelecture() {}

    static Path faire(Path livre, Path dossier) throws IOException {
        Path travail = Files.createDirectories(dossier.resolve("sans-relecture"));
        Path source = travail.resolve("RegroupementService.java");
        new Modele(Path.of("src/main/java").resolve(CLASSE + ".java"))
                .remplacer(SOUS_VERROU, AVANT_LE_VERROU)
                .ecrire(source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        int fautes = javac.run(
                null,
                null,
                null,
                Stream.concat(
                                List.of("-proc:none", "-parameters", "-d", travail.toString(), "-cp").stream(),
                                Stream.of(System.getProperty("java.class.path"), source.toString()))
                        .toArray(String[]::new));
        if (fautes != 0) {
            throw new AssertionError("la classe récrite ne se compile pas");
        }
        Path war = Files.copy(livre, travail.resolve("sans-relecture.war"), StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem dedans = FileSystems.newFileSystem(war)) {
            for (Path classe : classes(travail.resolve(CLASSE).resolveSibling(""))) {
                Files.copy(
                        classe,
                        dedans.getPath("WEB-INF/classes")
                                .resolve(travail.relativize(classe).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return war;
    }

    private static List<Path> classes(Path dossier) throws IOException {
        try (Stream<Path> fichiers = Files.list(dossier)) {
            return fichiers.filter(fichier -> fichier.toString().endsWith(".class"))
                    .toList();
        }
    }
}
