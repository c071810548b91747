package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.demonstration.PileDeDemonstration.Options;
import fr.academie.teleservices.demonstration.PileDeDemonstration.SorteDeCas;
import fr.academie.teleservices.demonstration.donnees.FichiersAImporter;
import fr.academie.teleservices.demonstration.donnees.PairesARapprocher;
import fr.academie.teleservices.demonstration.donnees.VieDuMoulin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * {@code mvn -Pdemo} : démarre tout, dit quoi essayer, et attend Ctrl-C ; le crochet d'arrêt de la pile arrête alors tout.
 *
 * <p>Options, en propriétés système : {@code port}, {@code port.base}, {@code academie}, {@code conserver}, {@code cas}
 * ({@code demonstration} ou {@code apereo}) ; et {@code war.eclate} et {@code war.cas}, que le POM donne.
 */
public final class Demonstration {

    private final PrintStream ecran;
    private final long debut = System.nanoTime();

    private Demonstration(PrintStream ecran) {
        this.ecran = ecran;
    }

    /** Ne revient pas tant que la démonstration tourne ; sort en erreur si elle ne peut pas démarrer. */
    public static void main(String[] arguments) {
        int code = new Demonstration(ecran()).lancer();
        if (code != 0) {
            System.exit(code);
        }
    }

    private int lancer() {
        try {
            Path war = Path.of(texte("war.eclate", "target/teleservices"));
            Path traces = ecrireLesTracesDansUnFichier(war);
            FichiersAImporter fichiers =
                    FichiersAImporter.poser(traces.resolveSibling("demonstration-fichiers"), Clock.systemUTC());
            AbonnesDeDemonstration abonnes =
                    AbonnesDeDemonstration.demarrer(phrase -> ecran.println("  " + phrase), Clock.systemUTC());
            Options options = new Options(
                    nombre("port", 8080),
                    nombre("port.base", 3310),
                    texte("academie", "bordeaux"),
                    ouiNon("conserver"),
                    war,
                    abonnes.reglages(),
                    cas());
            PileDeDemonstration pile = PileDeDemonstration.demarrer(options, this::etape);
            VieDuMoulin.raconter(pile.base().source());
            PairesARapprocher.ecrire(pile.base().source());
            new Affiche(pile, options, traces, fichiers, abonnes.adresse(), Duration.ofNanos(System.nanoTime() - debut))
                    .montrer(ecran);
            new CountDownLatch(1).await();
            return 0;
        } catch (DemarrageImpossible e) {
            return echec(e, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return echec(e, "Erreur inattendue : " + e + ". Le détail est dans demonstration.log, près du WAR.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void etape(String quoi) {
        ecran.printf("  %4.1f s  %s%n", (System.nanoTime() - debut) / 1e9, quoi);
    }

    private int echec(RuntimeException e, String phrase) {
        Logger.getLogger(Demonstration.class.getName()).log(Level.SEVERE, "Démarrage impossible", e);
        ecran.println();
        ecran.println("La démonstration n'a pas démarré. " + phrase);
        return 1;
    }

    /** Les traces techniques vont dans un fichier : la console ne montre que ce qui aide à essayer. */
    private static Path ecrireLesTracesDansUnFichier(Path war) {
        LogManager.getLogManager().reset();
        Path fichier = war.toAbsolutePath().resolveSibling("demonstration.log");
        if (!Files.isWritable(fichier.resolveSibling("."))) {
            fichier = Path.of(System.getProperty("java.io.tmpdir")).resolve("demonstration.log");
        }
        try {
            Files.deleteIfExists(fichier);
            Handler traces = new FileHandler(fichier.toString(), true);
            traces.setEncoding(StandardCharsets.UTF_8.name());
            traces.setFormatter(new SimpleFormatter());
            Logger racine = Logger.getLogger("");
            racine.addHandler(traces);
            racine.setLevel(Level.INFO);
            return fichier;
        } catch (IOException e) {
            throw new DemarrageImpossible("Le fichier de traces « " + fichier + " » ne peut pas être écrit.", e);
        }
    }

    private static int nombre(String option, int defaut) {
        String valeur = texte(option, Integer.toString(defaut));
        try {
            return Integer.parseInt(valeur);
        } catch (NumberFormatException e) {
            throw new DemarrageImpossible(
                    "L'option -D" + option + " vaut « " + valeur + " » : un nombre est attendu.", e);
        }
    }

    private static boolean ouiNon(String option) {
        return switch (texte(option, "false")) {
            case "true", "oui", "" -> true;
            case "false", "non" -> false;
            default ->
                throw new DemarrageImpossible(
                        "L'option -D" + option + " vaut « " + texte(option, "") + " » : true ou false est attendu.");
        };
    }

    private static SorteDeCas cas() {
        return switch (texte("cas", "demonstration")) {
            case "apereo" -> SorteDeCas.APEREO;
            case "demonstration" -> SorteDeCas.DEMONSTRATION;
            default ->
                throw new DemarrageImpossible(
                        "L'option -Dcas vaut « " + texte("cas", "") + " » : demonstration ou apereo est attendu.");
        };
    }

    private static String texte(String option, String defaut) {
        return System.getProperty(option, defaut).strip();
    }

    /** L'écran en UTF-8, sauf si le terminal annonce un autre jeu de caractères qui sait écrire le français. */
    private static PrintStream ecran() {
        String annonce = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        Charset jeu = Charset.isSupported(annonce) ? Charset.forName(annonce) : StandardCharsets.UTF_8;
        boolean francais = jeu.canEncode() && jeu.newEncoder().canEncode("é…");
        return new PrintStream(System.out, true, francais ? jeu : StandardCharsets.UTF_8);
    }
}
