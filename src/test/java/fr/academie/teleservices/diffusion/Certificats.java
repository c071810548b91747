package fr.academie.teleservices.diffusion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Un certificat d'essai, fait par le keytool de ce JDK. */
final class Certificats {

    private static final char[] SECRET = "secret-d-essai".toCharArray();

    private Certificats() {}

    /** Ceux que cette machine reconnaît. */
    static SSLContext deLaMachine() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** De quoi servir sous ce nom, et être reconnu par qui emploie le même contexte. */
    static SSLContext pour(Path dossier, String nom)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path magasin = dossier.resolve(nom + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "abonne",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + nom,
                        "-ext",
                        "san=dns:" + nom,
                        "-keystore",
                        magasin.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET))
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool");
        }
        KeyStore cles = KeyStore.getInstance("PKCS12");
        try (InputStream lu = Files.newInputStream(magasin)) {
            cles.load(lu, SECRET);
        }
        KeyManagerFactory siennes = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        siennes.init(cles, SECRET);
        TrustManagerFactory reconnues = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        reconnues.init(cles);
        SSLContext contexte = SSLContext.getInstance("TLS");
        contexte.init(siennes.getKeyManagers(), reconnues.getTrustManagers(), null);
        return contexte;
    }
}
