package fr.academie.teleservices.diffusion;

/** Ce qui a empêché une remise ; clé de message {@code diffusion.faute.<nom>}. */
public enum FauteDeRemise {
    /** Aucun serveur de noms ne connaît l'hôte. */
    NOM_INCONNU(true, false),
    /** L'hôte est à une adresse privée que les réglages ne déclarent pas. */
    ADRESSE_REFUSEE(true, false),
    /** Personne ne répond à cette adresse. */
    INJOIGNABLE(true, false),
    /** Le certificat n'est pas celui de l'hôte, ou personne de connu ne l'a signé. */
    CERTIFICAT(true, false),
    /** L'abonné a répondu 429 ou 503 : pas maintenant. */
    OCCUPE(true, false),
    /** L'abonné a répondu d'aller ailleurs : on n'y va pas. */
    REDIRECTION(true, false),
    /** L'abonné n'a pas répondu à temps. */
    DELAI(true, true),
    /** La liaison s'est rompue avant la réponse. */
    COUPURE(true, true),
    /** L'abonné a répondu autre chose qu'un succès. */
    REFUS(false, true);

    private final boolean deLAbonne;
    private final boolean compte;

    FauteDeRemise(boolean deLAbonne, boolean compte) {
        this.deLAbonne = deLAbonne;
        this.compte = compte;
    }

    /** Vrai si rien d'autre ne passerait maintenant : l'abonné se repose. */
    boolean deLAbonne() {
        return deLAbonne;
    }

    /** Vrai si l'événement y est peut-être pour quelque chose : l'essai compte, et au bout de plusieurs l'événement est mis de côté. */
    boolean compte() {
        return compte;
    }
}
