package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.Attente.Motif;
import java.time.Instant;

/** La garde a refusé : il faut attendre ; rien n'a été fait. */
public final class TropDEssais extends Exception {

    private static final long serialVersionUID = 1L;

    private final Attente attente;
    private final boolean premier;

    TropDEssais(Motif motif, Instant reouverture, Instant maintenant, boolean premier) {
        super("Refusé jusqu'à " + reouverture + " : " + motif + ".");
        this.attente = Attente.jusqua(motif, reouverture, maintenant);
        this.premier = premier;
    }

    /** Le même refus, d'un plafond qu'un autre service tient. */
    public TropDEssais(Attente attente) {
        super("Refusé : " + attente + ".");
        this.attente = attente;
        this.premier = false;
    }

    public Attente attente() {
        return attente;
    }

    /** Vrai si la porte vient de se fermer : les refus suivants n'ont rien à ajouter à un journal. */
    public boolean estLePremier() {
        return premier;
    }
}
