package fr.academie.teleservices.socle.pdf;

import java.io.IOException;
import java.io.OutputStream;

/** Une sortie qui sait combien d'octets elle a reçus. */
final class SortieComptee extends OutputStream {

    private final OutputStream cible;
    private long ecrits;

    SortieComptee(OutputStream cible) {
        this.cible = cible;
    }

    long ecrits() {
        return ecrits;
    }

    @Override
    public void write(int octet) throws IOException {
        cible.write(octet);
        ecrits++;
    }

    @Override
    public void write(byte[] octets, int debut, int longueur) throws IOException {
        cible.write(octets, debut, longueur);
        ecrits += longueur;
    }

    @Override
    public void flush() throws IOException {
        cible.flush();
    }
}
