package fr.academie.teleservices.banc;

import fr.academie.teleservices.banc.FichiersDEssai.Taille;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Eleve;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Famille;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Lien;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Personne;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Une livraison de l'annuaire, toujours la même pour une graine, à la taille voulue ; 1,3 Ko par fiche en moyenne, un peu moins que les vraies (1,6).
 * Rien n'y tient en mémoire qu'une famille : une académie entière ferait 1,9 Go, d'après 15 % d'une.
 *
 * @param date celle de ses noms, {@code aaaammjj}
 */
record LivraisonDEssai(long graine, int eleves, String date) {

    /** Fiches d'un fichier : une académie entière en a une quarantaine. */
    static final int PAR_FICHIER = 33_000;

    private static final int ETABLISSEMENTS = 800;
    private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** Ce que les vrais fichiers ont de plus et que l'on ne prend pas : il se lit quand même. */
    private static final String SUITE_DE_PERSONNE = attr("ENTPersonProfils", "National_2")
            + attr("ENTPersonAdresse", "12 rue des Lilas$Résidence du Parc$$")
            + attr("ENTPersonVille", "SAINT-AUBIN-DU-MOULIN")
            + attr("ENTPersonPays", "FRANCE")
            + attr("homePhone", "0536000000")
            + attr("ENTPersonSexe", "");

    private static final String SUITE_D_ELEVE = attr("ENTElevePrenom2", "Claude")
            + attr("ENTEleveStatutEleve", "SCOLAIRE")
            + attr("ENTEleveMEF", "10010012110")
            + attr("ENTEleveLibelleMEF", "6EME")
            + attr("ENTEleveNivFormation", "6EME")
            + attr("ENTEleveNivFormationDiplome", "6EME ET 5EME DE COLLEGE")
            + attr("ENTEleveFiliere", "6EME DE COLLEGE")
            + attr(
                    "ENTEleveEnseignements",
                    "MATHEMATIQUES</value><value>FRANCAIS</value><value>ANGLAIS LV1</value><value>EDUCATION PHYSIQUE")
            + attr("ENTEleveCodeEnseignements", "061300</value><value>020700</value><value>030201</value><value>100100")
            + attr("ENTEleveRegime", "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT")
            + attr("ENTEleveTransport", "N")
            + attr("ENTEleveBoursier", "N")
            + attr("ENTEleveMajeur", "N")
            + attr("ENTEleveGroupes", "501$_6A1</value><value>501$_6LAT</value><value>501$_6EPS2");

    private static final String TETE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
        <ficAlimMENESR>
        """;

    /** Une livraison complète ; {@code parFichier} fiches au plus dans chacun. */
    Taille complete(Path dossier, int parFichier) throws IOException {
        return ecrire(dossier, parFichier, false);
    }

    /** La même, redatée et mêlée : chaque fiche est dans un autre fichier, à une autre place. */
    Taille melee(Path dossier, int parFichier) throws IOException {
        return ecrire(dossier, parFichier, true);
    }

    private Taille ecrire(Path dossier, int parFichier, boolean melee) throws IOException {
        long personnes = 0;
        long liens = 0;
        long nombre = 0;
        long octets = 0;
        try (Parts enfants = parts(dossier, "Complet", "Eleve", parFichier, melee)) {
            for (Familles suite = new Familles(); suite.reste(); ) {
                Famille famille = suite.suivante();
                liens += famille.liens().size();
                for (Eleve eleve : famille.eleves()) {
                    enfants.ecrire(eleve.numero(), eleve(eleve, famille.liens()));
                    nombre++;
                }
            }
            octets += enfants.octets();
        }
        try (Parts adultes = parts(dossier, "Complet", "PersRelEleve", parFichier, melee)) {
            for (Familles suite = new Familles(); suite.reste(); ) {
                for (Personne personne : suite.suivante().personnes()) {
                    adultes.ecrire(personne.numero(), personne(personne));
                    personnes++;
                }
            }
            octets += adultes.octets();
        }
        try (Parts structures = parts(dossier, "Complet", "EtabEducNat", parFichier, melee)) {
            for (int i = 0; i < ETABLISSEMENTS; i++) {
                structures.ecrire(
                        i,
                        fiche(
                                "categorieStructure",
                                "EtabEducNat",
                                500 + i,
                                attr("ENTStructureUAI", uai(i))
                                        + attr("ENTStructureNomCourant", "CLG$N" + i + "$TALENCE")));
            }
            octets += structures.octets();
        }
        return new Taille(personnes, nombre, liens, octets);
    }

    /**
     * Des différences : une personne sur cent change d'adresse mail ou perd son portable, un élève sur cent change de classe ou de
     * responsables, un sur mille s'en va.
     *
     * @return combien de demandes
     */
    int differences(Path dossier) throws IOException {
        int demandes = 0;
        try (Parts enfants = parts(dossier, "Delta", "Eleve", PAR_FICHIER, false);
                Parts adultes = parts(dossier, "Delta", "PersRelEleve", PAR_FICHIER, false)) {
            for (Familles suite = new Familles(); suite.reste(); ) {
                Famille famille = suite.suivante();
                for (Eleve eleve : famille.eleves()) {
                    String change = switch ((int) (eleve.numero() % 1000)) {
                        case 7 -> retrait("Eleve", eleve.numero());
                        case 107, 207, 307, 407, 507 ->
                            changement(
                                    "Eleve",
                                    eleve.numero(),
                                    "ENTEleveClasses",
                                    (500 + eleve.etablissement()) + "$NOUVELLE");
                        case 607, 707, 807, 907 ->
                            changement("Eleve", eleve.numero(), "ENTElevePersRelEleve", liens(eleve, famille.liens()));
                        default -> "";
                    };
                    demandes += enfants.ecrireSi(eleve.numero(), change);
                }
                for (Personne personne : famille.personnes()) {
                    String change = switch ((int) (personne.numero() % 200)) {
                        case 3 ->
                            changement(
                                    "PersRelEleve",
                                    personne.numero(),
                                    "mail",
                                    "change." + personne.numero() + "@exemple.fr");
                        case 103 -> changement("PersRelEleve", personne.numero(), "mobile", "");
                        default -> "";
                    };
                    demandes += adultes.ecrireSi(personne.numero(), change);
                }
            }
        }
        return demandes;
    }

    private static String uai(int rang) {
        int nombre = 330_000 + rang;
        return "0" + nombre + CLES.charAt(nombre % CLES.length());
    }

    /** Les familles, l'une après l'autre, jusqu'à ce nombre d'élèves. */
    private final class Familles {

        private final GenerateurDeFamilles generateur = new GenerateurDeFamilles(graine);
        private int faits;

        boolean reste() {
            return faits < eleves;
        }

        Famille suivante() {
            Famille famille = generateur.famille();
            faits += famille.eleves().size();
            return famille;
        }
    }

    private static String personne(Personne p) {
        return fiche(
                "categoriePersonne",
                "PersRelEleve",
                p.numero(),
                attr("ENTPersonJointure", String.valueOf(p.numero()))
                        + attr("ENTPersonNomPatro", entites(p.nom()))
                        + attr("sn", entites(p.nom()))
                        + attr("givenName", p.prenom())
                        + attr("personalTitle", p.civilite())
                        + attr("mobile", p.portable())
                        + attr("mail", p.mail())
                        + attr("ENTPersonCodePostal", p.codePostal())
                        + SUITE_DE_PERSONNE);
    }

    private static String eleve(Eleve eleve, List<Lien> liens) {
        return fiche(
                "categoriePersonne",
                "Eleve",
                eleve.numero(),
                attr("ENTPersonJointure", String.valueOf(eleve.numero()))
                        + attr("ENTEleveStructRattachId", String.valueOf(eleve.numero() - 2_000_000))
                        + attr("ENTPersonDateNaissance", eleve.naissance())
                        + attr("ENTPersonNomPatro", entites(eleve.nom()))
                        + attr("sn", entites(eleve.nom()))
                        + attr("givenName", eleve.prenom())
                        + attr("ENTElevePersRelEleve", liens(eleve, liens))
                        + attr("ENTPersonStructRattach", String.valueOf(500 + eleve.etablissement()))
                        + attr("ENTEleveClasses", (500 + eleve.etablissement()) + "$" + eleve.classe())
                        + SUITE_D_ELEVE);
    }

    private static String entites(String nom) {
        return nom.replace("’", "&rsquo;");
    }

    private static String attr(String nom, String valeur) {
        return "<attr name=\"" + nom + "\">" + (valeur.isEmpty() ? "<value/>" : "<value>" + valeur + "</value>")
                + "</attr>\n";
    }

    private static String fiche(String quoi, String categorie, long numero, String attributs) {
        return demande("addRequest", quoi, categorie, numero, "<attributes>\n" + attributs + "</attributes>\n");
    }

    private static String demande(String demande, String quoi, String categorie, long numero, String corps) {
        return "<" + demande + ">\n<operationalAttributes><attr name=\"" + quoi + "\"><value>" + categorie
                + "</value></attr></operationalAttributes>\n<identifier><id>" + numero + "</id></identifier>\n" + corps
                + "</" + demande + ">\n";
    }

    private static String liens(Eleve eleve, List<Lien> liens) {
        return String.join(
                "</value><value>",
                liens.stream()
                        .filter(lien -> lien.eleve() == eleve.numero())
                        .map(lien ->
                                lien.personne() + "$" + lien.parente() + "$1$" + (lien.niveau() == 1 ? 1 : 0) + "$1$0")
                        .toList());
    }

    private static String changement(String categorie, long numero, String attribut, String valeur) {
        return demande(
                "modifyRequest",
                "categoriePersonne",
                categorie,
                numero,
                "<modifications>\n<modification operation=\"replace\" name=\"" + attribut + "\">"
                        + (valeur.isEmpty() ? "<value/>" : "<value>" + valeur + "</value>")
                        + "</modification>\n</modifications>\n");
    }

    private static String retrait(String categorie, long numero) {
        return demande("deleteRequest", "categoriePersonne", categorie, numero, "");
    }

    private Parts parts(Path dossier, String nature, String categorie, int parFichier, boolean melees)
            throws IOException {
        int combien = (int) Math.ceil(2.0 * eleves / parFichier);
        return new Parts(
                dossier, "ENT2D-BANC_" + nature + "_" + date + "_" + categorie + "_", parFichier, melees ? combien : 1);
    }

    /** Les fichiers d'une catégorie, numérotés ; {@code ouverts} à la fois, où les fiches se répartissent. */
    private static final class Parts implements AutoCloseable {

        private final Path dossier;
        private final String prefixe;
        private final int parFichier;
        private final List<Path> fichiers = new ArrayList<>();
        private final List<Writer> sorties = new ArrayList<>();
        private final boolean melees;
        private int fiches;

        Parts(Path dossier, String prefixe, int parFichier, int ouverts) throws IOException {
            this.dossier = dossier;
            this.prefixe = prefixe;
            this.parFichier = parFichier;
            this.melees = ouverts > 1;
            for (int i = 0; i < ouverts; i++) {
                ouvrir();
            }
        }

        private void ouvrir() throws IOException {
            Path fichier = dossier.resolve(
                    prefixe + String.valueOf(10_000 + fichiers.size()).substring(1) + ".xml");
            fichiers.add(fichier);
            Writer sortie = FichiersDEssai.ouvrir(fichier, StandardCharsets.UTF_8);
            sortie.write(TETE);
            sorties.add(sortie);
        }

        void ecrire(long numero, String fiche) throws IOException {
            if (!melees && fiches > 0 && fiches % parFichier == 0) {
                finir(sorties.get(sorties.size() - 1));
                ouvrir();
            }
            fiches++;
            int part = melees
                    ? (int) Math.floorMod(numero * 0x9E3779B97F4A7C15L, (long) sorties.size())
                    : sorties.size() - 1;
            sorties.get(part).write(fiche);
        }

        int ecrireSi(long numero, String fiche) throws IOException {
            if (fiche.isEmpty()) {
                return 0;
            }
            ecrire(numero, fiche);
            return 1;
        }

        private static void finir(Writer sortie) throws IOException {
            sortie.write("</ficAlimMENESR>\n");
            sortie.close();
        }

        /** Ferme tout, et rend ce que cela pèse. */
        long octets() throws IOException {
            close();
            long octets = 0;
            for (Path fichier : fichiers) {
                octets += Files.size(fichier);
            }
            return octets;
        }

        @Override
        public void close() throws IOException {
            if (!sorties.isEmpty()) {
                for (Writer sortie : melees ? sorties : sorties.subList(sorties.size() - 1, sorties.size())) {
                    finir(sortie);
                }
                sorties.clear();
            }
        }
    }
}
