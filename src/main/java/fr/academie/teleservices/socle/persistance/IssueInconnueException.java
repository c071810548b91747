package fr.academie.teleservices.socle.persistance;

/**
 * La validation a été envoyée et sa réponse n'est pas arrivée : la transaction est peut-être faite, peut-être pas.
 *
 * <p>L'appelant relit, sur une autre connexion, la clé unique de ce qu'il écrivait ; il ne suppose rien.
 */
public final class IssueInconnueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IssueInconnueException(Throwable cause) {
        super("La base n'a pas répondu à la validation.", cause);
    }
}
