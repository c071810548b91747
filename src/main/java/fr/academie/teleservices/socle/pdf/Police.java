package fr.academie.teleservices.socle.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Une police telle que les PDF l'embarquent, en TrueType : celles du DSFR, lues dans leur fichier WOFF, ou un fichier TrueType.
 *
 * <p>WOFF 1.0 : chaque table TrueType, compressée par zlib si cela la raccourcit. Source : https://www.w3.org/TR/WOFF/.
 */
final class Police {

    private static final int SIGNATURE_WOFF = 0x774F4646;
    private static final int ENTETE_WOFF = 44;
    private static final int ENTREE_WOFF = 20;
    private static final int ENTETE_SFNT = 12;
    private static final int ENTREE_SFNT = 16;

    private final byte[] trueType;

    private Police(byte[] trueType) {
        this.trueType = trueType;
    }

    /** La police de cette ressource, voisine de cette classe, ou de ce chemin absolu. */
    static Police lire(String ressource) {
        try (InputStream flux = Police.class.getResourceAsStream(ressource)) {
            if (flux == null) {
                throw new IllegalStateException("Le WAR est incomplet : la police " + ressource + " manque.");
            }
            byte[] lue = flux.readAllBytes();
            return new Police(ressource.endsWith(".woff") ? decoder(lue) : lue);
        } catch (IOException | DataFormatException e) {
            throw new IllegalStateException("La police " + ressource + " est illisible.", e);
        }
    }

    InputStream flux() {
        return new ByteArrayInputStream(trueType);
    }

    private static byte[] decoder(byte[] woff) throws DataFormatException {
        ByteBuffer source = ByteBuffer.wrap(woff);
        if (source.getInt(0) != SIGNATURE_WOFF) {
            throw new DataFormatException("Ce n'est pas un fichier WOFF.");
        }
        int tables = source.getShort(12);
        ByteBuffer cible = ByteBuffer.allocate(source.getInt(16));
        int puissance = Integer.highestOneBit(tables);
        cible.putInt(source.getInt(4))
                .putShort((short) tables)
                .putShort((short) (puissance * ENTREE_SFNT))
                .putShort((short) Integer.numberOfTrailingZeros(puissance))
                .putShort((short) ((tables - puissance) * ENTREE_SFNT));
        int suite = ENTETE_SFNT + tables * ENTREE_SFNT;
        for (int i = 0; i < tables; i++) {
            int entree = ENTETE_WOFF + i * ENTREE_WOFF;
            int longueur = source.getInt(entree + 12);
            cible.position(ENTETE_SFNT + i * ENTREE_SFNT)
                    .putInt(source.getInt(entree))
                    .putInt(source.getInt(entree + 16))
                    .putInt(suite)
                    .putInt(longueur);
            cible.position(suite).put(table(woff, source.getInt(entree + 4), source.getInt(entree + 8), longueur));
            suite += (longueur + 3) & ~3;
        }
        return cible.array();
    }

    private static byte[] table(byte[] woff, int debut, int comprimee, int longueur) throws DataFormatException {
        byte[] table = new byte[longueur];
        if (comprimee == longueur) {
            System.arraycopy(woff, debut, table, 0, longueur);
            return table;
        }
        Inflater zlib = new Inflater();
        try {
            zlib.setInput(woff, debut, comprimee);
            if (zlib.inflate(table) != longueur) {
                throw new DataFormatException("Table de police tronquée.");
            }
            return table;
        } finally {
            zlib.end();
        }
    }
}
