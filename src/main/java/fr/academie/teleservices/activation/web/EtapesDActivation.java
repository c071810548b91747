package fr.academie.teleservices.activation.web;

/** Où mène chaque étape de l'activation : toujours une redirection, pour qu'une page rechargée ne renvoie rien. */
public final class EtapesDActivation {

    static final String ENFANTS = "/activation?faces-redirect=true";
    static final String MOT_DE_PASSE = "/activation/mot-de-passe?faces-redirect=true";
    public static final String MAIL = "/activation/mail?faces-redirect=true";
    public static final String FIN = "/activation/fin?faces-redirect=true";
    public static final String ACCUEIL = "/accueil?faces-redirect=true";

    private EtapesDActivation() {}
}
