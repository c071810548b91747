package fr.academie.teleservices.alimentation.aaf;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Les fichiers d'une livraison, dans l'ordre où les lire : établissements, personnes, élèves, et par numéro.
 *
 * @param prefixe d'où elle vient : elle n'a de sens que là
 * @param complete faux pour des différences
 */
public record SommaireAaf(String prefixe, boolean complete, LocalDate date, List<Fichier> fichiers) {

    /** Un fichier de la livraison. */
    public record Fichier(Categorie categorie, String nom) {}

    public SommaireAaf {
        fichiers = List.copyOf(fichiers);
    }

    private static final String PREMIER_DEGRE = "1D";
    private static final String SECOND_DEGRE = "2D";
    /** Celle d'une colonne, moins le degré. */
    private static final int ACADEMIE_MAXIMALE = 28;

    /** Où ses numéros valent : l'académie, et le degré que dit le préfixe ; le second, s'il n'en dit rien. « bordeaux-2D » */
    public String perimetre(String academie) {
        return academie.substring(0, Math.min(academie.length(), ACADEMIE_MAXIMALE))
                + "-"
                + (prefixe.contains(PREMIER_DEGRE) ? PREMIER_DEGRE : SECOND_DEGRE);
    }

    /**
     * Le sommaire d'une livraison d'après les noms de ses fichiers ; ceux que l'annuaire ne nomme pas ainsi, et les catégories que l'on ne
     * prend pas, sont passés.
     *
     * @param livraison son nom, pour les remarques
     * @throws FichierRefuse LIVRAISON_SANS_FICHIER, LIVRAISON_MELANGEE, FICHIER_EN_DOUBLE, CATEGORIE_MANQUANTE, FICHIER_MANQUANT
     */
    public static SommaireAaf de(String livraison, List<String> noms) throws FichierRefuse {
        List<NomDeFichierAaf> lus = noms.stream()
                .flatMap(nom -> NomDeFichierAaf.lire(nom).stream())
                .filter(nom -> Categorie.dite(nom.categorie()).isPresent())
                .sorted(Comparator.comparing(NomDeFichierAaf::nom))
                .toList();
        if (lus.isEmpty()) {
            throw new FichierRefuse(CodeRemarque.LIVRAISON_SANS_FICHIER, livraison, 0);
        }
        NomDeFichierAaf premier = lus.get(0);
        for (NomDeFichierAaf autre : lus) {
            if (!premier.vaAvec(autre)) {
                throw new FichierRefuse(CodeRemarque.LIVRAISON_MELANGEE, livraison, 0, premier.nom(), autre.nom());
            }
        }
        List<Fichier> fichiers = new ArrayList<>();
        for (Categorie categorie : Categorie.values()) {
            List<NomDeFichierAaf> siens = lus.stream()
                    .filter(nom -> nom.categorie().equals(categorie.nom()))
                    .toList();
            verifier(livraison, categorie, siens, premier.complet());
            siens.forEach(nom -> fichiers.add(new Fichier(categorie, nom.nom())));
        }
        return new SommaireAaf(premier.prefixe(), premier.complet(), premier.date(), fichiers);
    }

    /** Des différences peuvent ne rien dire d'une catégorie ; une livraison complète dit tout. */
    private static void verifier(String livraison, Categorie categorie, List<NomDeFichierAaf> siens, boolean complete)
            throws FichierRefuse {
        if (siens.isEmpty() && complete) {
            throw new FichierRefuse(CodeRemarque.CATEGORIE_MANQUANTE, livraison, 0, categorie.nom());
        }
        for (int i = 0; i < siens.size(); i++) {
            int numero = siens.get(i).numero();
            if (i > 0 && numero == siens.get(i - 1).numero()) {
                throw new FichierRefuse(
                        CodeRemarque.FICHIER_EN_DOUBLE,
                        livraison,
                        0,
                        siens.get(i).nom());
            }
            if (numero != i) {
                String manquant = String.valueOf(10_000 + i).substring(1);
                throw new FichierRefuse(CodeRemarque.FICHIER_MANQUANT, livraison, 0, categorie.nom(), manquant);
            }
        }
    }
}
