package fr.academie.teleservices.deploiement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Le certificat de « localhost », fait pour l'essai.
 *
 * @param certificat en PEM
 * @param cle sa clé privée, en PEM
 * @param confiance ce qui le croit
 */
record Certificat(Path certificat, Path cle, SSLContext confiance) {

    private static final String SECRET = "mandataire";

    /** Le fait dans ce dossier, qui existe. */
    static Certificat faire(Path dossier) {
        try {
            KeyStore paire = certifier(dossier.resolve("cle.p12"));
            return new Certificat(
                    pem(
                            dossier.resolve("certificat.pem"),
                            "CERTIFICATE",
                            paire.getCertificate("1").getEncoded()),
                    pem(
                            dossier.resolve("cle.pem"),
                            "PRIVATE KEY",
                            paire.getKey("1", SECRET.toCharArray()).getEncoded()),
                    croire(paire));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore certifier(Path magasin) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "1",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        magasin.toString())
                .redirectErrorStream(true)
                .start();
        String dit = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool : " + dit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        KeyStore cle = KeyStore.getInstance("PKCS12");
        try (InputStream flux = Files.newInputStream(magasin)) {
            cle.load(flux, SECRET.toCharArray());
        }
        return cle;
    }

    private static Path pem(Path fichier, String nature, byte[] contenu) throws IOException {
        return Files.writeString(
                fichier,
                "-----BEGIN " + nature + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(contenu) + "\n-----END " + nature
                        + "-----\n");
    }

    private static SSLContext croire(KeyStore cle) throws GeneralSecurityException, IOException {
        KeyStore certificats = KeyStore.getInstance("PKCS12");
        certificats.load(null, null);
        certificats.setCertificateEntry("1", cle.getCertificate("1"));
        TrustManagerFactory fabrique = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        fabrique.init(certificats);
        SSLContext contexte = SSLContext.getInstance("TLS");
        contexte.init(null, fabrique.getTrustManagers(), null);
        return contexte;
    }
}
