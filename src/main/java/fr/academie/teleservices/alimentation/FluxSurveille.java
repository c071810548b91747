package fr.academie.teleservices.alimentation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Les octets d'un fichier, regardés au passage. Deux choses qu'un lecteur XML ne sait pas voir :
 *
 * <ul>
 *   <li>trop d'octets sans une balise de plus (une balise, un commentaire ou un texte démesuré), qu'il garderait en mémoire ;
 *   <li>de l'UTF-8 dans un fichier qui s'annonce d'un octet par caractère : tout s'y lit, et « É » y devient « Ã‰ ».
 * </ul>
 */
final class FluxSurveille extends FilterInputStream {

    /** Le plus long morceau d'un vrai export tient en quelques milliers de signes. */
    private static final int SANS_REPERE = 1 << 20;

    private long depuisLeRepere;
    private int ligne = 1;
    private int suite;
    private int lettre;
    private boolean octetSeul;
    private int ligneDeLUtf8;
    private boolean demesure;
    private boolean regarde = true;

    FluxSurveille(InputStream source) {
        super(source);
    }

    /** Une balise vient d'être lue. */
    void repere() {
        depuisLeRepere = 0;
    }

    /** L'encodage annoncé n'est pas d'un octet par caractère : le lecteur XML verra lui-même un octet faux. */
    void neRegardePlus() {
        regarde = false;
    }

    /** Vrai si la lecture s'est arrêtée sur un morceau démesuré. */
    boolean demesure() {
        return demesure;
    }

    /** La ligne où une lettre accentuée est écrite en UTF-8, si aucune ne l'était autrement jusque-là ; 0 si ce n'est pas arrivé. */
    int ligneDeLUtf8() {
        return ligneDeLUtf8;
    }

    int ligne() {
        return ligne;
    }

    @Override
    public int read() throws IOException {
        byte[] un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xFF;
    }

    @Override
    public int read(byte[] tampon, int debut, int longueur) throws IOException {
        if (depuisLeRepere > SANS_REPERE) {
            demesure = true;
            throw new IOException("Plus de " + SANS_REPERE + " octets sans une balise.");
        }
        int lus = super.read(tampon, debut, longueur);
        if (lus > 0) {
            depuisLeRepere += lus;
            if (regarde) {
                regarder(tampon, debut, debut + lus);
                // Un vrai octet accentué a été vu : rien de ce qui suit ne peut plus contredire l'encodage.
                regarde = !octetSeul;
            }
        }
        return lus;
    }

    private void regarder(byte[] octets, int debut, int fin) {
        for (int i = debut; i < fin; i++) {
            byte octet = octets[i];
            if (octet >= 0) {
                if (octet == '\n') {
                    ligne++;
                }
                if (suite > 0) {
                    suite = 0;
                    octetSeul = true;
                }
            } else {
                regarderHaut(octet & 0xFF);
            }
        }
    }

    private void regarderHaut(int octet) {
        if (suite > 0 && octet < 0xC0) {
            lettre = (lettre << 6) | (octet & 0x3F);
            suite--;
            if (suite == 0 && estDEurope(lettre) && !octetSeul && ligneDeLUtf8 == 0) {
                ligneDeLUtf8 = ligne;
            }
            return;
        }
        octetSeul |= suite > 0 || octet < 0xC2 || octet > 0xF4;
        suite = octet < 0xC2 || octet > 0xF4 ? 0 : octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        lettre = octet & (0x3F >> suite);
    }

    /** Les lettres accentuées et la ponctuation d'un nom d'ici ; les autres suites pourraient être du vrai texte d'un octet par lettre. */
    private static boolean estDEurope(int lettre) {
        return (lettre >= 0xC0 && lettre <= 0x17F)
                || (lettre >= 0x1E00 && lettre <= 0x1EFF)
                || (lettre >= 0x2010 && lettre <= 0x203A);
    }
}
