package fr.academie.teleservices.alimentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** L'empreinte (SHA-256) de ce que contiennent des fichiers, hors de leurs archives : la même livraison se reconnaît à elle. */
public final class EmpreinteDeFichiers {

    private final MessageDigest condense;

    public EmpreinteDeFichiers() {
        try {
            condense = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ajoute un nom. */
    public void nom(String nom) {
        condense.update(nom.getBytes(StandardCharsets.UTF_8));
        condense.update((byte) 0);
    }

    /**
     * Ajoute un contenu, et ferme le flux.
     *
     * @throws FichierRefuse s'il vient d'une archive hostile
     */
    public void contenu(InputStream flux) throws FichierRefuse, IOException {
        try (InputStream lu = new DigestInputStream(flux, condense)) {
            lu.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException e) {
            if (e.getCause() instanceof FichierRefuse refus) {
                throw refus;
            }
            throw e;
        }
    }

    /** En 64 chiffres hexadécimaux ; plus rien ne s'y ajoute. */
    public String valeur() {
        return HexFormat.of().formatHex(condense.digest());
    }
}
