package fr.academie.teleservices.alimentation;

import java.util.List;

/** Le fichier est refusé entier, avant que rien ne soit écrit ; la remarque dit où et pourquoi. */
public final class FichierRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Remarque remarque;

    /** Le refus d'un fichier à une ligne (0 : tout le fichier). */
    public FichierRefuse(CodeRemarque code, String fichier, int ligne, String... valeurs) {
        super(code + " (" + fichier + ", ligne " + ligne + ")");
        this.remarque = new Remarque(code, fichier, ligne, null, null, List.of(valeurs));
    }

    FichierRefuse(CodeRemarque code, String fichier, int ligne, Throwable cause, String... valeurs) {
        this(code, fichier, ligne, valeurs);
        initCause(cause);
    }

    public Remarque remarque() {
        return remarque;
    }
}
