package fr.academie.teleservices.acces;

import java.time.Duration;

/** Trop d'essais manqués : il faut attendre. */
public final class TropDEssais extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration attente;

    public TropDEssais(Duration attente) {
        super("Trop d'essais : attente de " + attente + ".");
        this.attente = attente;
    }

    /** Minutes entières à attendre, une au moins. */
    public int minutes() {
        return (int) Math.max(1, (attente.toSeconds() + 59) / 60);
    }
}
