package fr.academie.teleservices.manque;

/** Où en est une demande de courrier ; clé de message {@code demande.<nom>}. */
public enum EtatDemande {
    /** L'établissement n'a pas répondu. */
    ATTEND,
    /** Un courrier est fait, ou remis. */
    FAITE,
    /** L'établissement n'en fera pas ; sa raison se lit. */
    SANS_SUITE,
    /** Le responsable y a renoncé. */
    RETIREE
}
