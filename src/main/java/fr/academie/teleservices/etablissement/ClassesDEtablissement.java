package fr.academie.teleservices.etablissement;

import java.util.List;

/**
 * Les classes d'un établissement.
 *
 * @param nom celui de l'établissement
 * @param classes par nom, au moins une
 */
public record ClassesDEtablissement(String uai, String nom, List<String> classes) {

    public ClassesDEtablissement {
        classes = List.copyOf(classes);
    }

    /** Ce qui désigne cette classe parmi celles de plusieurs établissements, dont deux peuvent porter le même nom. */
    public String valeur(String classe) {
        return uai + ":" + classe;
    }
}
