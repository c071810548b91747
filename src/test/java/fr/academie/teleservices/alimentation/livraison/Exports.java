package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.siecle.ImportSiecle.Remis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Les deux exports d'un établissement, que l'essai compose et recompose. */
final class Exports {

    static final String UAI = "0330001A";

    private final Map<String, String> eleves = new LinkedHashMap<>();
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Map<String, String> personnes = new LinkedHashMap<>();
    private final Set<String> liens = new LinkedHashSet<>();
    private String uaj = UAI;
    private String horodatage = "24/11/2026 18:00:00";

    Exports uaj(String code) {
        uaj = code;
        return this;
    }

    /** {@code jj/mm/aaaa hh:mm:ss}, heure de Paris. */
    Exports horodatage(String le) {
        horodatage = le;
        return this;
    }

    Exports eleve(String numero, String nom, String prenom, String naissance, String classe) {
        return eleve(numero, nom, prenom, naissance, classe, "");
    }

    /** @param reste d'autres balises */
    Exports eleve(String numero, String nom, String prenom, String naissance, String classe, String reste) {
        eleves.put(
                numero,
                "<NOM_DE_FAMILLE>" + nom + "</NOM_DE_FAMILLE><PRENOM>" + prenom + "</PRENOM><DATE_NAISS>" + naissance
                        + "</DATE_NAISS>" + reste);
        classes.put(numero, classe);
        return this;
    }

    Exports sansEleve(String numero) {
        eleves.remove(numero);
        classes.remove(numero);
        return this;
    }

    Exports personne(String numero, String civilite, String nom, String prenom, String mail, String portable) {
        personnes.put(
                numero,
                "<LC_CIVILITE>" + civilite + "</LC_CIVILITE><NOM_DE_FAMILLE>" + nom + "</NOM_DE_FAMILLE><PRENOM>"
                        + prenom + "</PRENOM><MEL>" + mail + "</MEL><TEL_PORTABLE>" + portable + "</TEL_PORTABLE>");
        return this;
    }

    Exports sansPersonne(String numero) {
        personnes.remove(numero);
        return this;
    }

    Exports lien(String eleve, String personne, int niveau, int parente) {
        liens.add("<ELEVE_ID>" + eleve + "</ELEVE_ID><PERSONNE_ID>" + personne + "</PERSONNE_ID><NIVEAU_RESPONSABILITE>"
                + niveau + "</NIVEAU_RESPONSABILITE><CODE_PARENTE>" + parente + "</CODE_PARENTE>");
        return this;
    }

    Exports sansLien(String eleve, String personne) {
        liens.removeIf(lien -> lien.contains(">" + eleve + "<") && lien.contains(">" + personne + "<"));
        return this;
    }

    Remis eleves(Path dossier) {
        StringBuilder xml = new StringBuilder(entete("BEE_ELEVES")).append("<ELEVES>\n");
        eleves.forEach((numero, balises) -> xml.append("<ELEVE ELEVE_ID=\"")
                .append(numero)
                .append("\">")
                .append(balises)
                .append("</ELEVE>\n"));
        xml.append("</ELEVES><STRUCTURES>\n");
        classes.forEach((numero, classe) -> xml.append("<STRUCTURES_ELEVE ELEVE_ID=\"")
                .append(numero)
                .append("\"><STRUCTURE><CODE_STRUCTURE>")
                .append(classe)
                .append("</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>\n"));
        return ecrire(dossier, "ElevesSansAdresses.xml", xml.append("</STRUCTURES></DONNEES></BEE_ELEVES>\n"));
    }

    Remis responsables(Path dossier) {
        StringBuilder xml = new StringBuilder(entete("BEE_RESPONSABLES")).append("<PERSONNES>\n");
        personnes.forEach((numero, balises) -> xml.append("<PERSONNE PERSONNE_ID=\"")
                .append(numero)
                .append("\">")
                .append(balises)
                .append("</PERSONNE>\n"));
        xml.append("</PERSONNES><RESPONSABLES>\n");
        liens.forEach(lien -> xml.append("<RESPONSABLE_ELEVE>").append(lien).append("</RESPONSABLE_ELEVE>\n"));
        return ecrire(
                dossier, "ResponsablesAvecAdresses.xml", xml.append("</RESPONSABLES></DONNEES></BEE_RESPONSABLES>\n"));
    }

    private String entete(String racine) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + racine + "><PARAMETRES><UAJ>" + uaj
                + "</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE><DATE_EXPORT>24/11/2026</DATE_EXPORT><HORODATAGE>"
                + horodatage + "</HORODATAGE></PARAMETRES><DONNEES>";
    }

    private static Remis ecrire(Path dossier, String nom, CharSequence xml) {
        try {
            Path fichier = Files.createTempFile(dossier, "export", ".xml");
            Files.writeString(fichier, xml);
            return new Remis(nom, fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
