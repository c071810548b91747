package fr.academie.teleservices.compte;

/** La portée du mot de passe d'à présent de ce compte. */
public record PorteeDUnCompte(long compteId, Portee portee) {}
