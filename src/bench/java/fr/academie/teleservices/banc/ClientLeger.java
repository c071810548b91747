package fr.academie.teleservices.banc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Une connexion gardée ouverte, qui lit des pages sans rien en faire : sur la machine qu'elle partage avec le serveur, un vrai client
 * coûterait plus qu'une page vide.
 */
final class ClientLeger implements AutoCloseable {

    private static final String TAILLE = "content-length:";
    private static final String MORCEAUX = "transfer-encoding: chunked";

    /** Tomcat ferme une connexion qui a servi cent fois ({@code maxKeepAliveRequests}). */
    private static final int DEMANDES_PAR_PRISE = 99;

    private final int port;
    private Socket prise;
    private InputStream entree;
    private int demandes;

    ClientLeger(int port) {
        this.port = port;
        try {
            prise = ouvrir(port);
            entree = new BufferedInputStream(prise.getInputStream(), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket ouvrir(int port) throws IOException {
        Socket ouverte = new Socket(InetAddress.getLoopbackAddress(), port);
        ouverte.setTcpNoDelay(true);
        return ouverte;
    }

    /** La demande d'une page, toute prête ; sans cookie si {@code session} est vide. */
    static byte[] demande(int port, String chemin, String session) {
        return ("GET " + chemin + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Language: fr\r\n"
                        + (session.isEmpty() ? "" : "Cookie: JSESSIONID=" + session + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Lit la page ; rend ce qu'elle pèse. {@link IllegalStateException} si ce n'est pas un 200. */
    int lire(byte[] demande) {
        try {
            if (++demandes % DEMANDES_PAR_PRISE == 0) {
                prise.close();
                prise = ouvrir(port);
                entree = new BufferedInputStream(prise.getInputStream(), 1 << 16);
            }
            prise.getOutputStream().write(demande);
            String statut = ligne();
            if (!statut.contains(" 200")) {
                throw new IllegalStateException(new String(demande, StandardCharsets.US_ASCII) + statut);
            }
            int taille = 0;
            boolean parMorceaux = false;
            for (String entete = ligne(); !entete.isEmpty(); entete = ligne()) {
                String petit = entete.toLowerCase(Locale.ROOT);
                parMorceaux |= petit.startsWith(MORCEAUX);
                taille = petit.startsWith(TAILLE)
                        ? Integer.parseInt(petit.substring(TAILLE.length()).strip())
                        : taille;
            }
            return parMorceaux ? morceaux() : sauter(taille);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int morceaux() throws IOException {
        int total = 0;
        while (true) {
            int taille = Integer.parseInt(ligne().strip(), 16);
            total += sauter(taille);
            ligne();
            if (taille == 0) {
                return total;
            }
        }
    }

    private int sauter(int taille) throws IOException {
        entree.skipNBytes(taille);
        return taille;
    }

    private String ligne() throws IOException {
        StringBuilder lue = new StringBuilder();
        for (int octet = entree.read(); octet != '\n'; octet = entree.read()) {
            if (octet < 0) {
                throw new IOException("Le serveur a fermé la connexion.");
            }
            if (octet != '\r') {
                lue.append((char) octet);
            }
        }
        return lue.toString();
    }

    @Override
    public void close() {
        try {
            prise.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
