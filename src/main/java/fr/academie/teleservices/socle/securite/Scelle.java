package fr.academie.teleservices.socle.securite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Scelle un texte pour le porteur d'une clé privée : qui n'a que la clé publique peut sceller, jamais relire.
 *
 * <p>Accord X25519 avec une clé tirée pour chaque texte, dérivation HMAC-SHA-256 liée aux deux clés publiques, AES-256-GCM. Forme :
 * longueur de la clé publique d'un jour, cette clé, texte chiffré. Le contexte n'est pas dedans mais l'ouvre : un texte déplacé ne
 * s'ouvre pas.
 */
public final class Scelle {

    private static final String COURBE = "X25519";
    private static final String HMAC = "HmacSHA256";
    private static final int ETIQUETTE_BITS = 128;
    private static final int VECTEUR_OCTETS = 12;
    private static final SecureRandom HASARD = new SecureRandom();
    private static final Base64.Encoder EN_TEXTE = Base64.getEncoder();
    private static final Base64.Decoder DU_TEXTE = Base64.getDecoder();

    private Scelle() {}

    /** Une paire nouvelle. */
    public static KeyPair paire() {
        try {
            return KeyPairGenerator.getInstance(COURBE).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cette machine Java n'a pas X25519.", e);
        }
    }

    /** La clé publique de cette paire, en 60 caractères ASCII. */
    public static String publique(KeyPair paire) {
        return EN_TEXTE.encodeToString(paire.getPublic().getEncoded());
    }

    /**
     * Le texte scellé, en ASCII.
     *
     * @param publique de {@link #publique(KeyPair)}
     * @param contexte ce qu'il faudra redonner pour l'ouvrir
     */
    public static String sceller(String publique, String texte, String contexte) {
        try {
            KeyPair dUnJour = paire();
            byte[] sienne = dUnJour.getPublic().getEncoded();
            byte[] destinataire = DU_TEXTE.decode(publique);
            byte[] vecteur = new byte[VECTEUR_OCTETS];
            HASARD.nextBytes(vecteur);
            SecretKeySpec cle = cle(dUnJour.getPrivate(), publique(destinataire), sienne, destinataire);
            byte[] chiffre = chiffrer(Cipher.ENCRYPT_MODE, cle, vecteur, contexte, texte.getBytes(UTF_8));
            return EN_TEXTE.encodeToString(ByteBuffer.allocate(1 + sienne.length + VECTEUR_OCTETS + chiffre.length)
                    .put((byte) sienne.length)
                    .put(sienne)
                    .put(vecteur)
                    .put(chiffre)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Un texte n'a pas pu être scellé.", e);
        }
    }

    /** Le texte ; lève {@link IllegalStateException} si ce n'est ni cette paire, ni ce contexte, ou si un octet a changé. */
    public static String ouvrir(KeyPair paire, String scelle, String contexte) {
        try {
            byte[] octets = DU_TEXTE.decode(scelle);
            int debut = 1 + octets[0];
            byte[] sienne = Arrays.copyOfRange(octets, 1, debut);
            byte[] vecteur = Arrays.copyOfRange(octets, debut, debut + VECTEUR_OCTETS);
            byte[] chiffre = Arrays.copyOfRange(octets, debut + VECTEUR_OCTETS, octets.length);
            SecretKeySpec cle = cle(
                    paire.getPrivate(),
                    publique(sienne),
                    sienne,
                    paire.getPublic().getEncoded());
            return new String(chiffrer(Cipher.DECRYPT_MODE, cle, vecteur, contexte, chiffre), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("Un texte scellé ne s'ouvre pas.", e);
        }
    }

    private static PublicKey publique(byte[] encodee) throws GeneralSecurityException {
        return KeyFactory.getInstance(COURBE).generatePublic(new X509EncodedKeySpec(encodee));
    }

    private static SecretKeySpec cle(PrivateKey privee, PublicKey autre, byte[] dUnJour, byte[] destinataire)
            throws GeneralSecurityException {
        KeyAgreement accord = KeyAgreement.getInstance(COURBE);
        accord.init(privee);
        accord.doPhase(autre, true);
        Mac derivation = Mac.getInstance(HMAC);
        derivation.init(new SecretKeySpec(accord.generateSecret(), HMAC));
        derivation.update(dUnJour);
        derivation.update(destinataire);
        return new SecretKeySpec(derivation.doFinal(), "AES");
    }

    private static byte[] chiffrer(int mode, SecretKeySpec cle, byte[] vecteur, String contexte, byte[] texte)
            throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, cle, new GCMParameterSpec(ETIQUETTE_BITS, vecteur));
        aes.updateAAD(contexte.getBytes(UTF_8));
        return aes.doFinal(texte);
    }
}
