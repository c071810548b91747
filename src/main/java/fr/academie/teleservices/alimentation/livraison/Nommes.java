package fr.academie.teleservices.alimentation.livraison;

import java.util.Set;

/** Les numéros dont des différences parlent, fût-ce pour les refuser. */
public record Nommes(Set<String> eleves, Set<String> personnes) {

    int combien() {
        return eleves.size() + personnes.size();
    }
}
