package fr.academie.teleservices.socle.securite;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Ce qu'un lien envoyé par courriel porte ; la base n'en connaît que l'empreinte. */
public record Jeton(String valeur) {

    private static final int OCTETS = 32;

    public static Jeton tirer(SecureRandom hasard) {
        byte[] octets = new byte[OCTETS];
        hasard.nextBytes(octets);
        return new Jeton(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** 64 chiffres hexadécimaux. */
    public String empreinte() {
        return HexFormat.of().formatHex(Empreinte.sha256(valeur));
    }

    @Override
    public String toString() {
        return "Jeton";
    }
}
