package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** L'adresse d'un service de 127.0.0.1, que l'on ferme et que l'on rouvre : fermée, plus rien n'y écoute. */
final class Porte implements AutoCloseable {

    private final int port;
    private final int service;
    private final List<Socket> ouvertes = new CopyOnWriteArrayList<>();
    private final AtomicInteger fermetures = new AtomicInteger();
    private volatile @Nullable ServerSocket ecoute;

    /** @param service le port de ce qu'elle cache */
    Porte(int port, int service) throws IOException {
        this.port = port;
        this.service = service;
        ouvrir();
    }

    int port() {
        return port;
    }

    /** Combien de fois elle s'est fermée. */
    int fermetures() {
        return fermetures.get();
    }

    void ouvrir() throws IOException {
        ServerSocket neuve = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        ecoute = neuve;
        demarrer(() -> accueillir(neuve));
    }

    void fermer() throws IOException {
        fermetures.incrementAndGet();
        close();
    }

    @Override
    public void close() throws IOException {
        ServerSocket ancienne = ecoute;
        if (ancienne != null) {
            ancienne.close();
        }
        for (Socket prise : ouvertes) {
            prise.close();
        }
        ouvertes.clear();
    }

    private void accueillir(ServerSocket neuve) throws IOException {
        while (!neuve.isClosed()) {
            Socket client = neuve.accept();
            Socket derriere = new Socket(InetAddress.getLoopbackAddress(), service);
            ouvertes.removeIf(Socket::isClosed);
            ouvertes.addAll(List.of(client, derriere));
            demarrer(() -> porter(client, derriere));
            demarrer(() -> porter(derriere, client));
        }
    }

    private static void porter(Socket de, Socket vers) throws IOException {
        try (de;
                vers) {
            byte[] tampon = new byte[8192];
            for (int lus = de.getInputStream().read(tampon);
                    lus >= 0;
                    lus = de.getInputStream().read(tampon)) {
                vers.getOutputStream().write(tampon, 0, lus);
                vers.getOutputStream().flush();
            }
        }
    }

    private interface Tache {
        void faire() throws IOException;
    }

    private static void demarrer(Tache tache) {
        Thread fil = new Thread(
                () -> {
                    try {
                        tache.faire();
                    } catch (IOException fermee) {
                        // Une porte qui se ferme coupe ce qui passait : c'est ce qu'on lui demande.
                        Thread.currentThread().interrupt();
                    }
                },
                "porte");
        fil.setDaemon(true);
        fil.start();
    }
}
