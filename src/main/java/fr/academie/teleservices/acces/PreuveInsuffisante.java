package fr.academie.teleservices.acces;

/** L'acte demande plus que ce que la session a prouvé : rien n'est fait ; le filtre d'accès mène à la preuve qui manque. */
public final class PreuveInsuffisante extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Acte acte;

    PreuveInsuffisante(Acte acte) {
        super(acte.name());
        this.acte = acte;
    }

    public Acte acte() {
        return acte;
    }
}
