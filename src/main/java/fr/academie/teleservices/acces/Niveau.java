package fr.academie.teleservices.acces;

/**
 * Ce qu'une session a prouvé, du moins au plus. Source : DOMAIN §2.
 *
 * <p>Une session {@link #FRAIS} est une session « mot de passe choisi » qui vient de se prouver : elle le redevient au bout de
 * {@link SessionService#FRAICHEUR}, sans que rien de ce qu'on y fait ne la prolonge.
 */
public enum Niveau {
    /** Ouverte par le mot de passe d'un courrier, ou par un mot de passe choisi qui en garde la portée. */
    PAPIER,
    /** Ouverte par un lien reçu à une adresse confirmée. */
    LIEN,
    /** Ouverte par un mot de passe choisi librement. */
    MOT_DE_PASSE,
    /** Prouvée depuis moins de quinze minutes. */
    FRAIS;

    /** Vrai si ce niveau suffit là où {@code requis} est demandé. */
    public boolean suffit(Niveau requis) {
        return compareTo(requis) >= 0;
    }
}
