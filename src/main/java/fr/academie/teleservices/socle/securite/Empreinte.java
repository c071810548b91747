package fr.academie.teleservices.socle.securite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Empreinte SHA-256 de ce que la base doit reconnaître sans le connaître. */
public final class Empreinte {

    private Empreinte() {}

    /** 32 octets. */
    public static byte[] sha256(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Toute plateforme Java fournit SHA-256.", e);
        }
    }
}
