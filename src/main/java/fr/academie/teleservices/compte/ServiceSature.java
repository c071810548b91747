package fr.academie.teleservices.compte;

/** Trop de vérifications de mots de passe attendent déjà : il faut réessayer dans un instant ; rien n'a été fait. */
public final class ServiceSature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceSature() {
        super("La file des vérifications de mots de passe est pleine.");
    }
}
