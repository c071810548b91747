package fr.academie.teleservices.alimentation.aaf;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les attributs que l'on prend, sous leurs noms du second degré et du premier ; tout autre est passé. Source : SDET, annexes 4 et 4 bis. */
public enum Attribut {
    NOM_PATRONYMIQUE("ENTPersonNomPatro"),
    NOM("sn", "ENTPersonNom"),
    PRENOM("givenName", "ENTPersonPrenom"),
    CIVILITE("personalTitle", "ENTPersonCivilite"),
    NAISSANCE("ENTPersonDateNaissance"),
    MOBILE("mobile", "ENTPersRelEleveTelMobile"),
    MAIL("mail", "ENTPersonMail"),
    VOIE("ENTPersonAdresse"),
    CODE_POSTAL("ENTPersonCodePostal"),
    VILLE("ENTPersonVille"),
    INE("ENTEleveINE"),
    NUMERO_SIECLE("ENTEleveStructRattachId"),
    RESPONSABLES("ENTElevePersRelEleve"),
    AUTORITE_PARENTALE("ENTEleveAutoriteParentale"),
    RATTACHEMENT("ENTPersonStructRattach"),
    CLASSES("ENTEleveClasses"),
    CLASSES_1D("ENTPersonClasses"),
    UAI("ENTStructureUAI"),
    UAI_2D("ENTEtablissementUAI"),
    NOM_COURANT("ENTStructureNomCourant"),
    TYPE("ENTStructureTypeStruct"),
    COMMUNE("l");

    private static final Map<String, Attribut> PAR_NOM = parNom();

    private final String nom;
    private final String autreNom;

    Attribut(String nom) {
        this(nom, nom);
    }

    Attribut(String nom, String autreNom) {
        this.nom = nom;
        this.autreNom = autreNom;
    }

    private static Map<String, Attribut> parNom() {
        Map<String, Attribut> parNom = new HashMap<>();
        for (Attribut attribut : values()) {
            parNom.put(attribut.nom, attribut);
            parNom.put(attribut.autreNom, attribut);
        }
        return Map.copyOf(parNom);
    }

    /** Celui qui porte ce nom ; nul si on ne le prend pas. */
    static @Nullable Attribut dit(@Nullable String nom) {
        return nom == null ? null : PAR_NOM.get(nom);
    }
}
