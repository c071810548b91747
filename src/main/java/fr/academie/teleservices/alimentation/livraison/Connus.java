package fr.academie.teleservices.alimentation.livraison;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'on sait des numéros d'un périmètre : pour chacun, son identité, à qui elle est liée, et l'empreinte de sa dernière fiche. Une
 * quarantaine d'octets par numéro, pour des millions ; un numéro est un nombre, sinon il est gardé tel quel.
 */
final class Connus {

    /** Personne n'y est lié. */
    static final long AUCUN = 0;

    static final int INCONNU = -1;

    private static final int DEPART = 1 << 10;
    private static final int CHIFFRES = 18;
    private static final long VIDE = -1;

    private long[] cles = vides(DEPART);
    private int[] places = new int[DEPART];
    private int nombres;
    private final Map<String, Integer> autres = new HashMap<>();

    private long[] ids = new long[DEPART];
    private long[] lies = new long[DEPART];
    private long[] empreintes = new long[DEPART];
    private final BitSet avecEmpreinte = new BitSet();
    private final BitSet disparus = new BitSet();
    private final BitSet vus = new BitSet();
    private int taille;

    /** Retient un numéro, une seule fois. */
    void ajouter(String numero, long id, @Nullable Long lie, @Nullable Long empreinte, boolean disparu) {
        if (taille == ids.length) {
            ids = Arrays.copyOf(ids, taille * 2);
            lies = Arrays.copyOf(lies, taille * 2);
            empreintes = Arrays.copyOf(empreintes, taille * 2);
        }
        ids[taille] = id;
        lies[taille] = lie == null ? AUCUN : lie;
        empreintes[taille] = empreinte == null ? 0 : empreinte;
        avecEmpreinte.set(taille, empreinte != null);
        disparus.set(taille, disparu);
        long valeur = valeur(numero);
        if (valeur == VIDE) {
            autres.put(numero, taille);
        } else {
            int place = chercher(cles, valeur);
            cles[place] = valeur;
            places[place] = taille;
            nombres++;
            if (nombres * 2L > cles.length) {
                agrandir();
            }
        }
        taille++;
    }

    /** La place de ce numéro ; {@link #INCONNU} s'il ne l'est pas. */
    int place(String numero) {
        long valeur = valeur(numero);
        if (valeur == VIDE) {
            return autres.getOrDefault(numero, INCONNU);
        }
        int place = chercher(cles, valeur);
        return cles[place] == valeur ? places[place] : INCONNU;
    }

    long id(int place) {
        return ids[place];
    }

    long lie(int place) {
        return lies[place];
    }

    /** Vrai si la fiche de cette empreinte est la même que la dernière fois. */
    boolean inchange(int place, long empreinte) {
        return avecEmpreinte.get(place) && empreintes[place] == empreinte;
    }

    /** La livraison nomme ce numéro ; sans effet s'il n'est pas connu. */
    void voir(int place) {
        if (place != INCONNU) {
            vus.set(place);
        }
    }

    boolean vu(int place) {
        return place != INCONNU && vus.get(place);
    }

    int taille() {
        return taille;
    }

    /** Vrai si on le connaissait encore, et que la livraison ne l'a pas nommé. */
    boolean parti(int place) {
        return !vus.get(place) && !disparus.get(place);
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
