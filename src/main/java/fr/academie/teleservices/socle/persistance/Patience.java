package fr.academie.teleservices.socle.persistance;

import java.time.Duration;

/**
 * Combien de temps tous les essais d'un même travail peuvent prendre ensemble. Devant une personne ({@link #devantQuelquUn}) : quelques
 * secondes, après quoi une page vaut mieux que l'attente. En fond : sans borne, un long travail se rejoue entier.
 */
public final class Patience {

    /** Tous les essais ensemble, devant quelqu'un. */
    public static final Duration DELAI = Duration.ofSeconds(8);

    private static final long SANS_BORNE = Long.MAX_VALUE;
    private static final ThreadLocal<Long> DELAI_DU_FIL = ThreadLocal.withInitial(() -> SANS_BORNE);

    /** La liaison la moins longue qu'on laisse à un essai : en deçà, une base un peu lente passerait pour morte. */
    private static final long AU_MOINS = Duration.ofSeconds(1).toNanos();

    private final long debut = System.nanoTime();
    private final long delai;

    private Patience(long delai) {
        this.delai = delai;
    }

    /** Une action, avec ce qu'elle déclare. */
    @FunctionalInterface
    public interface Action<E1 extends Exception, E2 extends Exception> {
        void faire() throws E1, E2;
    }

    /** Fait l'action : chaque transaction qu'elle commence est bornée à {@link #DELAI}, tous essais compris. */
    public static <E1 extends Exception, E2 extends Exception> void devantQuelquUn(Action<E1, E2> action)
            throws E1, E2 {
        auPlus(DELAI, action);
    }

    /** De même, bornée à ce délai. */
    public static <E1 extends Exception, E2 extends Exception> void auPlus(Duration delai, Action<E1, E2> action)
            throws E1, E2 {
        long avant = DELAI_DU_FIL.get();
        DELAI_DU_FIL.set(delai.toNanos());
        try {
            action.faire();
        } finally {
            if (avant == SANS_BORNE) {
                DELAI_DU_FIL.remove();
            } else {
                DELAI_DU_FIL.set(avant);
            }
        }
    }

    /** Celle du fil courant, à compter de maintenant. */
    static Patience commencer() {
        return new Patience(DELAI_DU_FIL.get());
    }

    boolean estBornee() {
        return delai != SANS_BORNE;
    }

    /**
     * Vrai si un essai de plus peut commencer.
     *
     * @param dernier durée du dernier, en nanosecondes : le suivant peut durer autant
     */
    boolean permet(long dernier) {
        return !estBornee() || System.nanoTime() - debut + dernier < delai;
    }

    /** Ce que l'essai qui commence peut attendre d'une réponse de la base, en millisecondes. */
    int resteEnMs() {
        return (int) Duration.ofNanos(Math.max(AU_MOINS, delai - (System.nanoTime() - debut)))
                .toMillis();
    }
}
