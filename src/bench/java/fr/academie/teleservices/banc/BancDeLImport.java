package fr.academie.teleservices.banc;

import fr.academie.teleservices.alimentation.livraison.AtelierDImport;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Un collège de 1 500 élèves : ses deux exports, de la remise à l'aperçu, puis leur application ; les mêmes, redatés. Le temps est rapporté,
 * dans la même course, à la seule lecture des fichiers. {@code -Deleves=5000} en mène un plus grand.
 */
public final class BancDeLImport {

    private static final int MANCHES = 5;
    private static final String UAI = "0330001X";

    private final BaseDEssai base = BaseDEssai.partagee();

    public static void main(String[] arguments) throws Exception {
        try {
            new BancDeLImport().mesurer(Integer.getInteger("eleves", 1500));
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private void mesurer(int eleves) throws Exception {
        Path dossier = Files.createTempDirectory("import");
        FichiersDEssai.Taille taille = FichiersDEssai.siecle(dossier, 7, eleves);
        List<Double> lectures = new ArrayList<>();
        List<Double> temoins = new ArrayList<>();
        List<Double> apercus = new ArrayList<>();
        List<Double> applications = new ArrayList<>();
        List<Double> inchanges = new ArrayList<>();
        for (int manche = -1; manche < MANCHES; manche++) {
            base.vider();
            new Familles(base).etablissement(UAI, "Collège du Lac");
            AtelierDImport atelier = new AtelierDImport(base);
            double lecture = secondes(() -> LecturesDEssai.siecle(dossier));
            double temoin = secondes(() -> LecturesDEssai.siecle(dossier));
            long debut = System.nanoTime();
            Livraison livraison = preparer(atelier, dossier);
            double apercu = (System.nanoTime() - debut) / 1e9;
            atelier.livraisons.valider(livraison, AtelierDImport.SECRETARIAT, true);
            double application = secondes(() -> atelier.appliquer(livraison, 100));
            redater(dossier, manche + 2);
            debut = System.nanoTime();
            preparer(atelier, dossier);
            if (manche >= 0) {
                lectures.add(lecture);
                temoins.add(temoin / lecture);
                apercus.add(apercu);
                applications.add(application);
                inchanges.add((System.nanoTime() - debut) / 1e9);
            }
        }
        System.out.printf(
                Locale.FRENCH,
                "%nImport de SIECLE : %d élèves, %d personnes, %d liens, %.1f Mo ; %d manches.%n",
                taille.eleves(),
                taille.personnes(),
                taille.liens(),
                taille.octets() / 1e6,
                MANCHES);
        dire("lecture seule", lectures);
        dire("de la remise à l'aperçu", apercus);
        dire("application", applications);
        dire("les mêmes redatés, jusqu'à l'aperçu", inchanges);
        dire("témoin A/A de la lecture (rapport)", temoins);
    }

    private static Livraison preparer(AtelierDImport atelier, Path dossier) throws Exception {
        return atelier.preparer(
                Set.of(UAI),
                new Remis("ElevesSansAdresses.xml", dossier.resolve("ElevesSansAdresses.xml")),
                new Remis("ResponsablesAvecAdresses.xml", dossier.resolve("ResponsablesAvecAdresses.xml")));
    }

    /** La même remise, une minute plus tard. */
    private static void redater(Path dossier, int minute) throws Exception {
        for (String nom : List.of("ElevesSansAdresses.xml", "ResponsablesAvecAdresses.xml")) {
            Path fichier = dossier.resolve(nom);
            byte[] octets = Files.readAllBytes(fichier);
            String texte = new String(octets, StandardCharsets.ISO_8859_1);
            Files.write(
                    fichier,
                    texte.replaceFirst("18:\\d\\d:", String.format(Locale.ROOT, "18:%02d:", 32 + minute))
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void dire(String quoi, List<Double> mesures) {
        System.out.printf(
                Locale.FRENCH,
                "%s : médiane %.2f [%.2f–%.2f]%n",
                quoi,
                Statistiques.quantile(mesures, 0.5),
                Statistiques.quantile(mesures, 0.25),
                Statistiques.quantile(mesures, 0.75));
    }

    private static double secondes(Runnable geste) {
        long debut = System.nanoTime();
        geste.run();
        return (System.nanoTime() - debut) / 1e9;
    }
}
