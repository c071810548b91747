package fr.academie.teleservices.demonstration;

import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Une passerelle qui garde en mémoire tous les SMS que l'application lui confie, quel qu'en soit le destinataire. */
public final class SmsDeDemonstration {

    /** Le secret qu'elle attend. */
    private static final String SECRET = "jeton-de-demonstration";

    /**
     * Un SMS reçu.
     *
     * @param numero au format E.164
     */
    public record Sms(String expediteur, String numero, Instant recuLe, String texte) {}

    private final Clock horloge;
    private final List<Sms> recus = new ArrayList<>();

    public SmsDeDemonstration(Clock horloge) {
        this.horloge = horloge;
    }

    /** Les réglages de l'application qui mènent à celle-ci, servie à cette adresse. */
    static Map<String, String> reglages(String adresse) {
        return Map.of(
                "sms.adresse", adresse,
                "sms.entetes", "Authorization",
                "sms.entete.Authorization", "Bearer {{secret}}",
                "sms.secret", SECRET,
                "sms.expediteur", "Academie",
                "sms.corps", "{\"from\": \"{{expediteur}}\", \"to\": \"{{numero}}\", \"text\": \"{{texte}}\"}",
                "sms.reussite", "\"etat\":\"accepte\"");
    }

    /** Vrai si cet en-tête d'autorisation est celui que les réglages donnent. */
    static boolean autorise(String entete) {
        return ("Bearer " + SECRET).equals(entete);
    }

    /** Garde un envoi. */
    synchronized void recevoir(String corps) {
        JsonObject envoi = FabriqueJson.lireObjet(corps);
        recus.add(new Sms(envoi.getString("from"), envoi.getString("to"), horloge.instant(), envoi.getString("text")));
        notifyAll();
    }

    /** Les SMS reçus, du plus ancien au plus récent. */
    public synchronized List<Sms> recus() {
        return List.copyOf(recus);
    }

    /**
     * Attend qu'il y ait au moins ce nombre de SMS.
     *
     * @return tous les SMS reçus, moins nombreux si le délai est passé
     */
    public synchronized List<Sms> attendre(int nombre, Duration delai) throws InterruptedException {
        long limite = System.nanoTime() + delai.toNanos();
        long reste = delai.toMillis();
        while (recus.size() < nombre && reste > 0) {
            wait(reste);
            reste = (limite - System.nanoTime()) / 1_000_000;
        }
        return recus();
    }

    /** Oublie ce qui a été reçu. */
    public synchronized void vider() {
        recus.clear();
    }
}
