package fr.academie.teleservices.demonstration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Vérifie qu'un port de cette machine est libre avant qu'un serveur ne le demande, pour le dire en clair. */
public final class Ports {

    private Ports() {}

    /**
     * Refuse un port occupé ; 0 (port libre au choix du système) convient toujours.
     *
     * @param usage ce qui voulait le port, par exemple « la base MariaDB »
     * @param option option de {@code mvn -Pdemo} qui en choisit un autre
     */
    public static void exigerLibre(int port, String usage, String option) {
        if (port < 0 || port > 65535) {
            throw new DemarrageImpossible("Le port " + port + " demandé pour " + usage + " n'existe pas : l'option -D"
                    + option + " attend un nombre de 1 à 65535.");
        }
        if (port != 0 && !libre(port)) {
            int autre = port < 65535 ? port + 1 : port - 1;
            throw new DemarrageImpossible("Le port " + port + " demandé pour " + usage
                    + " est déjà pris : arrêtez le programme qui l'occupe, ou choisissez un autre port, par exemple -D"
                    + option + "=" + autre + ".");
        }
    }

    /** Vrai si rien n'écoute sur ce port, sur aucune des adresses de « localhost » qu'un navigateur essaierait. */
    static boolean libre(int port) {
        for (InetAddress adresse : adressesLocales()) {
            try (ServerSocket essai = new ServerSocket()) {
                essai.setReuseAddress(true);
                essai.bind(new InetSocketAddress(adresse, port), 1);
            } catch (IOException occupe) {
                return false;
            }
        }
        return true;
    }

    /** Un port libre à cet instant sur 127.0.0.1. */
    public static int choisir() {
        try (ServerSocket essai = new ServerSocket(0, 1, boucleLocale())) {
            return essai.getLocalPort();
        } catch (IOException e) {
            throw new DemarrageImpossible("Aucun port n'est libre sur 127.0.0.1.", e);
        }
    }

    private static Set<InetAddress> adressesLocales() {
        Set<InetAddress> adresses = new LinkedHashSet<>();
        adresses.add(boucleLocale());
        try {
            for (InetAddress adresse : InetAddress.getAllByName("localhost")) {
                if (adresse.isLoopbackAddress()) {
                    adresses.add(adresse);
                }
            }
        } catch (UnknownHostException sansNom) {
            return adresses;
        }
        return adresses;
    }

    private static InetAddress boucleLocale() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
