package fr.academie.teleservices.banc;

import fr.academie.teleservices.alimentation.aaf.SuiviDeLecture;
import fr.academie.teleservices.alimentation.livraison.AtelierDImport;
import fr.academie.teleservices.alimentation.livraison.Livraison;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.evenement.EvenementService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * L'import de l'annuaire, des fichiers à la dernière ligne écrite : complet dans une base vide, le même redaté et mêlé, puis des différences
 * d'un pour cent. Chaque temps est rapporté, dans la même course, à un plancher : les lignes que le complet a laissées, versées par {@code LOAD
 * DATA LOCAL} dans les mêmes tables. À côté du temps écoulé, le temps de processeur : lui ne dépend pas de ce que la machine fait d'autre.
 *
 * <p>{@code -Dacademie=100} mène une académie entière (500 000 élèves, 1,9 Go écrits dans le dossier temporaire, puis effacés) ; d'ordinaire,
 * cinq centièmes. {@code -Dparents=false} s'en tient à l'import, sans parents qui regroupent pendant ce temps. {@code -Dfils=1} :
 * d'une seule liaison au lieu de deux.
 */
public final class BancDeLAlimentation {

    private static final long GRAINE = 20_261_127;
    private static final int ACADEMIE = 500_000;
    /** De cent mille personnes à neuf cent mille. */
    private static final int REDUCTION = 9;

    /** Élèves dont les responsables restent sous {@link EvenementService#COMPTES_PAR_INSTANTANE}. */
    private static final int COMPTE_PAR_COMPTE = EvenementService.COMPTES_PAR_INSTANTANE / 2;

    private static final int REGROUPEMENTS = 150;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Mesures mesures = new Mesures();
    private final int eleves;
    private final int manches;

    private BancDeLAlimentation(int pourCent) {
        eleves = (int) ((long) ACADEMIE * pourCent / 100);
        manches = Integer.getInteger("manches", pourCent > 20 ? 1 : 3);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new BancDeLAlimentation(Integer.getInteger("academie", 5)).mesurer();
        } finally {
            BaseDEssai.partagee().fermer();
        }
    }

    private void mesurer() throws Exception {
        Path dossier = Files.createTempDirectory("annuaire");
        try {
            Path reduite = Files.createDirectory(dossier.resolve("reduite"));
            Path complete = Files.createDirectory(dossier.resolve("complete"));
            Path melee = Files.createDirectory(dossier.resolve("melee"));
            Path differences = Files.createDirectory(dossier.resolve("differences"));
            new LivraisonDEssai(GRAINE, eleves / REDUCTION, "20261119").complete(reduite, LivraisonDEssai.PAR_FICHIER);
            FichiersDEssai.Taille taille =
                    new LivraisonDEssai(GRAINE, eleves, "20261120").complete(complete, LivraisonDEssai.PAR_FICHIER);
            new LivraisonDEssai(GRAINE, eleves, "20261121").melee(melee, LivraisonDEssai.PAR_FICHIER);
            int demandes = new LivraisonDEssai(GRAINE, eleves, "20261122").differences(differences);
            System.out.printf(
                    Locale.FRENCH,
                    "%nImport de l'annuaire : %d élèves, %d personnes, %d liens, %.0f Mo ; %d différences ; %d"
                            + " manches, tas de %d Mo au plus, charge %.1f.%n",
                    taille.eleves(),
                    taille.personnes(),
                    taille.liens(),
                    taille.octets() / 1e6,
                    demandes,
                    manches,
                    Runtime.getRuntime().maxMemory() / 1_000_000,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            // De quoi chauffer la machine virtuelle, et voir ce que la taille ajoute au tas.
            base.vider();
            importer(new AtelierDImport(base), reduite, "réduit (un neuvième, à froid)");
            if (eleves / REDUCTION < COMPTE_PAR_COMPTE) {
                compteParCompte(dossier, reduite);
            }
            for (int manche = 0; manche < manches; manche++) {
                uneManche(dossier, complete, melee, differences);
            }
            if (Boolean.parseBoolean(System.getProperty("parents", "true"))) {
                parentsPendantUneApplication(complete);
            }
        } finally {
            mesures.dire();
            effacer(dossier);
        }
    }

    /** Le même, à chaud : sous dix mille comptes, chacun s'annonce par ses événements, que le plancher verse aussi. */
    private void compteParCompte(Path dossier, Path reduite) throws Exception {
        base.vider();
        Cout entier = importer(new AtelierDImport(base), reduite, "réduit (à chaud)");
        PlancherDImport plancher = plancher(dossier);
        plancher.relever();
        Verse sol = verser(plancher);
        mesures.noter(
                "réduit, annoncé compte par compte / plancher avec les écarts",
                entier.secondes() / sol.cout().secondes());
        mesures.noter(
                "réduit, annoncé compte par compte / plancher avec les écarts, processeur",
                entier.processeur().total() / sol.cout().processeur().total());
    }

    private PlancherDImport plancher(Path dossier) {
        return new PlancherDImport(base.base().url() + "?user=teleservices&password=teleservices", dossier);
    }

    private void uneManche(Path dossier, Path complete, Path melee, Path differences) throws Exception {
        base.vider();
        AtelierDImport atelier = new AtelierDImport(base);
        Cout entier = importer(atelier, complete, "complet");
        PlancherDImport plancher = plancher(dossier);
        long lignes = plancher.relever();
        Cout inchange = importer(atelier, melee, "inchangé, mêlé");
        Cout change = importer(atelier, differences, "différences");
        Verse sol = verser(plancher);
        Verse encore = verser(plancher);
        mesures.noter("lignes laissées, écarts compris (milliers)", lignes / 1e3);
        mesures.noter("plancher, s", sol.sansEcarts());
        mesures.noter("plancher avec les écarts posés, s", sol.cout().secondes());
        mesures.noter("complet / plancher", entier.secondes() / sol.sansEcarts());
        mesures.noter(
                "complet / plancher avec les écarts",
                entier.secondes() / sol.cout().secondes());
        mesures.noter(
                "complet / plancher avec les écarts, processeur",
                entier.processeur().total() / sol.cout().processeur().total());
        mesures.noter("inchangé / plancher", inchange.secondes() / sol.sansEcarts());
        mesures.noter("différences / complet", change.secondes() / entier.secondes());
        mesures.noter(
                "différences / complet, processeur",
                change.processeur().total() / entier.processeur().total());
        mesures.noter(
                "bruit : plancher / plancher (témoin A/A)",
                encore.cout().secondes() / sol.cout().secondes());
    }

    /** Ce qu'un geste a pris. */
    private record Cout(double secondes, Processeur processeur) {}

    private record Verse(double sansEcarts, Cout cout) {}

    private Verse verser(PlancherDImport plancher) throws SQLException {
        Processeur avant = Processeur.present();
        Map<String, Double> secondes = plancher.verser();
        return new Verse(
                PlancherDImport.sansLesEcarts(secondes),
                new Cout(
                        PlancherDImport.avecLesEcarts(secondes),
                        Processeur.present().depuis(avant)));
    }

    private Cout importer(AtelierDImport atelier, Path dossier, String nom) throws Exception {
        double avantTas = tas();
        Processeur avant = Processeur.present();
        long debut = System.nanoTime();
        Livraison livraison = atelier.annuaire.preparer(dossier, AtelierDImport.EXPLOITATION, auDernierFichier(() -> {
            mesures.noter(nom + " : tas retenu par la lecture, Mo", tas() - avantTas);
        }));
        double apercu = (System.nanoTime() - debut) / 1e9;
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        atelier.appliquer(livraison);
        double total = (System.nanoTime() - debut) / 1e9;
        Processeur coute = Processeur.present().depuis(avant);
        mesures.noter(nom + " : jusqu'à l'aperçu, s", apercu);
        mesures.noter(nom + " : application, s", total - apercu);
        mesures.noter(nom + " : processeur de la machine virtuelle, s", coute.java());
        mesures.noter(nom + " : processeur de la base, s", coute.base());
        return new Cout(total, coute);
    }

    private static SuiviDeLecture auDernierFichier(Runnable geste) {
        return (nom, rang, combien) -> {
            if (rang == combien) {
                geste.run();
            }
        };
    }

    /** Ce que le tas retient, en mégaoctets. */
    private static double tas() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / 1e6;
    }

    /**
     * Des regroupements, l'un après l'autre, seuls, pendant qu'une livraison s'applique, puis seuls de nouveau ; enfin à côté d'un fil qui ne
     * fait que compter : ce que la machine elle-même prend à qui n'y est pas seul.
     */
    private void parentsPendantUneApplication(Path complete) throws Exception {
        base.vider();
        Atelier parents = new Atelier(base.source());
        Paires paires = new Paires(base.source(), parents);
        paires.creer(5 * REGROUPEMENTS);
        AtelierDImport atelier = new AtelierDImport(base);
        Livraison livraison = atelier.annuaire.preparer(complete, AtelierDImport.EXPLOITATION, SuiviDeLecture.AUCUN);
        atelier.livraisons.valider(livraison, AtelierDImport.EXPLOITATION, true);
        debit(parents, paires.prendre(REGROUPEMENTS));
        double seuls = debit(parents, paires.prendre(REGROUPEMENTS));
        List<Paires.Paire> pendant = paires.prendre(REGROUPEMENTS);
        ExecutorService fil = Executors.newSingleThreadExecutor();
        try {
            Future<?> application = fil.submit(() -> atelier.appliquer(livraison));
            double ensemble = debit(parents, pendant);
            boolean duraitEncore = !application.isDone();
            application.get();
            double encore = debit(parents, paires.prendre(REGROUPEMENTS));
            AtomicBoolean assez = new AtomicBoolean();
            Future<Long> compte = fil.submit(() -> compter(assez));
            double aCote = debit(parents, paires.prendre(REGROUPEMENTS));
            assez.set(true);
            compte.get();
            mesures.noter("regroupements par seconde, seuls", seuls);
            mesures.noter(
                    "regroupements pendant une application / seuls" + (duraitEncore ? "" : " (elle a fini avant)"),
                    ensemble / seuls);
            mesures.noter("bruit : regroupements seuls, après / avant", encore / seuls);
            mesures.noter("témoin : regroupements à côté d'un fil qui compte / seuls après", aCote / encore);
        } finally {
            fil.shutdown();
        }
    }

    private static long compter(AtomicBoolean assez) {
        long n = 0;
        while (!assez.get()) {
            n++;
        }
        return n;
    }

    private static double debit(Atelier parents, List<Paires.Paire> paires) throws Exception {
        long debut = System.nanoTime();
        for (Paires.Paire paire : paires) {
            parents.regroupements.confirmer(paire.demandeur(), paire.jeton(), paire.vue());
        }
        return paires.size() / ((System.nanoTime() - debut) / 1e9);
    }

    private static void effacer(Path dossier) throws IOException {
        try (Stream<Path> tous = Files.walk(dossier)) {
            for (Path chemin : tous.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(chemin);
            }
        }
    }
}
