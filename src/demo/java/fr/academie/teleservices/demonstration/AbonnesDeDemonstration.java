package fr.academie.teleservices.demonstration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Deux services abonnés, sur cette machine seule, qui disent ce qu'ils reçoivent : l'un tout, l'autre les seuls changements d'enfants. Ils
 * vérifient la signature comme {@code src/site/diffusion.md} le demande, sans rien du produit : une autre équipe l'écrirait ainsi.
 */
public final class AbonnesDeDemonstration implements AutoCloseable {

    static final String ENT = "ent";
    static final String CANTINE = "cantine";

    private static final String SECRET = "whsec_";
    private static final int OCTETS_DU_SECRET = 32;
    private static final Duration ECART_ADMIS = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";

    private final Map<String, byte[]> cles = new LinkedHashMap<>();
    private final HttpServer serveur;
    private final ExecutorService fil = Executors.newSingleThreadExecutor();
    private final Consumer<String> dire;
    private final Clock horloge;

    private AbonnesDeDemonstration(HttpServer serveur, Consumer<String> dire, Clock horloge) {
        this.serveur = serveur;
        this.dire = dire;
        this.horloge = horloge;
        SecureRandom hasard = new SecureRandom();
        for (String nom : List.of(ENT, CANTINE)) {
            byte[] cle = new byte[OCTETS_DU_SECRET];
            hasard.nextBytes(cle);
            cles.put(nom, cle);
            serveur.createContext("/" + nom, echange -> recevoir(nom, echange));
        }
        serveur.setExecutor(fil);
        serveur.start();
    }

    /**
     * Les démarre, sur un port libre.
     *
     * @param dire reçoit une phrase par envoi reçu ou refusé
     */
    public static AbonnesDeDemonstration demarrer(Consumer<String> dire, Clock horloge) {
        try {
            return new AbonnesDeDemonstration(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), dire, horloge);
        } catch (IOException e) {
            throw new DemarrageImpossible("Les services abonnés n'ont pas pu démarrer.", e);
        }
    }

    /** Où ils écoutent, sans barre finale. */
    public String adresse() {
        return "http://127.0.0.1:" + serveur.getAddress().getPort();
    }

    /** Ce qui les abonne, dans les réglages de l'application. */
    public Map<String, String> reglages() {
        Map<String, String> reglages = new LinkedHashMap<>();
        reglages.put("diffusion.abonnes", String.join(", ", cles.keySet()));
        cles.forEach((nom, cle) -> {
            reglages.put("diffusion." + nom + ".adresse", adresse() + "/" + nom);
            reglages.put("diffusion." + nom + ".secret", secret(nom));
            reglages.put("diffusion." + nom + ".adresses_privees", "127.0.0.1");
        });
        reglages.put("diffusion." + CANTINE + ".types", "RATTACHEMENTS_MODIFIES");
        return reglages;
    }

    String secret(String nom) {
        return SECRET + Base64.getEncoder().encodeToString(Objects.requireNonNull(cles.get(nom)));
    }

    private void recevoir(String nom, HttpExchange echange) throws IOException {
        byte[] corps = echange.getRequestBody().readAllBytes();
        boolean vrai = estSigne(nom, echange, corps);
        dire.accept(nom + " : " + (vrai ? raconter(corps) : "un envoi mal signé, refusé."));
        echange.sendResponseHeaders(vrai ? 204 : 401, -1);
        echange.close();
    }

    private boolean estSigne(String nom, HttpExchange echange, byte[] corps) {
        String numero = entete(echange, "webhook-id");
        String instant = entete(echange, "webhook-timestamp");
        if (!instant.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration ecart = Duration.between(Instant.ofEpochSecond(Long.parseLong(instant)), horloge.instant());
        return ecart.abs().compareTo(ECART_ADMIS) <= 0
                && MessageDigest.isEqual(
                        ("v1," + signature(Objects.requireNonNull(cles.get(nom)), numero + "." + instant + ".", corps))
                                .getBytes(StandardCharsets.UTF_8),
                        entete(echange, "webhook-signature").getBytes(StandardCharsets.UTF_8));
    }

    private static String entete(HttpExchange echange, String nom) {
        String valeur = echange.getRequestHeaders().getFirst(nom);
        return valeur == null ? "" : valeur;
    }

    private static String signature(byte[] cle, String debut, byte[] corps) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(cle, HMAC));
            mac.update(debut.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(corps));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** « COMPTE_FERME, cristelle.durand1, remplacé par cristelle.durand ; signature vérifiée. ». */
    private static String raconter(byte[] corps) {
        JsonObject charge = FabriqueJson.lireObjet(new String(corps, StandardCharsets.UTF_8));
        StringBuilder phrase = new StringBuilder(charge.getString("type", "?"));
        String compte = charge.getString("compte", "");
        if (!compte.isEmpty()) {
            phrase.append(", ").append(compte);
        }
        String remplacant = charge.getString("remplacePar", "");
        if (!remplacant.isEmpty()) {
            phrase.append(", remplacé par ").append(remplacant);
        }
        return phrase.append(" ; signature vérifiée.").toString();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fil.shutdownNow();
    }
}
