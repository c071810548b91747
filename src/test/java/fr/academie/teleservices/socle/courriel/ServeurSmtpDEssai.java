package fr.academie.teleservices.socle.courriel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Un serveur SMTP qui va mal, comme on le lui dit : muet après la connexion, ou refusant chaque destinataire. */
final class ServeurSmtpDEssai implements AutoCloseable {

    /** Ce qui ne va pas. */
    enum Mal {
        MUET,
        REFUSE
    }

    private final ServerSocket ecoute;
    private final Mal mal;
    private final CountDownLatch visite = new CountDownLatch(1);
    private final List<Socket> ouvertes = new ArrayList<>();

    ServeurSmtpDEssai(Mal mal) throws IOException {
        this.mal = mal;
        ecoute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread fil = new Thread(this::accueillir, "smtp-d-essai");
        fil.setDaemon(true);
        fil.start();
    }

    int port() {
        return ecoute.getLocalPort();
    }

    /** Vrai dès qu'un client s'est connecté. */
    boolean visite() throws InterruptedException {
        return visite.await(10, TimeUnit.SECONDS);
    }

    private void accueillir() {
        try {
            while (!ecoute.isClosed()) {
                Socket client = ecoute.accept();
                synchronized (ouvertes) {
                    ouvertes.add(client);
                }
                visite.countDown();
                if (mal == Mal.REFUSE) {
                    refuser(client);
                }
            }
        } catch (IOException e) {
            // Fermé par l'essai.
        }
    }

    private static void refuser(Socket client) throws IOException {
        BufferedReader lu =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        Writer ecrit = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
        String ligne = "";
        do {
            String commande = ligne.isEmpty() ? "" : ligne.substring(0, 4);
            ecrit.write(
                    switch (commande) {
                        case "" -> "220 essai\r\n";
                        case "RCPT" -> "550 5.1.1 inconnu ici\r\n";
                        default -> "250 bien\r\n";
                    });
            ecrit.flush();
            ligne = lu.readLine();
        } while (ligne != null);
    }

    @Override
    public void close() throws IOException {
        arreter();
    }

    /** Ferme tout, connexions en cours comprises. */
    void arreter() throws IOException {
        ecoute.close();
        synchronized (ouvertes) {
            for (Socket client : ouvertes) {
                client.close();
            }
        }
    }
}
