package fr.academie.teleservices.alimentation.siecle;

import java.util.Arrays;
import java.util.Optional;

/** Les deux exports que l'on attend de SIECLE, par la racine de leur XML. */
public enum ExportSiecle {
    /** ElevesSansAdresses, ElevesAvecAdresses. */
    ELEVES("BEE_ELEVES", "ElevesSansAdresses"),
    /** ResponsablesAvecAdresses. */
    RESPONSABLES("BEE_RESPONSABLES", "ResponsablesAvecAdresses");

    private final String racine;
    private final String nom;

    ExportSiecle(String racine, String nom) {
        this.racine = racine;
        this.nom = nom;
    }

    /** Le nom sous lequel SIECLE le propose. */
    public String nom() {
        return nom;
    }

    static Optional<ExportSiecle> deRacine(String racine) {
        return Arrays.stream(values())
                .filter(export -> export.racine.equals(racine))
                .findFirst();
    }
}
