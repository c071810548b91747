package fr.academie.teleservices.alimentation.livraison;

/** Un compte a changé entre sa lecture et son verrou : le lot s'annule et se rejoue, il relira. */
final class ARejouer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ARejouer(String quoi) {
        super(quoi);
    }
}
