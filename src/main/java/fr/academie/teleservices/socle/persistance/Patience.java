package fr.academie.teleservices.socle.persistance;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/**
 * Combien de temps une base en panne peut retenir une même demande, toutes ses lectures et ses transactions ensemble. Devant une personne
 * ({@link #devantQuelquUn}) : quelques secondes, après quoi une page vaut mieux que l'attente. En fond : sans borne, un long travail se
 * rejoue entier.
 *
 * <p>Elle ne s'use que de ce que les essais manqués ont pris, et des connexions attendues : une longue demande que la base sert n'y perd
 * rien. Usée, rien n'est plus essayé.
 */
public final class Patience {

    /** Toutes les attentes vaines d'une demande ensemble, devant quelqu'un. */
    public static final Duration DELAI = Duration.ofSeconds(8);

    private static final ThreadLocal<@Nullable Patience> DU_FIL = new ThreadLocal<>();

    /** L'attente la moins longue qu'on laisse à un essai : en deçà, une base un peu lente passerait pour morte. */
    private static final long AU_MOINS = Duration.ofSeconds(1).toNanos();

    private final long delai;
    private long usee;

    private Patience(long delai) {
        this.delai = delai;
    }

    /** Une action, avec ce qu'elle déclare. */
    @FunctionalInterface
    public interface Action<E1 extends Exception, E2 extends Exception> {
        void faire() throws E1, E2;
    }

    /** Fait l'action : ce qu'elle attend en vain de la base est borné à {@link #DELAI}, tous essais compris. */
    public static <E1 extends Exception, E2 extends Exception> void devantQuelquUn(Action<E1, E2> action)
            throws E1, E2 {
        auPlus(DELAI, action);
    }

    /** De même, bornée à ce délai. */
    public static <E1 extends Exception, E2 extends Exception> void auPlus(Duration delai, Action<E1, E2> action)
            throws E1, E2 {
        Patience avant = DU_FIL.get();
        DU_FIL.set(new Patience(delai.toNanos()));
        try {
            action.faire();
        } finally {
            if (avant == null) {
                DU_FIL.remove();
            } else {
                DU_FIL.set(avant);
            }
        }
    }

    /** Celle de la demande que sert le fil courant ; sans borne en fond. */
    static Patience courante() {
        Patience sienne = DU_FIL.get();
        return sienne == null ? new Patience(Long.MAX_VALUE) : sienne;
    }

    boolean estBornee() {
        return delai != Long.MAX_VALUE;
    }

    /** Un essai commence. */
    Essai essai() {
        return new Essai();
    }

    /** Une connexion est venue, ou n'est pas venue, depuis cet instant de {@link System#nanoTime} : l'attendre ne sert à rien d'autre. */
    void attendue(long debut) {
        usee += System.nanoTime() - debut;
    }

    /** Vrai s'il en reste. */
    boolean permet() {
        return usee < delai;
    }

    /** Ce que peut attendre un essai qui commence, en millisecondes. */
    int resteEnMs() {
        return essai().resteEnMs();
    }

    /** Refuse un essai à une demande qui a déjà attendu tout ce qu'elle pouvait. */
    void exigerQuIlEnReste() {
        if (!permet()) {
            throw new PersistenceException(
                    new SQLTransientConnectionException("la demande a déjà attendu la base en vain", "08001"));
        }
    }

    /** Un essai, et ce que la demande avait attendu avant lui. */
    final class Essai {

        private final long debut = System.nanoTime();
        private final long avant = usee;

        private long duree() {
            return System.nanoTime() - debut;
        }

        /** Il a manqué, par la base : l'attente de sa connexion n'y compte pas deux fois. */
        void manque() {
            usee = Math.max(usee, avant + duree());
        }

        /** Vrai s'il en reste pour un autre, aussi long. */
        boolean permetUnAutre() {
            return usee + duree() < delai;
        }

        /** Ce qu'il peut encore attendre, en millisecondes. */
        int resteEnMs() {
            return (int) Duration.ofNanos(Math.max(AU_MOINS, delai - avant - duree()))
                    .toMillis();
        }
    }
}
