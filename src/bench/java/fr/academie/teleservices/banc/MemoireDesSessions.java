package fr.academie.teleservices.banc;

import fr.academie.teleservices.demonstration.PileDeDemonstration;
import fr.academie.teleservices.essais.Familles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ce que le tas garde de parents connectés, puis de chaque page qu'ils ouvrent : la différence, une fois le reste ramassé. */
final class MemoireDesSessions {

    private static final double MEGA = 1024.0 * 1024;
    private static final List<String> PAGES =
            List.of("/accueil", "/compte/profil", "/compte/enfants", "/compte/regrouper", "/compte/portable");

    private final PileDeDemonstration pile;
    private final int sessions;

    MemoireDesSessions(PileDeDemonstration pile, int sessions) {
        this.pile = pile;
        this.sessions = sessions;
    }

    void mesurer() {
        new Familles(pile.base()).actif("banc.memoire");
        Visites.entrer(pile, "/accueil", "banc.memoire");
        long repos = tas();
        List<String> temoins = new ArrayList<>();
        for (int rang = 0; rang < sessions; rang++) {
            temoins.add(Visites.entrer(pile, "/accueil", "banc.memoire").temoin("JSESSIONID"));
        }
        long avant = tas();
        System.out.printf(
                Locale.FRENCH,
                "%nTas : %.0f Mo au repos, %.1f Mo de plus après %d sessions connectées (%.1f ko chacune).%n",
                repos / MEGA,
                (avant - repos) / MEGA,
                sessions,
                (avant - repos) / 1024.0 / sessions);
        int port = pile.serveur().port();
        for (String page : PAGES) {
            try (ClientLeger client = new ClientLeger(port)) {
                temoins.forEach(
                        temoin -> client.lire(ClientLeger.demande(port, BancDesPages.APPLICATION + page, temoin)));
            }
            long apres = tas();
            System.out.printf(
                    Locale.FRENCH,
                    "  une vue de %-20s %8.1f ko par session%n",
                    page,
                    (apres - avant) / 1024.0 / sessions);
            avant = apres;
        }
        System.out.printf(
                Locale.FRENCH,
                "Après ces pages : %.1f Mo au-dessus du repos, charge %.1f.%n",
                (avant - repos) / MEGA,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long tas() {
        for (int fois = 0; fois < 3; fois++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
