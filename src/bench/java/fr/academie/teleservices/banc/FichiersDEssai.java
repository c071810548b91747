package fr.academie.teleservices.banc;

import fr.academie.teleservices.banc.GenerateurDeFamilles.Eleve;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Famille;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Lien;
import fr.academie.teleservices.banc.GenerateurDeFamilles.Personne;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Écrit les familles d'un {@link GenerateurDeFamilles} comme SIECLE ; {@link LivraisonDEssai} les écrit comme l'annuaire. */
final class FichiersDEssai {

    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");

    private FichiersDEssai() {}

    /** Ce qui a été écrit. */
    record Taille(long personnes, long eleves, long liens, long octets) {}

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

    static Writer ouvrir(Path fichier, Charset encodage) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(fichier, encodage), 1 << 16);
    }
}
