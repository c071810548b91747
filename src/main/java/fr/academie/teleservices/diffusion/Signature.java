package fr.academie.teleservices.diffusion;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Les trois en-têtes par lesquels un abonné sait que l'envoi vient de nous, qu'il est entier et qu'il est récent : HMAC-SHA256 de « numéro
 * . instant . corps ». Source : Standard Webhooks 1.0, que des bibliothèques de chaque langage vérifient.
 */
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    static Map<String, String> entetes(byte[] cle, String numero, Instant le, byte[] corps) {
        String instant = String.valueOf(le.getEpochSecond());
        Map<String, String> entetes = new LinkedHashMap<>();
        entetes.put("webhook-id", numero);
        entetes.put("webhook-timestamp", instant);
        entetes.put("webhook-signature", "v1," + hmac(cle, numero + "." + instant + ".", corps));
        return entetes;
    }

    private static String hmac(byte[] cle, String debut, byte[] corps) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(cle, HMAC));
            mac.update(debut.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(corps));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Toute machine Java porte HmacSHA256.", e);
        }
    }
}
