package fr.academie.teleservices.navigateur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Un formulaire envoyé sans session, d'une de nos adresses locales : le client de Java 17 ne choisit pas la sienne. */
final class EnvoiAnonyme {

    private EnvoiAnonyme() {}

    /**
     * Ce qu'un envoi a reçu.
     *
     * @param vers où il mène ; vide s'il ne mène nulle part
     * @param corps la réponse entière, en-têtes compris
     * @param duree de la connexion au dernier octet
     */
    record Recue(int statut, String vers, String corps, Duration duree) {}

    /** La {@code rang}-ième adresse de ce réseau de la machine. */
    static String adresse(int reseau, int rang) {
        return "127.0." + (reseau + rang / 250) + "." + (1 + rang % 250);
    }

    static Recue poster(Pile pile, String chemin, Map<String, String> champs, String depuis) {
        String corps = champs.entrySet().stream()
                .map(c -> ClientHttp.encoder(c.getKey()) + "=" + ClientHttp.encoder(c.getValue()))
                .collect(Collectors.joining("&"));
        URI serveur = URI.create(pile.adresse());
        long debut = System.nanoTime();
        try (Socket prise = new Socket()) {
            prise.bind(new InetSocketAddress(InetAddress.getByName(depuis), 0));
            prise.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serveur.getPort()));
            prise.getOutputStream()
                    .write(("POST " + Pile.APPLICATION + chemin + " HTTP/1.1\r\nHost: "
                                    + serveur.getAuthority()
                                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + corps.length() + "\r\n\r\n" + corps)
                            .getBytes(StandardCharsets.US_ASCII));
            String reponse =
                    enUnMorceau(new String(prise.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
            int vers = reponse.indexOf("\r\nLocation: ");
            return new Recue(
                    Integer.parseInt(reponse.substring(9, 12)),
                    vers < 0 ? "" : reponse.substring(vers + 12, reponse.indexOf("\r\n", vers + 12)),
                    reponse,
                    Duration.ofNanos(System.nanoTime() - debut));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Les octets d'une réponse qui arrive par morceaux ({@code Transfer-Encoding: chunked}), remis bout à bout. */
    private static String enUnMorceau(String reponse) {
        String sans = reponse.replaceAll("\r\n[0-9a-f]{1,6}\r\n", "");
        return new String(sans.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
