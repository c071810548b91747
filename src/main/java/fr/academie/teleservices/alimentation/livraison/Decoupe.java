package fr.academie.teleservices.alimentation.livraison;

/**
 * Comment une livraison s'applique.
 *
 * @param fils combien de liaisons la mènent à la fois
 * @param minimum les écarts d'une étape en deçà desquels une seule suffit
 */
record Decoupe(int fils, int minimum) {

    private static final int GRANDE = 5_000;

    static Decoupe en(int fils) {
        return new Decoupe(fils, GRANDE);
    }

    /** Vrai si une étape de tant d'écarts se coupe en tranches. */
    boolean vaut(long ecarts) {
        return fils > 1 && ecarts >= minimum;
    }
}
