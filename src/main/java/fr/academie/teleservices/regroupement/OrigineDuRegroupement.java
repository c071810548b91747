package fr.academie.teleservices.regroupement;

/** Qui a voulu un regroupement ; colonne {@code regroupement.origine}. */
public enum OrigineDuRegroupement {
    /** Le titulaire des deux comptes, qui l'a prouvé. */
    TITULAIRE,
    /** Ce que des établissements ont dit de la même personne, sans elle. */
    RAPPROCHEMENT
}
