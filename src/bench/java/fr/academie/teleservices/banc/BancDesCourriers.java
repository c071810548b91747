package fr.academie.teleservices.banc;

import com.sun.management.ThreadMXBean;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.LettresDEssai;
import fr.academie.teleservices.courrier.LettresPdf;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.socle.pdf.ConformitePdf;
import fr.academie.teleservices.socle.pdf.PlancherPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Les lettres d'un établissement, mises en page et réunies ; les empreintes des mots de passe n'y sont pas.
 *
 * <p>Le temps est rapporté, dans la même course, à un plancher : les mêmes lignes de texte, déjà coupées, posées sur autant de pages
 * par la bibliothèque PDF nue, avec la même police, sans mise en page ni balises. La mémoire est le tas vivant, ramasse-miettes forcé,
 * relevé pendant tout le travail.
 */
public final class BancDesCourriers {

    private static final int LETTRES = 500;
    private static final int MANCHES = 7;
    private static final String ADRESSE = "https://teleservices.ac-exemple.fr/teleservices";
    private static final double MEGA = 1024.0 * 1024;

    private final LettresPdf lettres = LettresDEssai.misesEnPages();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BancDesCourriers banc = new BancDesCourriers();
        banc.mesurerLeTemps();
        banc.mesurerLaMemoire();
        banc.jugerLAccessibilite();
    }

    private static List<Lettre> lettres(int nombre) {
        return IntStream.range(0, nombre)
                .mapToObj(rang -> LettresDEssai.lettre(rang, MotifCourrier.PREMIER))
                .toList();
    }

    private void mesurerLeTemps() throws IOException {
        List<Lettre> toutes = lettres(LETTRES);
        List<List<String>> lignes = lignes(toutes);
        List<Double> produit = new ArrayList<>();
        List<Double> temoin = new ArrayList<>();
        List<Double> plancher = new ArrayList<>();
        List<Double> rapports = new ArrayList<>();
        long alloues = 0;
        for (int manche = -2; manche < MANCHES; manche++) {
            long avant = alloues();
            double sien = secondes(sortie -> lettres.ecrire(toutes, ADRESSE, sortie));
            alloues = alloues() - avant;
            double sol = secondes(sortie -> PlancherPdf.ecrire(lignes, sortie));
            double encore = secondes(sortie -> lettres.ecrire(toutes, ADRESSE, sortie));
            if (manche >= 0) {
                produit.add(sien);
                plancher.add(sol);
                temoin.add(encore / sien);
                rapports.add(sien / sol);
            }
        }
        System.out.printf(
                Locale.FRENCH,
                "%n%d lettres, %d manches, %d cœurs, charge de la machine %.1f.%n"
                        + "mise en page et réunion : %.2f s au mieux, médiane %.2f s [%.2f–%.2f]%n"
                        + "plancher (mêmes lignes, PDFBox nu) : %.2f s au mieux, médiane %.2f s%n"
                        + "rapport au plancher : %.1f [%.1f–%.1f] ; bruit (témoin A/A) : %.2f [%.2f–%.2f]%n"
                        + "alloué : %.0f ko par lettre%n",
                LETTRES,
                MANCHES,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Collections.min(produit),
                Statistiques.quantile(produit, 0.5),
                Statistiques.quantile(produit, 0.25),
                Statistiques.quantile(produit, 0.75),
                Collections.min(plancher),
                Statistiques.quantile(plancher, 0.5),
                Statistiques.quantile(rapports, 0.5),
                Statistiques.quantile(rapports, 0.25),
                Statistiques.quantile(rapports, 0.75),
                Statistiques.quantile(temoin, 0.5),
                Statistiques.quantile(temoin, 0.25),
                Statistiques.quantile(temoin, 0.75),
                alloues / 1024.0 / LETTRES);
    }

    /** Les lignes de chaque lettre, telles que la mise en page les coupe. */
    private List<List<String>> lignes(List<Lettre> toutes) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        lettres.ecrire(toutes, ADRESSE, pdf);
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            PDFTextStripper lecteur = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                lecteur.setStartPage(page);
                lecteur.setEndPage(page);
                pages.add(lecteur.getText(document)
                        .lines()
                        .map(ligne -> ligne.replaceAll("\\p{Cntrl}|\u00AD", ""))
                        .toList());
            }
        }
        return pages;
    }

    private void mesurerLaMemoire() throws IOException, InterruptedException {
        System.out.printf(Locale.FRENCH, "%n%10s %28s %14s%n", "lettres", "tas vivant de plus, au pire", "fichier");
        for (int nombre : new int[] {50, LETTRES, 4 * LETTRES}) {
            List<Lettre> toutes = lettres(nombre);
            Releve releve = new Releve();
            lettres.ecrire(toutes, ADRESSE, releve);
            System.out.printf(
                    Locale.FRENCH, "%10d %25.1f Mo %11.1f Mo%n", nombre, releve.pire() / MEGA, releve.octets / MEGA);
        }
    }

    private void jugerLAccessibilite() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        lettres.ecrire(lettres(LETTRES), ADRESSE, pdf);
        System.out.printf(
                Locale.FRENCH, "%nveraPDF, %d lettres : %s%n", LETTRES, ConformitePdf.defauts(pdf.toByteArray()));
    }

    private static double secondes(Ecriture ecriture) throws IOException {
        long debut = System.nanoTime();
        ecriture.ecrire(OutputStream.nullOutputStream());
        return (System.nanoTime() - debut) / 1e9;
    }

    private static long alloues() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static long tasVivant() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Ce qu'on chronomètre. */
    private interface Ecriture {
        void ecrire(OutputStream sortie) throws IOException;
    }

    /** Compte les octets ; relève sans cesse, jusqu'à {@link #pire()}, le tas vivant au-dessus de celui du départ. */
    private static final class Releve extends OutputStream {

        private static final long PAUSE_MS = 200;

        private final long depart = tasVivant();
        private final Thread veilleur = new Thread(this::veiller, "releve");
        private volatile boolean fini;
        private long octets;
        private long pire;

        Releve() {
            super();
            veilleur.setDaemon(true);
            veilleur.start();
        }

        private void veiller() {
            while (!fini) {
                pire = Math.max(pire, tasVivant() - depart);
                LockSupport.parkNanos(PAUSE_MS * 1_000_000);
            }
        }

        long pire() throws InterruptedException {
            fini = true;
            veilleur.join();
            return pire;
        }

        @Override
        public void write(int octet) {
            octets++;
        }

        @Override
        public void write(byte[] source, int debut, int longueur) {
            octets += longueur;
        }
    }
}
