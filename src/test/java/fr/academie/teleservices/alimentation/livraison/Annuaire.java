package fr.academie.teleservices.alimentation.livraison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Une livraison de l'annuaire, que l'essai compose, d'une fiche par demande. */
public final class Annuaire {

    private static final String DEBUT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
        <ficAlimMENESR>
        """;

    private enum Categorie {
        EtabEducNat,
        PersRelEleve,
        Eleve
    }

    private final boolean complete;
    private final String date;
    private final Map<Categorie, List<String>> demandes = new EnumMap<>(Categorie.class);
    private String prefixe = "ENT2DVA-ENT04";

    private Annuaire(boolean complete, String date) {
        this.complete = complete;
        this.date = date;
    }

    /** Une livraison complète de ce jour, {@code aaaammjj}. */
    public static Annuaire complet(String date) {
        return new Annuaire(true, date);
    }

    /** Des différences. */
    public static Annuaire delta(String date) {
        return new Annuaire(false, date);
    }

    Annuaire prefixe(String autre) {
        prefixe = autre;
        return this;
    }

    public Annuaire etablissement(String numero, String uai, String nom, String type) {
        return demander(
                Categorie.EtabEducNat,
                "addRequest",
                numero,
                attributs(
                        "ENTStructureJointure",
                        numero,
                        "ENTStructureUAI",
                        uai,
                        "ENTStructureNomCourant",
                        nom,
                        "ENTStructureTypeStruct",
                        type,
                        "l",
                        "TALENCE"));
    }

    public Annuaire personne(String numero, String civilite, String nom, String prenom, String mail, String portable) {
        return demander(
                Categorie.PersRelEleve,
                "addRequest",
                numero,
                attributs(
                        "ENTPersonNomPatro",
                        nom,
                        "sn",
                        nom,
                        "givenName",
                        prenom,
                        "personalTitle",
                        civilite,
                        "mail",
                        mail,
                        "mobile",
                        portable,
                        "ENTPersonAdresse",
                        "3 rue Neuve$$$",
                        "ENTPersonCodePostal",
                        "33400",
                        "ENTPersonVille",
                        "TALENCE"));
    }

    /**
     * Un élève ajouté.
     *
     * @param classe {@code 501$6 A}
     * @param liens {@code 2900001$10$1$1$1$1}
     */
    public Annuaire eleve(String numero, String nom, String prenom, String naissance, String classe, String... liens) {
        return demander(
                Categorie.Eleve,
                "addRequest",
                numero,
                attributs(
                                "ENTPersonDateNaissance",
                                naissance,
                                "ENTPersonNomPatro",
                                nom,
                                "sn",
                                nom,
                                "givenName",
                                prenom,
                                "ENTEleveClasses",
                                classe)
                        + attribut("attr", "ENTElevePersRelEleve", liens));
    }

    /** Une modification d'un attribut d'un élève ; sans valeur, elle l'efface. */
    Annuaire changerUnEleve(String numero, String attribut, String... valeurs) {
        return modifier(Categorie.Eleve, numero, attribut, valeurs);
    }

    Annuaire changerUnePersonne(String numero, String attribut, String... valeurs) {
        return modifier(Categorie.PersRelEleve, numero, attribut, valeurs);
    }

    Annuaire changerUnEtablissement(String numero, String attribut, String... valeurs) {
        return modifier(Categorie.EtabEducNat, numero, attribut, valeurs);
    }

    Annuaire retirerUnEleve(String numero) {
        return demander(Categorie.Eleve, "deleteRequest", numero, "");
    }

    Annuaire retirerUnePersonne(String numero) {
        return demander(Categorie.PersRelEleve, "deleteRequest", numero, "");
    }

    Annuaire retirerUnEtablissement(String numero) {
        return demander(Categorie.EtabEducNat, "deleteRequest", numero, "");
    }

    /** Une demande toute faite. */
    Annuaire sansNumero() {
        return demander(Categorie.PersRelEleve, "addRequest", "", "<attributes></attributes>");
    }

    private Annuaire modifier(Categorie categorie, String numero, String attribut, String... valeurs) {
        return demander(
                categorie,
                "modifyRequest",
                numero,
                "<modifications>" + attribut("modification", attribut, valeurs) + "</modifications>");
    }

    private Annuaire demander(Categorie categorie, String operation, String numero, String corps) {
        String entoure = corps.startsWith("<attr ") ? "<attributes>" + corps + "</attributes>" : corps;
        demandes.computeIfAbsent(categorie, c -> new ArrayList<>())
                .add("<" + operation + "><operationalAttributes><attr name=\"categoriePersonne\"><value>" + categorie
                        + "</value></attr></operationalAttributes><identifier><id>" + numero + "</id></identifier>"
                        + entoure + "</" + operation + ">\n");
        return this;
    }

    private static String attributs(String... nomsEtValeurs) {
        StringBuilder attributs = new StringBuilder();
        for (int i = 0; i < nomsEtValeurs.length; i += 2) {
            attributs.append(attribut("attr", nomsEtValeurs[i], nomsEtValeurs[i + 1]));
        }
        return attributs.toString();
    }

    private static String attribut(String balise, String nom, String... valeurs) {
        StringBuilder attribut = new StringBuilder("<" + balise + " name=\"" + nom + "\" operation=\"replace\">");
        for (String valeur : valeurs) {
            attribut.append("<value>").append(valeur).append("</value>");
        }
        return attribut.append("</").append(balise).append(">").toString();
    }

    /** Pose les fichiers dans un dossier à eux. */
    public Path poser(Path parent) {
        try {
            Path dossier = Files.createTempDirectory(parent, "livraison");
            for (Categorie categorie : Categorie.values()) {
                List<String> siennes = demandes.getOrDefault(categorie, List.of());
                if (complete || !siennes.isEmpty()) {
                    Files.writeString(
                            dossier.resolve(prefixe + (complete ? "_Complet_" : "_Delta_") + date + "_" + categorie
                                    + "_0000.xml"),
                            DEBUT + String.join("", siennes) + "</ficAlimMENESR>\n");
                }
            }
            return dossier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
