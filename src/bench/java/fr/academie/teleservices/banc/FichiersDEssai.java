package fr.academie.teleservices.banc;

import fr.academie.teleservices.banc.GenerateurDeFamilles.Eleve;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Famille;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Lien;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Personne;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Écrit les familles d'un {@link GenerateurDeFamilles} comme SIECLE et comme l'annuaire, à la taille voulue. */
final class FichiersDEssai {

    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");
    private static final String DATE = "20261123";

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

    private FichiersDEssai() {}

    /** Ce qui a été écrit. */
    record Taille(long personnes, long eleves, long liens, long octets) {}

    /**
     * Une livraison complète de l'annuaire.
     *
     * @param parFichier combien de fiches au plus dans chacun
     */
    static Taille annuaire(Path dossier, long graine, int eleves, int parFichier) throws IOException {
        List<Famille> familles = familles(graine, eleves);
        List<Personne> personnes = new ArrayList<>();
        long liens = 0;
        long nombre = 0;
        Parts parts = new Parts(dossier, "Eleve", parFichier);
        for (Famille famille : familles) {
            personnes.addAll(famille.personnes());
            liens += famille.liens().size();
            nombre += famille.eleves().size();
            for (Eleve eleve : famille.eleves()) {
                parts.ecrire(eleve(eleve, famille.liens()));
            }
        }
        long octets = parts.finir();
        Parts autres = new Parts(dossier, "PersRelEleve", parFichier);
        for (Personne personne : personnes) {
            autres.ecrire(personne(personne));
        }
        octets += autres.finir();
        Parts structures = new Parts(dossier, "EtabEducNat", parFichier);
        for (int i = 0; i < 800; i++) {
            structures.ecrire(fiche(
                    "categorieStructure",
                    "EtabEducNat",
                    500 + i,
                    attr("ENTStructureUAI", "0" + (330_000 + i) + "X")
                            + attr("ENTStructureNomCourant", "CLG$N" + i + "$TALENCE")));
        }
        return new Taille(personnes.size(), nombre, liens, octets + structures.finir());
    }

    /** Les deux exports de SIECLE d'un établissement. */
    static Taille siecle(Path dossier, long graine, int eleves) throws IOException {
        List<Famille> familles = familles(graine, eleves);
        String parametres = "<PARAMETRES><UAJ>0330001X</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE>"
                + "<HORODATAGE>24/11/2026 18:32:05</HORODATAGE></PARAMETRES>\n<DONNEES>\n";
        Path un = dossier.resolve("ElevesSansAdresses.xml");
        Path autre = dossier.resolve("ResponsablesAvecAdresses.xml");
        long personnes = 0;
        long nombre = 0;
        long liens = 0;
        try (Writer e = ouvrir(un, LATIN9);
                Writer r = ouvrir(autre, LATIN9)) {
            e.write("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n<BEE_ELEVES VERSION=\"3.0\">" + parametres
                    + "<ELEVES>\n");
            r.write("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n<BEE_RESPONSABLES VERSION=\"2.1\">" + parametres
                    + "<PERSONNES>\n");
            for (Famille famille : familles) {
                for (Eleve eleve : famille.eleves()) {
                    e.write(
                            "<ELEVE ELEVE_ID=\"" + eleve.numero() + "\"><NOM_DE_FAMILLE>" + latin(eleve.nom())
                                    + "</NOM_DE_FAMILLE><PRENOM>" + eleve.prenom() + "</PRENOM><DATE_NAISS>"
                                    + eleve.naissance()
                                    + "</DATE_NAISS><DOUBLEMENT>0</DOUBLEMENT><CODE_PAYS>100</CODE_PAYS><CODE_SEXE>1</CODE_SEXE></ELEVE>\n");
                    nombre++;
                }
                for (Personne p : famille.personnes()) {
                    r.write("<PERSONNE PERSONNE_ID=\"" + p.numero() + "\"><LC_CIVILITE>" + p.civilite()
                            + "</LC_CIVILITE><NOM_DE_FAMILLE>" + latin(p.nom()) + "</NOM_DE_FAMILLE><PRENOM>"
                            + p.prenom()
                            + "</PRENOM><TEL_PORTABLE>" + p.portable() + "</TEL_PORTABLE><MEL>" + p.mail()
                            + "</MEL></PERSONNE>\n");
                    personnes++;
                }
            }
            e.write("</ELEVES><STRUCTURES>\n");
            r.write("</PERSONNES><RESPONSABLES>\n");
            for (Famille famille : familles) {
                for (Eleve eleve : famille.eleves()) {
                    e.write("<STRUCTURES_ELEVE ELEVE_ID=\"" + eleve.numero() + "\"><STRUCTURE><CODE_STRUCTURE>"
                            + eleve.classe()
                            + "</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>\n");
                }
                for (Lien lien : famille.liens()) {
                    r.write("<RESPONSABLE_ELEVE><ELEVE_ID>" + lien.eleve() + "</ELEVE_ID><PERSONNE_ID>"
                            + lien.personne()
                            + "</PERSONNE_ID><NIVEAU_RESPONSABILITE>" + lien.niveau()
                            + "</NIVEAU_RESPONSABILITE><CODE_PARENTE>"
                            + lien.parente() + "</CODE_PARENTE></RESPONSABLE_ELEVE>\n");
                    liens++;
                }
            }
            e.write("</STRUCTURES></DONNEES></BEE_ELEVES>\n");
            r.write("</RESPONSABLES></DONNEES></BEE_RESPONSABLES>\n");
        }
        return new Taille(personnes, nombre, liens, Files.size(un) + Files.size(autre));
    }

    private static List<Famille> familles(long graine, int eleves) {
        GenerateurDeFamilles generateur = new GenerateurDeFamilles(graine);
        List<Famille> familles = new ArrayList<>();
        for (int faits = 0; faits < eleves; ) {
            Famille famille = generateur.famille();
            familles.add(famille);
            faits += famille.eleves().size();
        }
        return familles;
    }

    /** SIECLE n'exporte pas l'apostrophe courbe. */
    private static String latin(String nom) {
        return nom.replace('’', '\'');
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
        String siens = String.join(
                "</value><value>",
                liens.stream()
                        .filter(lien -> lien.eleve() == eleve.numero())
                        .map(lien ->
                                lien.personne() + "$" + lien.parente() + "$1$" + (lien.niveau() == 1 ? 1 : 0) + "$1$0")
                        .toList());
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
                        + attr("ENTElevePersRelEleve", siens)
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
        return "<addRequest>\n<operationalAttributes><attr name=\"" + quoi + "\"><value>" + categorie
                + "</value></attr></operationalAttributes>\n<identifier><id>" + numero
                + "</id></identifier>\n<attributes>\n"
                + attributs + "</attributes>\n</addRequest>\n";
    }

    private static Writer ouvrir(Path fichier, Charset encodage) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(fichier, encodage), 1 << 16);
    }

    /** Les fichiers d'une catégorie, numérotés. */
    private static final class Parts {

        private final Path dossier;
        private final String categorie;
        private final int parFichier;
        private int fiches;
        private int numero = -1;
        private long octets;
        private Writer sortie = Writer.nullWriter();
        private Path fichier = Path.of("");

        Parts(Path dossier, String categorie, int parFichier) {
            this.dossier = dossier;
            this.categorie = categorie;
            this.parFichier = parFichier;
        }

        void ecrire(String fiche) throws IOException {
            if (numero < 0 || fiches == parFichier) {
                finir();
                numero++;
                fiches = 0;
                fichier = dossier.resolve("ENT2D-BANC_Complet_" + DATE + "_" + categorie + "_"
                        + String.valueOf(10_000 + numero).substring(1) + ".xml");
                sortie = ouvrir(fichier, StandardCharsets.UTF_8);
                sortie.write(TETE);
            }
            sortie.write(fiche);
            fiches++;
        }

        long finir() throws IOException {
            if (numero >= 0) {
                sortie.write("</ficAlimMENESR>\n");
                sortie.close();
                octets += Files.size(fichier);
            }
            return octets;
        }
    }
}
