package fr.academie.teleservices.demonstration.apereo;

import fr.academie.teleservices.demonstration.DemarrageImpossible;
import fr.academie.teleservices.demonstration.Dossiers;
import fr.academie.teleservices.socle.securite.Empreinte;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Le WAR du CAS, que Maven a mis près du nôtre : dépaqueté une fois dans le cache de l'utilisateur, et complété de ce qui lit nos
 * comptes, compilé contre ses propres bibliothèques.
 *
 * @param bibliotheques dossier des jars du CAS
 * @param complement dossier de classes à mettre devant
 */
record WarCas(Path bibliotheques, Path complement) {

    private static final String BIBLIOTHEQUES = "WEB-INF/lib/";
    private static final String SOURCE = "ComptesDuSchemaPartage";
    private static final String CLASSE = "fr.academie.teleservices.cas." + SOURCE;
    private static final int PLACE_EN_MIO = 400;

    /** Dépaquette et compile ce qui ne l'a pas encore été. */
    static WarCas preparer(Path war) {
        if (!Files.isRegularFile(war)) {
            throw new DemarrageImpossible("Le CAS Apereo manque à « " + war
                    + " » : Maven l'y met (mvn verify, ou mvn -Pdemo -Dcas=apereo), s'il peut joindre son dépôt.");
        }
        try {
            Path nom = Objects.requireNonNull(war.getFileName());
            Path racine = Dossiers.cache().resolve(nom.toString().replaceAll("\\.war$", ""));
            Dossiers.exigerPlace(racine, PLACE_EN_MIO, "le CAS Apereo");
            Path bibliotheques = racine.resolve("lib");
            if (!Files.isDirectory(bibliotheques)) {
                poser(bibliotheques, dossier -> depaqueter(war, dossier));
            }
            String source = source();
            byte[] empreinte = Empreinte.sha256(source);
            Path complement = racine.resolve("complement-" + HexFormat.of().formatHex(empreinte, 0, 8));
            if (!Files.isDirectory(complement)) {
                poser(complement, dossier -> compiler(source, bibliotheques, dossier));
            }
            return new WarCas(bibliotheques, complement);
        } catch (IOException e) {
            throw new DemarrageImpossible("Le CAS Apereo n'a pas pu être dépaqueté : " + e.getMessage(), e);
        }
    }

    private interface Ecriture {
        void dans(Path dossier) throws IOException;
    }

    /** Remplit à côté puis renomme : un dépaquetage interrompu, ou mené deux fois de front, ne laisse rien de faux. */
    private static void poser(Path cible, Ecriture ecriture) throws IOException {
        Path parent = Objects.requireNonNull(cible.getParent());
        Path provisoire = Files.createTempDirectory(parent, "en-cours-");
        try {
            ecriture.dans(provisoire);
            Files.move(provisoire, cible);
        } catch (FileAlreadyExistsException poseParUnAutre) {
            Dossiers.effacerAuMieux(provisoire);
        } catch (IOException | RuntimeException e) {
            Dossiers.effacerAuMieux(provisoire);
            throw e;
        }
    }

    private static void depaqueter(Path war, Path dossier) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(war))) {
            for (ZipEntry entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                String nom = entree.getName();
                if (nom.matches(BIBLIOTHEQUES + "[^/]+\\.jar")) {
                    Files.copy(zip, dossier.resolve(nom.substring(BIBLIOTHEQUES.length())));
                }
            }
        }
    }

    private static void compiler(String source, Path bibliotheques, Path dossier) throws IOException {
        JavaCompiler compilateur = ToolProvider.getSystemJavaCompiler();
        if (compilateur == null) {
            throw new DemarrageImpossible("Le CAS Apereo demande un JDK ; seul un JRE est installé.");
        }
        StringWriter dit = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-cp", jars(bibliotheques), "-d", dossier.toString(), "-encoding", "UTF-8");
        boolean fait = compilateur
                .getTask(dit, null, null, options, null, List.of(new SourceEnMemoire(source)))
                .call();
        if (!fait) {
            throw new DemarrageImpossible("Le lecteur des comptes du CAS Apereo ne se compile pas :\n" + dit);
        }
        Path declaration = dossier.resolve("META-INF/spring");
        Files.createDirectories(declaration);
        Files.writeString(
                declaration.resolve("org.springframework.boot.autoconfigure.AutoConfiguration.imports"), CLASSE + "\n");
    }

    private static String jars(Path bibliotheques) throws IOException {
        try (Stream<Path> fichiers = Files.list(bibliotheques)) {
            return fichiers.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String source() throws IOException {
        try (InputStream flux = WarCas.class.getResourceAsStream(SOURCE + ".java")) {
            return new String(Objects.requireNonNull(flux).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class SourceEnMemoire extends SimpleJavaFileObject {

        private final String texte;

        SourceEnMemoire(String texte) {
            super(URI.create("memoire:///" + CLASSE.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.texte = texte;
        }

        @Override
        public CharSequence getCharContent(boolean ignorerLesErreurs) {
            return texte;
        }
    }
}
