package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.Numeros;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'on sait des numéros d'un périmètre : pour chacun, son identité, à qui elle est liée, et l'empreinte de sa dernière fiche ; puis ceux
 * que la livraison nomme. Une quarantaine d'octets par numéro, pour des millions.
 */
final class Connus {

    /** Personne n'y est lié. */
    static final long AUCUN = 0;

    static final int INCONNU = Numeros.INCONNU;

    private static final int DEPART = 1 << 10;

    /** Ceux que l'on connaît, puis ceux que la livraison ajoute. */
    private final Numeros numeros = new Numeros();

    private long[] ids = new long[DEPART];
    private long[] lies = new long[DEPART];
    private long[] empreintes = new long[DEPART];
    private final BitSet avecEmpreinte = new BitSet();
    private final BitSet disparus = new BitSet();
    private final BitSet vus = new BitSet();
    private final BitSet lus = new BitSet();
    private int taille;

    /** Retient un numéro, une seule fois, avant d'en lire aucun. */
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
        numeros.placer(numero);
        taille++;
    }

    /** La place de ce numéro ; {@link #INCONNU} si on ne le connaissait pas avant la livraison. */
    int place(String numero) {
        int place = numeros.place(numero);
        return place < taille ? place : INCONNU;
    }

    /** La livraison a une fiche de ce numéro ; faux si elle en avait déjà une. */
    boolean lire(String numero) {
        int place = numeros.placer(numero);
        boolean premiere = !lus.get(place);
        lus.set(place);
        vus.set(place);
        return premiere;
    }

    /** Vrai si on le connaissait, ou que la livraison en a une fiche. */
    boolean existe(String numero) {
        return numeros.contient(numero);
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

    /** Combien on en connaissait avant la livraison. */
    int taille() {
        return taille;
    }

    /** Vrai si on le connaissait encore, et que la livraison ne l'a pas nommé. */
    boolean parti(int place) {
        return !vus.get(place) && !disparus.get(place);
    }
}
