package fr.academie.teleservices.alimentation;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Un fichier d'une archive, décomprimé au fil de l'eau : trop gonflé, en proportion ou en tout, ou abîmé, il s'arrête sur un
 * {@link FichierRefuse} (cause de l'{@link IOException}). Les tailles que l'archive annonce ne sont pas crues.
 */
final class FluxDArchive extends FilterInputStream {

    /** Un export en XML se comprime de dix à trente fois ; deflate ne sait pas faire mieux que mille. */
    private static final int GONFLEMENT = 100;

    private static final long SANS_CONTROLE = 1 << 20;

    private final String nom;
    private final long comprime;
    private final long maximum;
    private final long crcAttendu;
    private final CRC32 crc = new CRC32();
    private long lus;

    /**
     * Surveille un fichier.
     *
     * @param comprime sa taille dans l'archive, en octets
     * @param maximum ce qu'il peut contenir, en octets
     * @param crcAttendu celui qu'annonce l'archive ; négatif s'il n'est pas dit
     */
    FluxDArchive(InputStream source, String nom, long comprime, long maximum, long crcAttendu) {
        super(source);
        this.nom = nom;
        this.comprime = comprime;
        this.maximum = maximum;
        this.crcAttendu = crcAttendu;
    }

    /** Vrai si un fichier de cette taille, comprimé à tant, est hostile : on peut croire une archive qui le dit d'elle-même. */
    static boolean estDemesure(long taille, long comprime) {
        return taille > SANS_CONTROLE && taille / GONFLEMENT > comprime;
    }

    @Override
    public int read() throws IOException {
        byte[] un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xFF;
    }

    @Override
    public int read(byte[] tampon, int debut, int longueur) throws IOException {
        int pris;
        try {
            pris = super.read(tampon, debut, longueur);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new IOException(new FichierRefuse(CodeRemarque.ARCHIVE_ABIMEE, nom, 0, e));
        }
        if (pris < 0) {
            if (crcAttendu >= 0 && crc.getValue() != crcAttendu) {
                throw refus(CodeRemarque.ARCHIVE_ABIMEE);
            }
            return pris;
        }
        crc.update(tampon, debut, pris);
        lus += pris;
        if (lus > maximum || estDemesure(lus, comprime)) {
            throw refus(CodeRemarque.ARCHIVE_DEMESUREE);
        }
        return pris;
    }

    private IOException refus(CodeRemarque code) {
        return new IOException(new FichierRefuse(code, nom, 0));
    }
}
