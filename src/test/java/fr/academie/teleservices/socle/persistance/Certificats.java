package fr.academie.teleservices.socle.persistance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Des autorités et des certificats d'essai, faits par le keytool de ce JDK. */
record Certificats(Path dossier) {

    private static final String SECRET = "secret-d-essai";

    /** Une autorité neuve ; rend son certificat en PEM. */
    Path autorite(String nom) throws IOException, InterruptedException {
        keytool(nom, "-genkeypair", "-alias", nom, "-dname", "CN=Autorite " + nom, "-keyalg", "EC", "-ext", "bc:c");
        Path pem = dossier.resolve(nom + ".pem");
        keytool(nom, "-exportcert", "-rfc", "-alias", nom, "-file", pem.toString());
        return pem;
    }

    /** Un certificat de serveur, à ce nom, signé par cette autorité ; rend son PEM, sa clé à côté ({@link #cle}). */
    Path serveur(String nom, String autorite) throws IOException, InterruptedException, GeneralSecurityException {
        Path demande = dossier.resolve("serveur.csr");
        Path pem = dossier.resolve("serveur.pem");
        keytool("serveur", "-genkeypair", "-alias", "serveur", "-dname", "CN=" + nom, "-keyalg", "EC");
        keytool("serveur", "-certreq", "-alias", "serveur", "-file", demande.toString());
        keytool(
                autorite,
                "-gencert",
                "-rfc",
                "-alias",
                autorite,
                "-ext",
                "san=dns:" + nom,
                "-infile",
                demande.toString(),
                "-outfile",
                pem.toString());
        KeyStore magasin = KeyStore.getInstance("PKCS12");
        try (InputStream lu = Files.newInputStream(dossier.resolve("serveur.p12"))) {
            magasin.load(lu, SECRET.toCharArray());
        }
        byte[] cle = magasin.getKey("serveur", SECRET.toCharArray()).getEncoded();
        Files.writeString(
                cle(),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(cle)
                        + "\n-----END PRIVATE KEY-----\n");
        return pem;
    }

    Path cle() {
        return dossier.resolve("serveur.cle");
    }

    private void keytool(String magasin, String... arguments) throws IOException, InterruptedException {
        List<String> commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                dossier.resolve(magasin + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET));
        commande.addAll(List.of(arguments));
        Process processus = new ProcessBuilder(commande)
                .redirectErrorStream(true)
                .redirectOutput(dossier.resolve("keytool.txt").toFile())
                .start();
        if (processus.waitFor() != 0) {
            throw new IOException(Files.readString(dossier.resolve("keytool.txt")));
        }
    }
}
