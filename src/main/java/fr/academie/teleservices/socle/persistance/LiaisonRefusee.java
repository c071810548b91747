package fr.academie.teleservices.socle.persistance;

/** La base est là, mais sa liaison ou son certificat n'est pas ce que les réglages exigent : attendre n'y changerait rien. */
public final class LiaisonRefusee extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LiaisonRefusee(String message, Throwable cause) {
        super(message, cause);
    }
}
