package fr.academie.teleservices.diffusion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Un service abonné sur cette machine, qui note ce qu'il reçoit et répond ce que l'essai décide. */
final class ServiceAbonne implements AutoCloseable {

    /** Ce qu'il reçoit ; les noms d'en-têtes en minuscules. */
    record Recu(Map<String, String> entetes, String corps) {

        String evenement() {
            return entetes.getOrDefault("ce-id", "");
        }
    }

    /** Ce qu'il répond. */
    record Suite(int statut, Map<String, String> entetes, String corps) {

        static Suite statut(int statut) {
            return new Suite(statut, Map.of(), "");
        }
    }

    private final HttpServer serveur;
    private final String schema;
    private final ExecutorService fils = Executors.newCachedThreadPool();
    private final List<Recu> recus = new CopyOnWriteArrayList<>();
    private volatile Function<Recu, Suite> reponse = recu -> Suite.statut(204);

    ServiceAbonne() throws IOException {
        this(null);
    }

    ServiceAbonne(@Nullable SSLContext tls) throws IOException {
        InetSocketAddress ici = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            serveur = HttpServer.create(ici, 0);
            schema = "http";
        } else {
            HttpsServer chiffre = HttpsServer.create(ici, 0);
            chiffre.setHttpsConfigurator(new HttpsConfigurator(tls));
            serveur = chiffre;
            schema = "https";
        }
        serveur.createContext("/", this::recevoir);
        serveur.setExecutor(fils);
        serveur.start();
    }

    URI adresse() {
        return adresse("127.0.0.1");
    }

    URI adresse(String hote) {
        return URI.create(schema + "://" + hote + ":" + serveur.getAddress().getPort() + "/evenements");
    }

    /** Dorénavant, répond ainsi. */
    void repondre(Function<Recu, Suite> autre) {
        reponse = autre;
    }

    void repondre(int statut) {
        repondre(recu -> Suite.statut(statut));
    }

    List<Recu> recus() {
        return List.copyOf(recus);
    }

    /** Les événements reçus, dans l'ordre. */
    List<String> evenements() {
        return recus.stream().map(Recu::evenement).toList();
    }

    private void recevoir(HttpExchange echange) throws IOException {
        Map<String, String> entetes = echange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toLowerCase(Locale.ROOT),
                        e -> String.join(",", new ArrayList<>(e.getValue()))));
        Recu recu = new Recu(entetes, new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        recus.add(recu);
        Suite suite = reponse.apply(recu);
        suite.entetes().forEach(echange.getResponseHeaders()::add);
        byte[] corps = suite.corps().getBytes(StandardCharsets.UTF_8);
        echange.sendResponseHeaders(suite.statut(), corps.length == 0 ? -1 : corps.length);
        if (corps.length > 0) {
            echange.getResponseBody().write(corps);
        }
        echange.close();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }
}
