package fr.academie.teleservices.essais;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Les styles et les scripts que la construction a faits, tels que le WAR éclaté les porte. */
public final class Habillage {

    private static final Pattern CLASSE = Pattern.compile("\\.(fr-[\\w-]+)");

    private Habillage() {}

    /** Leur dossier ; son nom est l'empreinte de ce qu'il contient. */
    public static Path dossier() {
        Path dsfr = Path.of(System.getProperty("war.eclate")).resolve("dsfr");
        try (Stream<Path> dossiers = Files.list(dsfr)) {
            List<Path> trouves = dossiers.toList();
            if (trouves.size() != 1) {
                throw new IllegalStateException("Un seul habillage attendu dans " + dsfr + " : " + trouves);
            }
            return trouves.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Les classes qui ont des règles dans le DSFR entier et n'en ont plus dans l'habillage. */
    public static List<String> classesEcartees() {
        try {
            Set<String> gardees = classes(dossier().resolve("pages.css"));
            return classes(Path.of("src/main/dsfr/node_modules/@gouvfr/dsfr/dist/dsfr.main.min.css")).stream()
                    .filter(classe -> !gardees.contains(classe))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classes(Path style) throws IOException {
        return CLASSE.matcher(Files.readString(style))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
    }

    /** L'adresse d'un de ses fichiers, depuis la racine de l'application. */
    public static String adresse(String fichier) {
        return "/dsfr/" + dossier().getFileName() + "/" + fichier;
    }
}
