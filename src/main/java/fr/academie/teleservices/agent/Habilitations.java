package fr.academie.teleservices.agent;

import java.io.Serializable;
import java.util.Set;

/**
 * Les établissements confiés à un agent.
 *
 * @param uais ceux où il agit ; vide pour l'assistance académique
 * @param diriges parmi eux, ceux qu'il dirige : il y donne et y retire les habilitations
 */
public record Habilitations(Set<String> uais, Set<String> diriges) implements Serializable {

    /** Aucun établissement. */
    public static final Habilitations AUCUNE = new Habilitations(Set.of(), Set.of());

    public Habilitations {
        uais = Set.copyOf(uais);
        diriges = Set.copyOf(diriges);
        if (!uais.containsAll(diriges)) {
            throw new IllegalArgumentException("On ne dirige qu'un établissement où l'on agit.");
        }
    }
}
