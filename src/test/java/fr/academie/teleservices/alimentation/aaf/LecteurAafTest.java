package fr.academie.teleservices.alimentation.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import fr.academie.teleservices.alimentation.Champ;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Sorte;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LecteurAafTest {

    private static String attr(String nom, String... valeurs) {
        StringBuilder attr = new StringBuilder("<attr name='" + nom + "'>");
        for (String valeur : valeurs) {
            attr.append(valeur.isEmpty() ? "<value/>" : "<value>" + valeur + "</value>");
        }
        return attr.append("</attr>").toString();
    }

    private static String demande(String quoi, String categorie, String id, String corps) {
        return "<" + quoi + "Request><operationalAttributes><attr name='categoriePersonne'><value>" + categorie
                + "</value></attr></operationalAttributes><identifier><id>" + id + "</id></identifier>" + corps + "</"
                + quoi
                + "Request>";
    }

    private static String personne(String id, String attributs) {
        return demande("add", "PersRelEleve", id, "<attributes>" + attributs + "</attributes>");
    }

    private static String eleve(String id, String attributs) {
        return demande(
                "add",
                "Eleve",
                id,
                "<attributes>" + attr("sn", "ROUX") + attr("givenName", "Zoé")
                        + attr("ENTPersonDateNaissance", "01/02/2012") + attributs + "</attributes>");
    }

    private static String modification(String categorie, String id, String nom, String... valeurs) {
        return demande(
                "modify",
                categorie,
                id,
                "<modifications>"
                        + attr(nom, valeurs)
                                .replace("<attr name=", "<modification operation='replace' name=")
                                .replace("</attr>", "</modification>")
                        + "</modifications>");
    }

    private static RecuDeLAaf eleves(String demandes) throws FichierRefuse {
        return new RecuDeLAaf().lire(Categorie.ELEVE, true, demandes);
    }

    private static String lus(RecuDeLAaf recu) {
        return String.join(
                ", ",
                recu.liens.stream()
                        .map(l -> l.personne() + ":" + l.niveau().code() + ":"
                                + l.parente().code())
                        .toList());
    }

    @Test
    void unePersonneSeLitSousLesNomsDesDeuxDegres() throws FichierRefuse {
        RecuDeLAaf recu = new RecuDeLAaf()
                .lire(
                        Categorie.PERSONNE,
                        true,
                        personne(
                                        "1",
                                        attr("ENTPersonNomPatro", "D&rsquo;ALMEIDA")
                                                + attr("sn", "LEFÈVRE")
                                                + attr("givenName", "Ru&iacute;")
                                                + attr("personalTitle", "Mme")
                                                + attr("mobile", "+33 6 12 34 56 78", "+33 7 00 00 00 01")
                                                + attr("mail", "a@exemple.fr")
                                                + attr("inconnu", "x"))
                                + personne(
                                        "2",
                                        attr("ENTPersonNom", "ROUX")
                                                + attr("ENTPersonPrenom", "Léa")
                                                + attr("ENTPersonCivilite", "M")
                                                + attr("ENTPersRelEleveTelMobile", "0612345678")
                                                + attr("ENTPersonMail", "")));
        assertThat(recu.personnes)
                .containsExactly(
                        new PersonneLue(
                                "1",
                                "MME",
                                "D’ALMEIDA",
                                "LEFÈVRE",
                                "Ruí",
                                "a@exemple.fr",
                                "+33612345678",
                                null,
                                null,
                                null),
                        new PersonneLue("2", "M.", "ROUX", null, "Léa", null, "+33612345678", null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9$2$1$1$0$0 8$1$0$2$0$0 7$4$0$0$1$0 6$7$0$0$1$0|9:1:10, 8:1:20, 7:3:39, 6:3:70",
                "9$10$1$1$1$1 8$20$0$2$0$0 7$39$0$0$0$0|9:1:10, 8:2:20, 7:3:39",
                "9$20$1$2$1$0 9$20$1$1$1$1 9$39$0$0$0$0|9:1:20",
                "9$$0$1$0$0|9:1:90"
            })
    void unLienSeLitSelonLaNomenclatureDuFichier(String valeurs, String liens) throws FichierRefuse {
        assertThat(lus(eleves(eleve("1", attr("ENTElevePersRelEleve", valeurs.split(" "))))))
                .isEqualTo(liens);
    }

    /** Le premier lien du fichier est une faute de frappe : le plus grand nombre décide, et lui seul est refusé. */
    @Test
    void laNomenclatureSuitLePlusGrandNombre() throws FichierRefuse {
        RecuDeLAaf recu = eleves(eleve("1", attr("ENTElevePersRelEleve", "9$2$1$1$0$0"))
                + eleve("2", attr("ENTElevePersRelEleve", "8$20$1$2$0$0", "7$10$1$1$0$0")));
        assertThat(lus(recu)).isEqualTo("8:2:20, 7:1:10");
        assertThat(recu.codes()).containsExactly("PARENTE_INCONNUE");
    }

    @ParameterizedTest
    @CsvSource({
        "x, LIEN_ILLISIBLE",
        "'', ''",
        "$10$1$1$1$1, NUMERO_ABSENT",
        "9$10$1$5$1$1, NIVEAU_INCONNU",
        "9$10$1$$1$1, NIVEAU_ABSENT",
        "9$99$1$1$1$1, PARENTE_INCONNUE"
    })
    void unLienQuiNEnEstPasUnEstRefuseSansLEleve(String lien, String code) throws FichierRefuse {
        RecuDeLAaf recu = eleves(eleve("1", attr("ENTElevePersRelEleve", lien)));
        assertThat(recu.eleves).hasSize(1);
        assertThat(recu.liens).isEmpty();
        assertThat(String.join(",", recu.codes())).isEqualTo(code);
        assertThat(recu.bilan.juste()).isTrue();
    }

    @Test
    void auPremierDegreLAutoriteParentaleFaitLeRepresentantLegal() throws FichierRefuse {
        RecuDeLAaf recu = eleves(eleve(
                "1",
                attr("ENTEleveAutoriteParentale", "7001$10")
                        + attr("ENTPersonStructRattach", "900")
                        + attr("ENTPersonClasses", "900$CP$CE1$77001$01 COURS PREPARATOIRE")));
        assertThat(lus(recu)).isEqualTo("7001:1:10");
        assertThat(recu.classes.stream().map(c -> c.structure() + " " + c.classe()))
                .containsExactly("900 01 COURS PREPARATOIRE");
    }

    @Test
    void unEleveEstDansPlusieursEtablissements() throws FichierRefuse {
        RecuDeLAaf recu = eleves(eleve(
                        "1",
                        attr("ENTPersonStructRattach", "502") + attr("ENTEleveClasses", "502$2B", "501$ULIS", "502$X"))
                + eleve("2", attr("ENTPersonStructRattach", "503")));
        assertThat(recu.classes.stream().map(c -> c.eleve() + " " + c.structure() + " " + c.classe()))
                .containsExactly("1 502 2B", "1 501 ULIS", "2 503 null");
        assertThat(recu.codes()).containsExactly("CLASSE_EN_DOUBLE");
    }

    @Test
    void unEtablissementSeLit() throws FichierRefuse {
        RecuDeLAaf recu = new RecuDeLAaf()
                .lire(
                        Categorie.ETABLISSEMENT,
                        true,
                        "<addRequest><operationalAttributes><attr name='categorieStructure'><value>EtabEducNat</value></attr>"
                                + "</operationalAttributes><identifier><id>501</id></identifier><attributes>"
                                + attr("ENTStructureUAI", "0330001X")
                                + attr("ENTStructureNomCourant", "CLG$DU MOULIN$TALENCE")
                                + attr("ENTStructureTypeStruct", "COLLEGE") + "</attributes></addRequest>");
        assertThat(recu.etablissements)
                .containsExactly(new EtablissementLu(
                        "501",
                        "0330001X",
                        "CLG DU MOULIN",
                        "TALENCE",
                        fr.academie.teleservices.scolarite.NatureEtablissement.COLLEGE));
    }

    @Test
    void uneModificationNeDitQueCeQuElleDit() throws FichierRefuse {
        RecuDeLAaf recu = new RecuDeLAaf()
                .lire(
                        Categorie.PERSONNE,
                        false,
                        modification("PersRelEleve", "1", "mail", "b@exemple.fr")
                                + modification("PersRelEleve", "2", "mobile", "")
                                + modification("PersRelEleve", "3", "givenName", "")
                                + modification("PersRelEleve", "4", "mail", "pas une adresse")
                                + demande("delete", "PersRelEleve", "5", ""));
        assertThat(recu.changements.get(0).champs()).containsExactly(entry(Champ.MAIL, "b@exemple.fr"));
        assertThat(recu.changements.get(0).liens()).isNull();
        assertThat(recu.changements.get(1).champs()).containsExactly(entry(Champ.PORTABLE, null));
        assertThat(recu.changements.get(2).champs()).isEmpty();
        // Une adresse qui n'en est pas une n'efface pas celle d'avant.
        assertThat(recu.changements.get(3).champs()).isEmpty();
        assertThat(recu.changements).hasSize(4);
        assertThat(recu.codes()).containsExactly("NOM_NON_EFFACE", "MAIL_ILLISIBLE");
        assertThat(recu.retraits).containsExactly("PersRelEleve 5");
        assertThat(recu.bilan.refuses(Sorte.PERSONNE)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<deleteRequest><identifier><id>1</id></identifier></deleteRequest>|DIFFERENCE_DANS_UN_COMPLET",
                "<autre/>|PAS_UN_EXPORT",
                "<addRequest><operationalAttributes><attr name='categoriePersonne'><value>PersEducNat</value></attr></operationalAttributes></addRequest>|CATEGORIE_CONTREDITE"
            })
    void unFichierQuiSeContreditEstRefuse(String demandes, CodeRemarque code) {
        assertThat(catchThrowableOfType(FichierRefuse.class, () -> eleves(demandes))
                        .remarque()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void uneDemandeSansNumeroEstRefuseeEtComptee() throws FichierRefuse {
        RecuDeLAaf recu = eleves("<addRequest><attributes/></addRequest>" + eleve("1", ""));
        assertThat(recu.codes()).containsExactly("NUMERO_ABSENT");
        assertThat(recu.eleves).hasSize(1);
    }

    @Test
    void plusDeMilleElevesAttendentPuisPassentTousDansLOrdre() throws FichierRefuse {
        StringBuilder demandes = new StringBuilder();
        for (int i = 1; i <= 2500; i++) {
            demandes.append(eleve(String.valueOf(i), i % 2 == 0 ? attr("ENTElevePersRelEleve", "9$1$1$2$0$0") : ""));
        }
        RecuDeLAaf recu = eleves(demandes.toString());
        assertThat(recu.eleves).hasSize(2500);
        assertThat(recu.eleves.get(2499).numero()).isEqualTo("2500");
        assertThat(recu.liens)
                .hasSize(1250)
                .allMatch(l -> l.niveau().code() == 1 && l.parente().code() == 20);
    }
}
