package fr.academie.teleservices.alimentation.aaf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un fichier de l'annuaire d'après son nom : {@code ENT2DVA-ENT04_Complet_20261123_Eleve_0000.xml}.
 *
 * @param prefixe d'où vient la livraison : projet et académie
 * @param complet faux pour une livraison de différences (Delta)
 * @param categorie le nom de la catégorie, connue ou non
 * @param numero de 0 en 0 dans sa catégorie
 */
record NomDeFichierAaf(String nom, String prefixe, boolean complet, LocalDate date, String categorie, int numero) {

    private static final Pattern NOM = Pattern.compile(
            "(?<prefixe>[A-Za-z0-9_.-]{1,60})_(?<nature>Complet|Delta)_(?<date>[0-9]{8})_(?<categorie>[A-Za-z0-9]{1,40})"
                    + "_(?<numero>[0-9]{4})\\.xml");

    /** Vide si ce n'est pas le nom d'un fichier de l'annuaire. */
    static Optional<NomDeFichierAaf> lire(String nom) {
        Matcher lu = NOM.matcher(nom);
        if (!lu.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NomDeFichierAaf(
                    nom,
                    lu.group("prefixe"),
                    "Complet".equals(lu.group("nature")),
                    LocalDate.parse(lu.group("date"), DateTimeFormatter.BASIC_ISO_DATE),
                    lu.group("categorie"),
                    Integer.parseInt(lu.group("numero"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Vrai si les deux fichiers sont de la même livraison. */
    boolean vaAvec(NomDeFichierAaf autre) {
        return prefixe.equals(autre.prefixe) && complet == autre.complet && date.equals(autre.date);
    }
}
