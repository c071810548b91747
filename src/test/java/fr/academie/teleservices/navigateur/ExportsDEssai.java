package fr.academie.teleservices.navigateur;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Les deux exports de SIECLE d'une école, faits à la main, comme SIECLE les écrit. */
final class ExportsDEssai {

    static final String ELEVES = "ElevesSansAdresses.xml";
    static final String RESPONSABLES = "ResponsablesAvecAdresses.xml";

    private static final Charset LATIN = Charset.forName("ISO-8859-15");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HORODATAGE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private final String uai;
    private LocalDateTime le = LocalDateTime.now(PARIS);
    private int annee = le.getMonthValue() >= 8 ? le.getYear() : le.getYear() - 1;
    private final StringBuilder eleves = new StringBuilder();
    private final StringBuilder classes = new StringBuilder();
    private final StringBuilder personnes = new StringBuilder();
    private final StringBuilder liens = new StringBuilder();

    private ExportsDEssai(String uai) {
        this.uai = uai;
    }

    /** Sans personne. */
    static ExportsDEssai de(String uai) {
        return new ExportsDEssai(uai);
    }

    /** Un élève, ses deux parents, dont les noms portent ce mot. */
    static ExportsDEssai famille(String uai, String mot) {
        return de(uai).eleve("1", mot, "Aude", "5A")
                .personne("11", "MME", mot, "Karima")
                .personne("12", "M.", mot, "Jean")
                .lien("1", "11", 1, 10)
                .lien("1", "12", 1, 20);
    }

    ExportsDEssai le(LocalDateTime instant) {
        le = instant;
        return this;
    }

    ExportsDEssai ilYA(int jours) {
        return le(le.minusDays(jours));
    }

    ExportsDEssai annee(int debut) {
        annee = debut;
        return this;
    }

    int annee() {
        return annee;
    }

    ExportsDEssai eleve(String numero, String nom, String prenom, String classe) {
        eleves.append("<ELEVE ELEVE_ID=\"" + numero + "\"><NOM_DE_FAMILLE>" + nom + "</NOM_DE_FAMILLE><PRENOM>" + prenom
                + "</PRENOM><DATE_NAISS>03/02/2013</DATE_NAISS></ELEVE>\n");
        classes.append("<STRUCTURES_ELEVE ELEVE_ID=\"" + numero + "\"><STRUCTURE><CODE_STRUCTURE>" + classe
                + "</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>\n");
        return this;
    }

    ExportsDEssai personne(String numero, String civilite, String nom, String prenom) {
        personnes.append("<PERSONNE PERSONNE_ID=\"" + numero + "\"><LC_CIVILITE>" + civilite
                + "</LC_CIVILITE><NOM_DE_FAMILLE>" + nom + "</NOM_DE_FAMILLE><PRENOM>" + prenom
                + "</PRENOM></PERSONNE>\n");
        return this;
    }

    ExportsDEssai lien(String eleve, String personne, int niveau, int parente) {
        liens.append("<RESPONSABLE_ELEVE><ELEVE_ID>" + eleve + "</ELEVE_ID><PERSONNE_ID>" + personne
                + "</PERSONNE_ID><NIVEAU_RESPONSABILITE>" + niveau + "</NIVEAU_RESPONSABILITE><CODE_PARENTE>" + parente
                + "</CODE_PARENTE></RESPONSABLE_ELEVE>\n");
        return this;
    }

    /** L'export des élèves. */
    byte[] eleves() {
        return xml("BEE_ELEVES", "<ELEVES>\n" + eleves + "</ELEVES>\n<STRUCTURES>\n" + classes + "</STRUCTURES>\n");
    }

    /** L'export des responsables. */
    byte[] responsables() {
        return xml(
                "BEE_RESPONSABLES",
                "<PERSONNES>\n" + personnes + "</PERSONNES>\n<RESPONSABLES>\n" + liens + "</RESPONSABLES>\n");
    }

    /** Les deux, prêts à partir. */
    Map<String, ClientHttp.Fichier> fichiers() {
        Map<String, ClientHttp.Fichier> deux = new LinkedHashMap<>();
        deux.put("eleves", new ClientHttp.Fichier(ELEVES, eleves()));
        deux.put("responsables", new ClientHttp.Fichier(RESPONSABLES, responsables()));
        return deux;
    }

    private byte[] xml(String racine, String donnees) {
        return ("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n<" + racine + ">\n<PARAMETRES><UAJ>" + uai
                        + "</UAJ><ANNEE_SCOLAIRE>" + annee + "</ANNEE_SCOLAIRE><HORODATAGE>" + HORODATAGE.format(le)
                        + "</HORODATAGE></PARAMETRES>\n<DONNEES>\n" + donnees + "</DONNEES>\n</" + racine + ">\n")
                .getBytes(LATIN);
    }
}
