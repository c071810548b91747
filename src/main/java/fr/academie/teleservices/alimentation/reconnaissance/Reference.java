package fr.academie.teleservices.alimentation.reconnaissance;

/** Une personne connue : par son compte, ou par son identité si elle attend d'en avoir un. Les deux id ne se comparent pas. */
public sealed interface Reference {

    long id();

    /** Un compte ouvert. */
    record Compte(long id) implements Reference {}

    /**
     * Une personne sans compte.
     *
     * @param id la plus ancienne des identités qui la nomment
     */
    record EnAttente(long id) implements Reference {}
}
