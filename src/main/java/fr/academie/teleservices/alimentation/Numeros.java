package fr.academie.teleservices.alimentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Des numéros, chacun à sa place (0, 1, 2…), dans l'ordre où ils sont venus ; pour des millions : douze à vingt-quatre octets l'un, tant que
 * ce sont des nombres, ce que sont tous ceux que l'on connaît. Un autre numéro est gardé tel quel.
 */
public final class Numeros {

    /** La place d'un numéro qui n'y est pas. */
    public static final int INCONNU = -1;

    private static final int DEPART = 1 << 10;
    /** De 0 à dix-huit chiffres, sans zéro devant : le nombre et le texte se répondent. */
    private static final int CHIFFRES = 18;

    private static final long VIDE = -1;

    private long[] cles = vides(DEPART);
    private int[] places = new int[DEPART];
    private int nombres;
    private final Map<String, Integer> autres = new HashMap<>();

    /** Ajoute ce numéro ; faux s'il y était. */
    public boolean ajouter(String numero) {
        int avant = nombre();
        placer(numero);
        return nombre() > avant;
    }

    public boolean contient(String numero) {
        return place(numero) != INCONNU;
    }

    public int nombre() {
        return nombres + autres.size();
    }

    /** La place de ce numéro ; {@link #INCONNU} s'il n'y est pas. */
    public int place(String numero) {
        long valeur = valeur(numero);
        if (valeur == VIDE) {
            return autres.getOrDefault(numero, INCONNU);
        }
        int trouvee = chercher(cles, valeur);
        return cles[trouvee] == valeur ? places[trouvee] : INCONNU;
    }

    /** La place de ce numéro, ajouté s'il n'y était pas. */
    public int placer(String numero) {
        int suivante = nombre();
        long valeur = valeur(numero);
        if (valeur == VIDE) {
            Integer avant = autres.putIfAbsent(numero, suivante);
            return avant == null ? suivante : avant;
        }
        int trouvee = chercher(cles, valeur);
        if (cles[trouvee] == valeur) {
            return places[trouvee];
        }
        cles[trouvee] = valeur;
        places[trouvee] = suivante;
        nombres++;
        if (nombres * 2L > cles.length) {
            agrandir();
        }
        return suivante;
    }

    /** Ce que les nombres tiennent en mémoire. */
    long octets() {
        return (long) cles.length * (Long.BYTES + Integer.BYTES);
    }

    private void agrandir() {
        long[] grandes = vides(cles.length * 2);
        int[] leurs = new int[grandes.length];
        for (int i = 0; i < cles.length; i++) {
            if (cles[i] != VIDE) {
                int place = chercher(grandes, cles[i]);
                grandes[place] = cles[i];
                leurs[place] = places[i];
            }
        }
        cles = grandes;
        places = leurs;
    }

    private static long[] vides(int taille) {
        long[] vides = new long[taille];
        Arrays.fill(vides, VIDE);
        return vides;
    }

    private static int chercher(long[] cles, long valeur) {
        int masque = cles.length - 1;
        // Brouille : des numéros qui se suivent, ou choisis pour cela, ne tombent pas tous à côté.
        long brouille = valeur * 0x9E3779B97F4A7C15L;
        int place = (int) (brouille ^ (brouille >>> 32)) & masque;
        while (cles[place] != VIDE && cles[place] != valeur) {
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
