package fr.academie.teleservices.alimentation.livraison;

import org.jspecify.annotations.Nullable;

/**
 * L'empreinte, sur 64 bits, des champs qu'une fiche emploie : la même que la dernière fois, la fiche n'a pas changé. Une fiche changée n'a
 * qu'une chance sur 2⁶⁴ d'y paraître inchangée. Son calcul ne change plus : les empreintes sont gardées en base.
 */
final class Empreinte64 {

    private static final long DEPART = 0xCBF29CE484222325L;
    private static final long PREMIER = 0x100000001B3L;
    private static final int ABSENT = 0x1_0000;
    private static final int FIN = 0x1_0001;

    private long valeur = DEPART;

    /** Ajoute un champ ; un champ absent n'est pas un champ vide. */
    Empreinte64 avec(@Nullable Object champ) {
        if (champ == null) {
            melanger(ABSENT);
        } else {
            String texte = champ.toString();
            for (int i = 0; i < texte.length(); i++) {
                melanger(texte.charAt(i));
            }
        }
        melanger(FIN);
        return this;
    }

    /** L'empreinte de ce qui a été ajouté. */
    long valeur() {
        long h = valeur;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    private void melanger(int signe) {
        valeur = (valeur ^ signe) * PREMIER;
    }
}
