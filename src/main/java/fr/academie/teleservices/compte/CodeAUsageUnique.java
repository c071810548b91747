package fr.academie.teleservices.compte;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Un code envoyé par courriel ou par SMS, qu'une personne recopie. La base n'en garde que l'empreinte.
 *
 * @param chiffres tous, les zéros de tête compris, sans blanc
 */
public record CodeAUsageUnique(String chiffres) {

    private static final int CHIFFRES_D_UN_GROUPE = 4;

    /**
     * Tire un code neuf.
     *
     * @param longueur nombre de chiffres, 9 au plus
     */
    public static CodeAUsageUnique tirer(SecureRandom hasard, int longueur) {
        int combien = (int) Math.pow(10, longueur);
        return new CodeAUsageUnique(String.format(Locale.ROOT, "%0" + longueur + "d", hasard.nextInt(combien)));
    }

    /** Les chiffres d'un code tel qu'on l'a tapé : ni les blancs, ni les traits, ni les signes invisibles d'un copier-coller n'y comptent. */
    public static String saisi(String saisie) {
        return Identifiant.sansBlancs(saisie).replaceAll("[\\s\\p{Z}-]", "");
    }

    /** Tel qu'on le lit le mieux : « 1234 5678 » ; six chiffres restent d'un bloc. */
    public String lisible() {
        return chiffres.length() == 2 * CHIFFRES_D_UN_GROUPE
                ? chiffres.substring(0, CHIFFRES_D_UN_GROUPE) + " " + chiffres.substring(CHIFFRES_D_UN_GROUPE)
                : chiffres;
    }

    /** Jamais ses chiffres : une trace ne les montre pas. */
    @Override
    public String toString() {
        return "CodeAUsageUnique[" + chiffres.length() + " chiffres]";
    }
}
