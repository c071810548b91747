package fr.academie.teleservices.deploiement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Un service abonné qui n'apprend des comptes que ce qu'on lui en remet, comme {@code src/site/diffusion.md} le dit : une remise déjà lue se
 * reconnaît à son numéro, et dans un compte elles viennent dans l'ordre. Et une passerelle de SMS qui accepte tout.
 */
final class AbonneDeTenue implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String FERME = "FERME";

    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newFixedThreadPool(2);
    private final Map<String, String> comptes = new ConcurrentHashMap<>();
    private final Map<String, Long> derniers = new ConcurrentHashMap<>();
    private final List<String> desordres = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder recus = new LongAdder();
    private final LongAdder redits = new LongAdder();
    private final LongAdder sms = new LongAdder();

    AbonneDeTenue() throws IOException {
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/evenements", this::recevoir);
        serveur.createContext("/sms", this::prendreUnSms);
        serveur.setExecutor(fils);
        serveur.start();
    }

    int port() {
        return serveur.getAddress().getPort();
    }

    private void recevoir(HttpExchange echange) throws IOException {
        JsonObject charge =
                FabriqueJson.lireObjet(new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        long sequence = Long.parseLong(echange.getRequestHeaders().getFirst("ce-sequence"));
        if (charge.containsKey("compte")) {
            apprendre(charge, sequence);
        }
        recus.increment();
        repondre(echange);
    }

    private void apprendre(JsonObject charge, long sequence) {
        String compte = charge.getString("compte");
        long dernier = derniers.getOrDefault(compte, 0L);
        if (sequence == dernier) {
            redits.increment();
            return;
        }
        if (sequence < dernier) {
            desordres.add(compte + " : " + sequence + " après " + dernier);
            return;
        }
        derniers.put(compte, sequence);
        comptes.put(compte, "COMPTE_FERME".equals(charge.getString("type")) ? FERME : liens(charge));
    }

    private static String liens(JsonObject charge) {
        return charge.getJsonArray("rattachements").stream()
                .map(JsonValue::asJsonObject)
                .map(lien -> lien.getJsonObject("eleve").getString("identifiant") + "/" + lien.getInt("niveau") + "/"
                        + lien.getString("etat"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void prendreUnSms(HttpExchange echange) throws IOException {
        echange.getRequestBody().readAllBytes();
        sms.increment();
        repondre(echange);
    }

    private static void repondre(HttpExchange echange) throws IOException {
        echange.sendResponseHeaders(204, -1);
        echange.close();
    }

    /** Ce qu'il sait de chaque compte : FERME, ou ses liens « élève/niveau/état » dans l'ordre. */
    Map<String, String> comptes() {
        return new TreeMap<>(comptes);
    }

    /** Les remises venues dans le désordre ; vide si aucune. */
    List<String> desordres() {
        return List.copyOf(desordres);
    }

    @Override
    public String toString() {
        return recus + " remises à l'abonné (" + redits + " redites), " + sms + " SMS";
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }
}
