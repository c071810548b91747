package fr.academie.teleservices.scolarite;

/** Ce qui qualifie un rattachement : à quel titre, par quel lien, dans quel état. */
public record Qualite(NiveauResponsabilite niveau, LienParente lien, EtatRattachement etat) {

    /**
     * La qualité d'un élève rattaché des deux côtés d'un regroupement : le niveau le plus fort (et son lien de parenté), actif s'il
     * l'est d'un côté ; à niveau égal, le lien de celle-ci. Source : DOMAIN §3.
     */
    public Qualite fusionner(Qualite autre) {
        Qualite plusForte = autre.niveau.plusFortQue(niveau) ? autre : this;
        return new Qualite(plusForte.niveau, plusForte.lien, etat.leMeilleur(autre.etat));
    }
}
