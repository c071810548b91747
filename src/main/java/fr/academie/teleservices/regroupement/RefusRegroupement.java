package fr.academie.teleservices.regroupement;

/** Pourquoi un regroupement ne se fait pas ; clé de message {@code regroupement.refus.<nom>}. Source : DOMAIN §3. */
public enum RefusRegroupement {
    /** Un seul refus pour toutes les causes : identifiant inconnu, mot de passe faux, compte fermé, expiré ou d'un autre profil. */
    PREUVE_REFUSEE,
    /** Trop d'essais manqués ; l'attente est dite en minutes. */
    TROP_D_ESSAIS,
    /** Le compte à regrouper est le compte connecté. */
    MEME_COMPTE,
    /** Le compte à regrouper l'est déjà, avec celui qui le demande : lui seul le lit, quel que soit le mot de passe. */
    DEJA_ABSORBE,
    /** Nom et prénom diffèrent et le profil d'académie exige qu'ils soient identiques. */
    IDENTITE_DIFFERENTE,
    /** Le compte connecté n'est pas (ou plus) ACTIF. */
    PRINCIPAL_NON_ACTIF,
    /** Le compte connecté vient d'être fermé : un autre regroupement l'a emporté, ou l'établissement. */
    PRINCIPAL_FERME,
    /** La preuve a plus de 10 minutes, vient d'une autre session, ou n'existe pas. */
    DEMANDE_PERIMEE,
    /** On ne regroupe pas plus de {@value RegroupementService#AU_PLUS} comptes à la fois. */
    TROP_DE_COMPTES,
    /** L'un des comptes a changé depuis ce qui a été montré : l'étape 2 se montre à nouveau. */
    COMPTES_CHANGES,
    /** Le compte désigné pour rester ne le peut pas, ou plus : prouvé par un courrier, ou par un mot de passe qu'il n'a plus. */
    RESTE_IMPOSSIBLE,
    /** L'adresse mail ou le portable à garder n'est pas, ou plus, confirmé sur un des comptes qui se ferment. */
    COORDONNEE_IMPOSSIBLE,
    /** Le compte à regrouper vient d'être fermé par une autre opération. */
    DEJA_REGROUPE,
    /** La base n'a pas répondu à la validation, même à la relecture : fait ou non, la même demande se confirme sans risque. */
    ISSUE_INCONNUE,
    /** Trop de vérifications de mots de passe attendent. */
    SERVICE_SATURE
}
