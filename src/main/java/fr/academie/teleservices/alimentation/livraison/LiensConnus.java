package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.util.BitSet;

/** Les constats d'un périmètre, par identité et élève : une vingtaine d'octets l'un. */
final class LiensConnus {

    static final int INCONNU = -1;

    private static final int DEPART = 1 << 10;

    private long[] identites = new long[DEPART];
    private long[] eleves = new long[DEPART];
    private byte[] titres = new byte[DEPART * 2];
    private BitSet vus = new BitSet();
    private BitSet ecartes = new BitSet();
    private BitSet refuses = new BitSet();
    private int nombre;
    private long enTout;

    /** Retient un constat, avant d'en voir aucun. */
    void ajouter(Constat constat) {
        poser(constat.identiteId(), constat.eleveId(), (byte) constat.niveau().code(), (byte)
                constat.lien().code());
        nombre++;
        if (nombre * 2L > identites.length) {
            agrandir();
        }
    }

    /** La place du constat de cette identité pour cet élève ; {@link #INCONNU} s'il n'y en a pas. */
    int place(long identite, long eleve) {
        int place = chercher(identite, eleve);
        return identites[place] == 0 ? INCONNU : place;
    }

    /** Vrai si ce constat dit déjà ce titre. */
    boolean pareil(int place, NiveauResponsabilite niveau, LienParente lien) {
        return titres[place * 2] == niveau.code() && titres[place * 2 + 1] == lien.code();
    }

    /** La livraison le dit ; faux si elle l'avait déjà dit. */
    boolean voir(int place) {
        boolean premiere = !vus.get(place);
        vus.set(place);
        return premiere;
    }

    /** La livraison en parle, d'une ligne refusée : ce qu'on en sait reste. */
    void refuser(int place) {
        refuses.set(place);
    }

    /** Vrai si la livraison l'a déjà dit autrement qu'on ne le savait. */
    boolean ecarte(int place) {
        return ecartes.get(place);
    }

    void ecarter(int place) {
        ecartes.set(place);
    }

    /** Combien le périmètre en a ; il en a d'autres si l'on n'a lu que ceux dont des différences parlent. */
    long enTout() {
        return Math.max(nombre, enTout);
    }

    void enTout(long combien) {
        enTout = combien;
    }

    /** Combien de places parcourir pour trouver les partis. */
    int places() {
        return identites.length;
    }

    /** Vrai si un constat est à cette place. */
    boolean existe(int place) {
        return identites[place] != 0;
    }

    boolean parti(int place) {
        return identites[place] != 0 && !vus.get(place) && !refuses.get(place);
    }

    Constat constat(int place) {
        return new Constat(identites[place], eleves[place], niveau(titres[place * 2]), lien(titres[place * 2 + 1]));
    }

    private static NiveauResponsabilite niveau(byte code) {
        for (NiveauResponsabilite niveau : NiveauResponsabilite.values()) {
            if (niveau.code() == code) {
                return niveau;
            }
        }
        throw new IllegalStateException("niveau " + code);
    }

    private static LienParente lien(byte code) {
        for (LienParente lien : LienParente.values()) {
            if (lien.code() == code) {
                return lien;
            }
        }
        throw new IllegalStateException("lien " + code);
    }

    private void poser(long identite, long eleve, byte niveau, byte lien) {
        int place = chercher(identite, eleve);
        identites[place] = identite;
        eleves[place] = eleve;
        titres[place * 2] = niveau;
        titres[place * 2 + 1] = lien;
    }

    private int chercher(long identite, long eleve) {
        int masque = identites.length - 1;
        long brouille = (identite * 0x9E3779B97F4A7C15L + eleve) * 0xC2B2AE3D27D4EB4FL;
        int place = (int) (brouille ^ (brouille >>> 32)) & masque;
        while (identites[place] != 0 && (identites[place] != identite || eleves[place] != eleve)) {
            place = (place + 1) & masque;
        }
        return place;
    }

    private void agrandir() {
        long[] avantIdentites = identites;
        long[] avantEleves = eleves;
        byte[] avantTitres = titres;
        identites = new long[avantIdentites.length * 2];
        eleves = new long[identites.length];
        titres = new byte[identites.length * 2];
        for (int i = 0; i < avantIdentites.length; i++) {
            if (avantIdentites[i] != 0) {
                poser(avantIdentites[i], avantEleves[i], avantTitres[i * 2], avantTitres[i * 2 + 1]);
            }
        }
        vus = new BitSet();
        ecartes = new BitSet();
        refuses = new BitSet();
    }
}
