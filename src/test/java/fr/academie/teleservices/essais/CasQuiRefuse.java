package fr.academie.teleservices.essais;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Un CAS de 127.0.0.1 qui répond, dit l'heure, et refuse tout ticket : ce qu'en demande « Commande verifier ». */
public final class CasQuiRefuse implements AutoCloseable {

    private static final byte[] REFUS = ("<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>"
                    + "<cas:authenticationFailure code='INVALID_TICKET'>inconnu</cas:authenticationFailure>"
                    + "</cas:serviceResponse>")
            .getBytes(StandardCharsets.UTF_8);

    private final HttpServer serveur;

    private CasQuiRefuse(HttpServer serveur) {
        this.serveur = serveur;
    }

    public static CasQuiRefuse demarrer() throws IOException {
        HttpServer serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/cas/", echange -> {
            boolean tete = "HEAD".equals(echange.getRequestMethod());
            echange.sendResponseHeaders(200, tete ? -1 : REFUS.length);
            if (!tete) {
                echange.getResponseBody().write(REFUS);
            }
            echange.close();
        });
        serveur.start();
        return new CasQuiRefuse(serveur);
    }

    /** Ce que {@code cas.adresse} demande. */
    public String adresse() {
        return "http://127.0.0.1:" + serveur.getAddress().getPort() + "/cas";
    }

    @Override
    public void close() {
        serveur.stop(0);
    }
}
