package fr.academie.teleservices.alimentation.reconnaissance;

/**
 * Un numéro qu'une source donne ; il ne vaut que dans son périmètre.
 *
 * @param perimetre une UAI pour SIECLE, une académie et un degré pour l'annuaire
 */
public record Numero(Source source, String perimetre, String valeur) {

    /** Qui donne des numéros. */
    public enum Source {
        SIECLE,
        AAF
    }

    /** Vrai si les deux numéros se comparent : deux valeurs différentes y sont deux personnes. */
    public boolean duMemePerimetre(Numero autre) {
        return source == autre.source && perimetre.equals(autre.perimetre);
    }
}
