package fr.academie.teleservices.opposition;

/** Ce à quoi le titulaire d'un compte peut s'opposer ; clés de message {@code opposition.…<nom>}. Source : DOMAIN §4. */
public enum Changement {
    /** Une autre adresse mail est demandée, ou confirmée. */
    MAIL,
    /** Un établissement a fait un courrier pour un compte que son titulaire avait activé. */
    COURRIER,
    /** Deux comptes n'en font plus qu'un. */
    REGROUPEMENT,
    /** Un établissement a fait partir des élèves du compte vers un compte nouveau. */
    RUPTURE
}
