package fr.academie.teleservices.alimentation;

import fr.academie.teleservices.compte.Identite;
import java.text.Normalizer;
import java.util.BitSet;

/**
 * Un nom où SIECLE a écrit « ? » à la place des lettres qu'il ne sait pas exporter : « Bo?EK » pour « Božek ».
 *
 * <p>Il ne fait que reconnaître, lettre pour lettre, un nom déjà connu : il ne le remplace jamais, et ne suffit pas à faire une personne.
 */
public final class NomTronque {

    private static final String PERDUE = "?";

    private NomTronque() {}

    /** Vrai si ce nom a perdu des lettres. */
    public static boolean estTronque(String nom) {
        return nom.contains(PERDUE);
    }

    /**
     * Vrai si ce nom peut être celui-là : chaque « ? » y répond à une lettre, une apostrophe ou un tiret, et un seul ; le reste se compare
     * comme {@link Identite#normaliser}. Un nom entier ne correspond qu'à son égal, un nom sans une lettre à aucun.
     */
    public static boolean correspond(String tronque, String connu) {
        String[] morceaux = tronque.split("\\?", -1);
        if (Identite.normaliser(String.join("", morceaux)).isEmpty()) {
            return false;
        }
        int[] signes =
                Normalizer.normalize(connu, Normalizer.Form.NFC).codePoints().toArray();
        BitSet atteints = new BitSet();
        atteints.set(0);
        for (int i = 0; i < morceaux.length; i++) {
            atteints = i == 0 ? atteints : apresUnSigne(atteints, signes);
            atteints = apresUnMorceau(atteints, signes, Identite.normaliser(morceaux[i]));
        }
        return atteints.get(signes.length);
    }

    private static BitSet apresUnSigne(BitSet depuis, int[] signes) {
        BitSet atteints = new BitSet();
        depuis.stream()
                .filter(i -> i < signes.length && peutSePerdre(signes[i]))
                .forEach(i -> atteints.set(i + 1));
        return atteints;
    }

    private static boolean peutSePerdre(int signe) {
        return Character.isLetter(signe)
                || signe == '?'
                || (!Character.isSpaceChar(signe)
                        && Identite.normaliser(Character.toString(signe)).isEmpty());
    }

    /** Où l'on est après avoir lu exactement ce morceau, depuis l'une de ces places ; ce qui ne se compare pas se passe librement. */
    private static BitSet apresUnMorceau(BitSet depuis, int[] signes, String morceau) {
        BitSet atteints = new BitSet();
        depuis.stream().forEach(debut -> {
            String lu = "";
            int place = debut;
            while (morceau.startsWith(lu)) {
                if (lu.length() == morceau.length()) {
                    atteints.set(place);
                }
                if (place == signes.length) {
                    return;
                }
                lu += Identite.normaliser(Character.toString(signes[place++]));
            }
        });
        return atteints;
    }
}
