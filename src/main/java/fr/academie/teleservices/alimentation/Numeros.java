package fr.academie.teleservices.alimentation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Un ensemble de numéros, pour des millions : dix à vingt octets l'un, tant que ce sont des nombres, ce que sont tous ceux que l'on connaît.
 * Un autre numéro est gardé tel quel.
 */
public final class Numeros {

    private static final int DEPART = 1 << 10;
    /** De 0 à dix-huit chiffres, sans zéro devant : le nombre et le texte se répondent. */
    private static final int CHIFFRES = 18;

    private static final long VIDE = -1;

    private long[] cases = vides(DEPART);
    private int nombre;
    private final Set<String> autres = new HashSet<>();

    /** Ajoute ce numéro ; faux s'il y était. */
    public boolean ajouter(String numero) {
        long valeur = valeur(numero);
        if (valeur == VIDE) {
            return autres.add(numero);
        }
        int place = place(cases, valeur);
        if (cases[place] == valeur) {
            return false;
        }
        cases[place] = valeur;
        nombre++;
        if (nombre * 2L > cases.length) {
            agrandir();
        }
        return true;
    }

    public boolean contient(String numero) {
        long valeur = valeur(numero);
        return valeur == VIDE ? autres.contains(numero) : cases[place(cases, valeur)] == valeur;
    }

    public int nombre() {
        return nombre + autres.size();
    }

    /** La place des nombres en mémoire. */
    long octets() {
        return (long) cases.length * Long.BYTES;
    }

    private void agrandir() {
        long[] grandes = vides(cases.length * 2);
        for (long valeur : cases) {
            if (valeur != VIDE) {
                grandes[place(grandes, valeur)] = valeur;
            }
        }
        cases = grandes;
    }

    private static long[] vides(int taille) {
        long[] vides = new long[taille];
        Arrays.fill(vides, VIDE);
        return vides;
    }

    private static int place(long[] cases, long valeur) {
        int masque = cases.length - 1;
        // Brouille : des numéros qui se suivent, ou choisis pour cela, ne tombent pas tous à côté.
        long brouille = valeur * 0x9E3779B97F4A7C15L;
        int place = (int) (brouille ^ (brouille >>> 32)) & masque;
        while (cases[place] != VIDE && cases[place] != valeur) {
            place = (place + 1) & masque;
        }
        return place;
    }

    private static long valeur(String numero) {
        int longueur = numero.length();
        if (longueur == 0 || longueur > CHIFFRES || (numero.charAt(0) == '0' && longueur > 1)) {
            return VIDE;
        }
        long valeur = 0;
        for (int i = 0; i < longueur; i++) {
            int chiffre = numero.charAt(i) - '0';
            if (chiffre < 0 || chiffre > 9) {
                return VIDE;
            }
            valeur = valeur * 10 + chiffre;
        }
        return valeur;
    }
}
