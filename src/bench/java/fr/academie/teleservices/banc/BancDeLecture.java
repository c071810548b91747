package fr.academie.teleservices.banc;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lire les fichiers de l'annuaire et de SIECLE : tout vérifier, ne rien garder. Le temps est rapporté, dans la même course, à un plancher :
 * Woodstox seul, qui parcourt les mêmes octets sans en garder un mot. {@code -Deleves=500000} mène une académie entière.
 */
public final class BancDeLecture {

    private static final int MANCHES = 9;
    private static final long GRAINE = 20_261_123;
    private static final double MEGA = 1024.0 * 1024;

    private BancDeLecture() {}

    /** Mesure les deux lectures, l'une après l'autre, sur des fichiers inventés qu'elle efface. */
    public static void main(String[] arguments) throws IOException {
        int eleves = Integer.getInteger("eleves", 20_000);
        Path dossier = Files.createTempDirectory("lecture");
        try {
            Path annuaire = Files.createDirectory(dossier.resolve("annuaire"));
            Path siecle = Files.createDirectory(dossier.resolve("siecle"));
            mesurer(
                    "annuaire",
                    annuaire,
                    new LivraisonDEssai(GRAINE, eleves, "20261123").complete(annuaire, 12_500),
                    () -> LecturesDEssai.annuaire(annuaire));
            mesurer(
                    "SIECLE",
                    siecle,
                    FichiersDEssai.siecle(siecle, GRAINE, 1_500),
                    () -> LecturesDEssai.siecle(siecle));
        } finally {
            effacer(dossier);
        }
    }

    /** Une lecture entière ; rend combien de fiches ont été gardées. */
    private interface Lecture {
        long lire();
    }

    private static void mesurer(String nom, Path dossier, FichiersDEssai.Taille taille, Lecture lecture) {
        List<Double> produit = new ArrayList<>();
        List<Double> plancher = new ArrayList<>();
        List<Double> rapports = new ArrayList<>();
        List<Double> temoin = new ArrayList<>();
        long gardees = 0;
        for (int manche = -3; manche < MANCHES; manche++) {
            double sol = secondes(() -> parcourir(dossier));
            long debut = System.nanoTime();
            gardees = lecture.lire();
            double sien = (System.nanoTime() - debut) / 1e9;
            double encore = secondes(lecture);
            if (manche >= 0) {
                produit.add(sien);
                plancher.add(sol);
                rapports.add(sien / sol);
                temoin.add(encore / sien);
            }
        }
        System.out.printf(
                Locale.FRENCH,
                "%n%s : %d élèves, %d personnes, %d liens, %.1f Mo ; %d fiches gardées ; %d manches, charge %.1f.%n"
                        + "lire et vérifier : médiane %.3f s [%.3f–%.3f], %.0f Mo/s%n"
                        + "plancher (Woodstox, rien gardé) : médiane %.3f s, %.0f Mo/s%n"
                        + "rapport au plancher : %.2f [%.2f–%.2f] ; bruit (témoin A/A) : %.2f [%.2f–%.2f]%n",
                nom,
                taille.eleves(),
                taille.personnes(),
                taille.liens(),
                taille.octets() / MEGA,
                gardees,
                MANCHES,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Statistiques.quantile(produit, 0.5),
                Statistiques.quantile(produit, 0.25),
                Statistiques.quantile(produit, 0.75),
                taille.octets() / MEGA / Statistiques.quantile(produit, 0.5),
                Statistiques.quantile(plancher, 0.5),
                taille.octets() / MEGA / Statistiques.quantile(plancher, 0.5),
                Statistiques.quantile(rapports, 0.5),
                Statistiques.quantile(rapports, 0.25),
                Statistiques.quantile(rapports, 0.75),
                Statistiques.quantile(temoin, 0.5),
                Statistiques.quantile(temoin, 0.25),
                Statistiques.quantile(temoin, 0.75));
    }

    private static double secondes(Lecture lecture) {
        long debut = System.nanoTime();
        lecture.lire();
        return (System.nanoTime() - debut) / 1e9;
    }

    /** Le plancher : chaque événement de chaque fichier, sans rien en prendre. */
    private static long parcourir(Path dossier) {
        WstxInputFactory fabrique = new WstxInputFactory();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        long evenements = 0;
        for (Path fichier : fichiers(dossier)) {
            try (InputStream flux = new BufferedInputStream(Files.newInputStream(fichier))) {
                XMLStreamReader xml = fabrique.createXMLStreamReader(flux);
                while (xml.hasNext()) {
                    xml.next();
                    evenements++;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
        return evenements;
    }

    private static List<Path> fichiers(Path dossier) {
        try (Stream<Path> tous = Files.list(dossier)) {
            return tous.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void effacer(Path dossier) throws IOException {
        try (Stream<Path> tous = Files.walk(dossier)) {
            for (Path chemin : tous.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(chemin);
            }
        }
    }
}
