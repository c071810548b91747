package fr.academie.teleservices.alimentation.siecle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.scolarite.LienParente;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LecteurSiecleTest {

    private static final String PARAMETRES =
            "<PARAMETRES><UAJ>0330001X</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE><HORODATAGE>24/11/2026"
                    + " 18:32:05</HORODATAGE></PARAMETRES>";

    private final Recu recu = new Recu();
    private final LecteurSiecle lecteur = new LecteurSiecle(recu);

    private void lire(String nom, String document) throws FichierRefuse {
        byte[] octets =
                ("<?xml version='1.0' encoding='ISO-8859-15'?>\n" + document).getBytes(Charset.forName("ISO-8859-15"));
        lecteur.lire(nom, new ByteArrayInputStream(octets));
    }

    private void eleves(String eleves, String structures) throws FichierRefuse {
        lire(
                "e.xml",
                "<BEE_ELEVES>" + PARAMETRES + "<DONNEES><ELEVES>\n" + eleves + "</ELEVES><STRUCTURES>" + structures
                        + "</STRUCTURES></DONNEES></BEE_ELEVES>");
    }

    private void responsables(String personnes, String liens) throws FichierRefuse {
        lire(
                "r.xml",
                "<BEE_RESPONSABLES>" + PARAMETRES + "<DONNEES><PERSONNES>" + personnes + "</PERSONNES><RESPONSABLES>"
                        + liens + "</RESPONSABLES></DONNEES></BEE_RESPONSABLES>");
    }

    private static String eleve(String numero) {
        return "<ELEVE ELEVE_ID='" + numero + "'><NOM_DE_FAMILLE>ROUX</NOM_DE_FAMILLE><PRENOM>Léa</PRENOM>"
                + "<DATE_NAISS>03/02/2013</DATE_NAISS></ELEVE>";
    }

    private static String personne(String numero, String suite) {
        return "<PERSONNE PERSONNE_ID='" + numero + "'><NOM_DE_FAMILLE>ROUX</NOM_DE_FAMILLE><PRENOM>Paul</PRENOM>"
                + suite + "</PERSONNE>";
    }

    private static String lien(String eleve, String personne, String suite) {
        return "<RESPONSABLE_ELEVE><ELEVE_ID>" + eleve + "</ELEVE_ID><PERSONNE_ID>" + personne + "</PERSONNE_ID>"
                + suite + "</RESPONSABLE_ELEVE>";
    }

    private static String actuel(String niveau, String parente) {
        return "<NIVEAU_RESPONSABILITE>" + niveau + "</NIVEAU_RESPONSABILITE><CODE_PARENTE>" + parente
                + "</CODE_PARENTE>";
    }

    private static String ancien(String legal, String parente) {
        return "<RESP_LEGAL>" + legal + "</RESP_LEGAL><CODE_PARENTE>" + parente + "</CODE_PARENTE>";
    }

    private Remarque refus(String document) {
        return catchThrowableOfType(FichierRefuse.class, () -> lire("e.xml", document))
                .remarque();
    }

    @Test
    void lEnTeteVientDAbordALHeureDeParis() throws FichierRefuse {
        eleves("", "");
        assertThat(recu.entetes)
                .containsExactly(new EnteteSiecle(
                        ExportSiecle.ELEVES, "e.xml", "0330001X", 2026, Instant.parse("2026-11-24T17:32:05Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ficAlimMENESR/>|PAS_UN_EXPORT",
                "<BEE_NOMENCLATURES/>|PAS_UN_EXPORT",
                "<BEE_ELEVES/>|ENTETE_ABSENT",
                "<BEE_ELEVES><DONNEES/></BEE_ELEVES>|ENTETE_ABSENT",
                "<BEE_ELEVES><PARAMETRES/></BEE_ELEVES>|ENTETE_ABSENT",
                "<BEE_ELEVES><PARAMETRES><UAJ>COLLEGE</UAJ></PARAMETRES></BEE_ELEVES>|ENTETE_ILLISIBLE",
                "<BEE_ELEVES><PARAMETRES><UAJ>0330001X</UAJ><ANNEE_SCOLAIRE>26</ANNEE_SCOLAIRE></PARAMETRES></BEE_ELEVES>|ENTETE_ILLISIBLE",
                "<BEE_ELEVES><PARAMETRES><UAJ>0330001X</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE><HORODATAGE>31/02/2026 10:00:00</HORODATAGE></PARAMETRES></BEE_ELEVES>|ENTETE_ILLISIBLE"
            })
    void unEnTeteQuiNeSeLitPasRefuseLeFichier(String document, CodeRemarque code) {
        assertThat(refus(document).code()).isEqualTo(code);
    }

    @Test
    void unePartieCiteeTropTotRefuseLeFichier() {
        assertThat(refus("<BEE_ELEVES>" + PARAMETRES + "<DONNEES><STRUCTURES/><ELEVES/></DONNEES></BEE_ELEVES>")
                        .code())
                .isEqualTo(CodeRemarque.ORDRE_INATTENDU);
        assertThat(refus("<BEE_RESPONSABLES>" + PARAMETRES
                                + "<DONNEES><RESPONSABLES/><PERSONNES/></DONNEES></BEE_RESPONSABLES>")
                        .code())
                .isEqualTo(CodeRemarque.ORDRE_INATTENDU);
    }

    @Test
    void lAncienneNomenclatureVautPourToutLeFichier() throws FichierRefuse {
        eleves(eleve("5"), "");
        StringBuilder personnes = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            personnes.append(personne(String.valueOf(i), ""));
        }
        responsables(
                personnes.toString(),
                lien("5", "1", ancien("1", "1"))
                        + lien("5", "2", ancien("2", "2"))
                        + lien("5", "3", ancien("0", "3"))
                        + lien("5", "4", ancien("0", "4"))
                        + lien("5", "5", ancien("1", "5"))
                        + lien("5", "6", ancien("0", "6"))
                        + lien("5", "7", ancien("0", "7"))
                        + lien("5", "8", ancien("0", "20")));
        assertThat(recu.liens.stream()
                        .map(l -> l.personne() + " " + l.niveau().code() + " "
                                + l.parente().code()))
                .containsExactly("1 1 20", "2 1 10", "3 3 50", "4 3 39", "5 1 51", "6 3 90", "7 3 70");
        assertThat(recu.codes()).containsExactly(CodeRemarque.PARENTE_INCONNUE);
        assertThat(lecteur.bilan().juste()).isTrue();
    }

    @Test
    void leNiveauDitLEmporteSurRespLegal() throws FichierRefuse {
        eleves(eleve("5") + eleve("6"), "");
        responsables(
                personne("1", "") + personne("2", ""),
                lien("5", "1", "<RESP_LEGAL>2</RESP_LEGAL>" + actuel("2", "20"))
                        + lien("5", "2", actuel("1", "10"))
                        + lien("6", "1", ancien("1", "20"))
                        + lien("6", "2", actuel("4", "10")));
        assertThat(recu.liens.stream().map(LienLu::niveau))
                .containsExactly(NiveauResponsabilite.PERSONNE_EN_CHARGE, NiveauResponsabilite.REPRESENTANT_LEGAL);
        assertThat(recu.remarques.stream().map(Remarque::code))
                .containsExactly(CodeRemarque.NIVEAU_ABSENT, CodeRemarque.NIVEAU_INCONNU);
    }

    @Test
    void leMemeLienNeRepasseQuePlusFort() throws FichierRefuse {
        eleves(eleve("5"), "");
        responsables(
                personne("1", ""),
                lien("5", "1", actuel("2", "20"))
                        + lien("5", "1", actuel("3", "20"))
                        + lien("5", "1", actuel("1", "20"))
                        + lien("5", "1", actuel("1", "10")));
        assertThat(recu.liens.stream().map(l -> l.niveau().code())).containsExactly(2, 1);
        assertThat(recu.codes()).containsExactlyInAnyOrder(CodeRemarque.LIEN_EN_DOUBLE, CodeRemarque.LIEN_RENFORCE);
        assertThat(lecteur.bilan().refuses(Sorte.LIEN)).isEqualTo(3);
    }

    @Test
    void uneParenteVideNeFaitPasPerdreLeLien() throws FichierRefuse {
        eleves(eleve("5"), "");
        responsables(personne("1", ""), lien("5", "1", actuel("1", "")));
        assertThat(recu.liens).extracting(LienLu::parente).containsExactly(LienParente.AUTRE);
    }

    @Test
    void uneFicheSansPrenomEstUneInstitutionSiCEstUnePersonne() throws FichierRefuse {
        eleves(eleve("5").replace("Léa", " "), "");
        responsables(personne("1", "").replace("Paul", ""), "");
        assertThat(recu.lignesEtCodes()).containsExactly("3 CHAMP_VIDE");
        assertThat(recu.personnes).extracting(PersonneLue::prenom).containsExactly((String) null);
    }

    @Test
    void leNomDAvant2016SeLit() throws FichierRefuse {
        responsables("<PERSONNE PERSONNE_ID='1'><NOM>ROUX</NOM><PRENOM>Paul</PRENOM></PERSONNE>", "");
        assertThat(recu.personnes).extracting(PersonneLue::nomFamille).containsExactly("ROUX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE_SORTIE", "DATE_SORTIE_ETAB"})
    void uneDateDeSortieSeLitSousSesDeuxNoms(String balise) throws FichierRefuse {
        eleves(eleve("5").replace("</ELEVE>", "<" + balise + ">30/10/2026</" + balise + "></ELEVE>"), "");
        assertThat(recu.eleves.get(0).sortieLe()).isEqualTo(LocalDate.of(2026, 10, 30));
    }

    @Test
    void unNumeroNeSertQuUneFois() throws FichierRefuse {
        eleves(eleve("5") + eleve("5") + eleve(""), "");
        responsables(personne("1", "") + personne("1", "") + "<PERSONNE><NOM>X</NOM></PERSONNE>", "");
        assertThat(recu.eleves).hasSize(1);
        assertThat(recu.personnes).hasSize(1);
        assertThat(recu.remarques.stream().map(Remarque::code))
                .containsExactly(
                        CodeRemarque.NUMERO_EN_DOUBLE,
                        CodeRemarque.NUMERO_ABSENT,
                        CodeRemarque.NUMERO_EN_DOUBLE,
                        CodeRemarque.NUMERO_ABSENT);
    }

    @Test
    void laClasseEstLaPremiereDivision() throws FichierRefuse {
        String groupe = "<STRUCTURE><CODE_STRUCTURE>_G</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE>";
        String division =
                "<STRUCTURE><CODE_STRUCTURE>6 A</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>";
        eleves(
                eleve("5") + eleve("6"),
                "<STRUCTURES_ELEVE ELEVE_ID='5'>" + groupe + division + "</STRUCTURES_ELEVE>"
                        + "<STRUCTURES_ELEVE ELEVE_ID='6'>" + groupe + "</STRUCTURES_ELEVE>"
                        + "<STRUCTURES_ELEVE ELEVE_ID='5'>" + division + "</STRUCTURES_ELEVE>"
                        + "<STRUCTURES_ELEVE ELEVE_ID='9'>" + division + "</STRUCTURES_ELEVE>");
        assertThat(recu.classes.stream().map(c -> c.eleve() + " " + c.classe())).containsExactly("5 6 A", "6 null");
        assertThat(recu.remarques.stream().map(Remarque::code))
                .containsExactly(CodeRemarque.CLASSE_EN_DOUBLE, CodeRemarque.ELEVE_INCONNU);
    }

    @Property(tries = 300)
    void rienNeSePerdQuoiQueDiseLeFichier(
            @ForAll("morceaux") String a, @ForAll("morceaux") String b, @ForAll("morceaux") String c)
            throws FichierRefuse {
        Recu recus = new Recu();
        LecteurSiecle autre = new LecteurSiecle(recus);
        String suite = "<NOM_DE_FAMILLE>" + a + "</NOM_DE_FAMILLE><PRENOM>" + b + "</PRENOM><DATE_NAISS>" + c
                + "</DATE_NAISS><MEL>" + b + "</MEL><TEL_PORTABLE>" + c + "</TEL_PORTABLE>";
        for (String document : new String[] {
            "<BEE_ELEVES>" + PARAMETRES + "<DONNEES><ELEVES><ELEVE ELEVE_ID='" + c + "'>" + suite + "</ELEVE>"
                    + eleve("7") + "</ELEVES></DONNEES></BEE_ELEVES>",
            "<BEE_RESPONSABLES>" + PARAMETRES + "<DONNEES><PERSONNES><PERSONNE PERSONNE_ID='" + b + "'>" + suite
                    + "</PERSONNE>" + personne("7", "") + "</PERSONNES><RESPONSABLES>" + lien(a, b, actuel(c, b))
                    + lien(c, b, ancien(a, b)) + lien("7", "7", actuel(a, c))
                    + "</RESPONSABLES></DONNEES></BEE_RESPONSABLES>"
        }) {
            autre.lire("p.xml", new ByteArrayInputStream(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        assertThat(autre.bilan().juste()).isTrue();
        assertThat(autre.bilan().lus(Sorte.ELEVE)).isEqualTo(2);
        assertThat(autre.bilan().lus(Sorte.PERSONNE)).isEqualTo(2);
        assertThat(autre.bilan().lus(Sorte.LIEN)).isEqualTo(3);
        assertThat((long) recus.eleves.size()).isEqualTo(autre.bilan().gardes(Sorte.ELEVE));
        assertThat((long) recus.liens.size()).isEqualTo(autre.bilan().gardes(Sorte.LIEN));
    }

    @Provide
    Arbitrary<String> morceaux() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "1",
                        "2",
                        "7",
                        "10",
                        "20",
                        "03/02/2013",
                        "31/02/2013",
                        "a@b.fr",
                        "0612345678",
                        "x".repeat(5000)),
                Arbitraries.strings()
                        .withCharRange(' ', '\uD7FF')
                        .excludeChars('<', '>', '&', '\'')
                        .ofMaxLength(12));
    }
}
