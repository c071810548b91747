package fr.academie.teleservices.socle.trace;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * La référence de la demande que le fil courant sert : huit signes sans ambiguïté, que l'on peut dicter. Elle est dans chaque trace JSON, dans
 * le journal d'accès du mandataire, et sur la page d'un incident.
 */
public final class ReferenceDeDemande {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LONGUEUR = 8;
    private static final SecureRandom HASARD = new SecureRandom();
    private static final ThreadLocal<@Nullable String> COURANTE = new ThreadLocal<>();

    private ReferenceDeDemande() {}

    /** Ce qui se fait sous une référence, avec ce qu'il déclare. */
    @FunctionalInterface
    public interface Action<E1 extends Exception, E2 extends Exception> {
        void faire() throws E1, E2;
    }

    /** Une référence neuve, tirée au sort. */
    public static String nouvelle() {
        StringBuilder reference = new StringBuilder(LONGUEUR);
        for (int i = 0; i < LONGUEUR; i++) {
            reference.append(ALPHABET.charAt(HASARD.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    /** Fait l'action sous cette référence ; le fil rendu au serveur n'en garde rien. */
    public static <E1 extends Exception, E2 extends Exception> void sous(String reference, Action<E1, E2> action)
            throws E1, E2 {
        String avant = COURANTE.get();
        COURANTE.set(reference);
        try {
            action.faire();
        } finally {
            if (avant == null) {
                COURANTE.remove();
            } else {
                COURANTE.set(avant);
            }
        }
    }

    /** Celle du fil courant ; nulle hors d'une demande (tâche de fond, démarrage). */
    public static @Nullable String courante() {
        return COURANTE.get();
    }
}
