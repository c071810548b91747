package fr.academie.teleservices.alimentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LectureXmlTest {

    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");

    /** Tous les textes des éléments « v », dans l'ordre. */
    private static List<String> lire(InputStream source) throws FichierRefuse {
        LecteurXml xml = LectureXml.ouvrir("essai.xml", source);
        List<String> lus = new ArrayList<>();
        xml.racine();
        for (String nom = xml.enfant(1); nom != null; nom = xml.enfant(1)) {
            if ("v".equals(nom)) {
                lus.add(xml.texte());
            }
        }
        xml.finir();
        return lus;
    }

    private static List<String> lire(String document) throws FichierRefuse {
        return lire(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Remarque refus(InputStream source) {
        return catchThrowableOfType(FichierRefuse.class, () -> lire(source)).remarque();
    }

    private static Remarque refus(String document) {
        return refus(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "D&rsquo;ALMEIDA, D’ALMEIDA",
        "D&apos;ALMEIDA, D'ALMEIDA",
        "Ru&iacute;, Ruí",
        "&OElig;UVRARD, ŒUVRARD",
        "A&amp;B &#233; &#xE9;, A&B é é",
        "<![CDATA[D&rsquo;ALMEIDA]]>, D&rsquo;ALMEIDA"
    })
    void uneEntiteDeHtmlSeLitSansDtd(String ecrit, String lu) throws FichierRefuse {
        assertThat(lire("<!DOCTYPE r SYSTEM \"ficAlimMENESR.dtd\"><r><v>" + ecrit.replace("\"", "") + "</v></r>"))
                .containsExactly(lu.startsWith("'") ? lu.substring(1) : lu);
    }

    @Test
    void uneEntiteDeHtmlSeLitDansUnAttribut() throws FichierRefuse {
        LecteurXml xml = LectureXml.ouvrir(
                "essai.xml", new ByteArrayInputStream("<r nom='D&rsquo;ALMEIDA'/>".getBytes(StandardCharsets.UTF_8)));
        xml.racine();
        assertThat(xml.attribut("nom")).isEqualTo("D’ALMEIDA");
    }

    @Test
    void leTexteDUnElementContenuNEnEstPas() throws FichierRefuse {
        assertThat(lire("<r><v>a<sous>b</sous><!-- c -->d<?e f?></v><autre><v>non</v></autre><v/></r>"))
                .containsExactly("ad", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><r><v>&e;</v></r>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]><r a='&e;'/>",
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;\">]><r><v>&e;</v></r>",
                "<!DOCTYPE r PUBLIC \"p\" \"http://127.0.0.1:1/x.dtd\"><r><v>&inconnue;</v></r>",
                "<r><v>&jamaisDite;</v></r>"
            })
    void uneEntiteInconnueRefuseLeFichier(String document) {
        assertThat(refus(document).code()).isEqualTo(CodeRemarque.ENTITE_INCONNUE);
    }

    /** Le lecteur prend ses octets d'avance : la ligne est celle de la faute, pas celle où il en est. */
    @Test
    void uneEntiteInconnueDitSaLigne() {
        Remarque refus = refus("<r>\n<v>a</v>\n<v>&e;</v>\n" + "<v/>\n".repeat(50) + "</r>");
        assertThat(refus.code()).isEqualTo(CodeRemarque.ENTITE_INCONNUE);
        assertThat(refus.ligne()).isEqualTo(3);
        assertThat(refus.valeurs()).containsExactly("e");
    }

    @Test
    void uneEntiteDuDocumentNeRemplaceNiCelleDeHtmlNiRien() throws FichierRefuse {
        assertThat(lire("<!DOCTYPE r [<!ENTITY rsquo SYSTEM \"file:///etc/hostname\">]><r><v>&rsquo;</v></r>"))
                .containsExactly("’");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|VIDE|1",
                "<!-- rien -->|VIDE|1",
                "<?xml version='1.0'?>|VIDE|1",
                "nom;prénom|NI_XML_NI_ARCHIVE|1",
                "%PDF-1.7|NI_XML_NI_ARCHIVE|1",
                "<r>_<v>a</v>_<v>b|TRONQUE|3",
                "<r>_<v>a</v>_<v|TRONQUE|3",
                "<r>_<v>a</v>|TRONQUE|2",
                "<r>_<v>a</w>_</r>|BALISE_MAL_FERMEE|2",
                "<r>_</r>_<r/>|XML_MAL_FORME|3",
                "<r>_</r>_suite|XML_MAL_FORME|3",
                "<r>_<v a=1/></r>|XML_MAL_FORME|2",
                "<r>_<v a='1' a='2'/></r>|XML_MAL_FORME|2",
                "<r>_<v>a & b</v></r>|XML_MAL_FORME|2",
                "<r>_<v>&#1;</v></r>|CARACTERE_INTERDIT|2",
                "<r>_<v>&#xFFFF;</v></r>|CARACTERE_INTERDIT|2",
                "<?xml version='1.0' encoding='KLINGON'?><r/>|ENCODAGE_INCONNU|1"
            })
    void chaqueFauteASonCodeEtSaLigne(String document, CodeRemarque code, int ligne) {
        Remarque refus = refus(document.replace('_', '\n'));
        assertThat(refus.code()).isEqualTo(code);
        assertThat(refus.ligne()).isEqualTo(ligne);
        assertThat(refus.fichier()).isEqualTo("essai.xml");
    }

    @Test
    void unCaractereDeControleEstRefuse() {
        Remarque refus = refus("<r>\n<v>DU\u0001PONT</v></r>");
        assertThat(refus.code()).isEqualTo(CodeRemarque.CARACTERE_INTERDIT);
        assertThat(refus.ligne()).isEqualTo(2);
    }

    @Test
    void deLUtf8AnnonceEnLatinEstRefuse() {
        Remarque refus = refus("<?xml version='1.0' encoding='ISO-8859-15'?>\n<r>\n<v>abc</v>\n<v>Théo</v>\n</r>");
        assertThat(refus.code()).isEqualTo(CodeRemarque.ENCODAGE_CONTREDIT);
        assertThat(refus.ligne()).isEqualTo(4);
        assertThat(refus.valeurs()).containsExactly("ISO-8859-15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Théo", "CŒURDELYS", "l’œuvre", "Zoë «\u00A0Ÿ\u00A0»", "ÎLE\u00A0D'YEU", "100\u00A0€", "Ž", "ÉŠ"
            })
    void duLatinAnnonceEnLatinSeLit(String texte) throws FichierRefuse {
        String lisible = texte.replace("’", "'");
        byte[] octets = ("<?xml version='1.0' encoding='ISO-8859-15'?><r><v>" + lisible + "</v></r>").getBytes(LATIN9);
        assertThat(lire(new ByteArrayInputStream(octets))).containsExactly(lisible);
    }

    /** Un seul nom abîmé dans la base de l'école, au milieu d'un vrai fichier latin, ne fait pas refuser le fichier. */
    @Test
    void unNomDejaAbimeDansUnFichierLatinSeLitTelQuel() throws FichierRefuse {
        byte[] octets = "<?xml version='1.0' encoding='ISO-8859-15'?><r><v>Théo</v><v>AndrÃ©</v></r>".getBytes(LATIN9);
        assertThat(lire(new ByteArrayInputStream(octets))).containsExactly("Théo", "AndrÃ©");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='UTF-8'?>"})
    void duLatinAnnonceEnUtf8EstRefuse(String entete) {
        byte[] octets = (entete + "\n<r>\n<v>Théo</v></r>").getBytes(LATIN9);
        assertThat(refus(new ByteArrayInputStream(octets)).code()).isEqualTo(CodeRemarque.ENCODAGE_CONTREDIT);
    }

    @Test
    void uneMarqueDUtf8SeLit() throws FichierRefuse {
        assertThat(lire("\uFEFF<?xml version='1.0' encoding='UTF-8'?><r><v>Théo</v></r>"))
                .containsExactly("Théo");
        assertThat(lire("\uFEFF<r><v>Théo</v></r>")).containsExactly("Théo");
    }

    @Test
    void uneMarqueDUtf8DansUnFichierAnnonceLatinEstRefusee() {
        assertThat(refus("\uFEFF<?xml version='1.0' encoding='ISO-8859-15'?><r><v>Théo</v></r>")
                        .code())
                .isEqualTo(CodeRemarque.ENCODAGE_CONTREDIT);
    }

    @Test
    void deLUtf16SeLit() throws FichierRefuse {
        byte[] octets =
                "\uFEFF<?xml version='1.0' encoding='UTF-16'?><r><v>Théo</v></r>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(lire(new ByteArrayInputStream(octets))).containsExactly("Théo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<r><v>|a|</v></r>",
                "<r><w>|a|</w></r>",
                "<r>| |</r>",
                "<r><!--|a|--></r>",
                "<r><?p |a|?></r>",
                "<r><v><![CDATA[|a|]]></v></r>",
                "<|a|></r>",
                "<r><v a='|a|'/></r>",
                "<r |a|='1'/>",
                "<r></r |  |>",
                "<!DOCTYPE r [|<!ENTITY a \"b\">|]><r/>",
                "<r><v>&|a|;</v></r>",
                "<r |b='' |/>",
                "|<a>|</r>"
            })
    @Timeout(30)
    void uneLigneDeCentMegaoctetsEstRefuseeSansEtreGardee(String avant, String motif, String apres) {
        long depart = memoire();
        Remarque refus = refus(new SequenceInputStream(Collections.enumeration(List.of(
                octets(avant == null ? "" : avant),
                new Repete(motif == null ? " " : motif, 100_000_000),
                octets(apres)))));
        assertThat(refus.code()).isIn(CodeRemarque.DEMESURE, CodeRemarque.XML_MAL_FORME);
        assertThat(memoire() - depart).isLessThan(40_000_000);
    }

    @Test
    @Timeout(30)
    void unFichierSansFinDeLigneEstBon() throws FichierRefuse {
        assertThat(lire(new SequenceInputStream(Collections.enumeration(
                                List.of(octets("<r>"), new Repete("<w>un</w><v/>", 3_900_000), octets("</r>")))))
                        .size())
                .isEqualTo(300_000);
    }

    @Test
    void unDisqueQuiManqueNEstPasUneFauteDuFichier() throws IOException {
        InputStream panne = InputStream.nullInputStream();
        panne.close();
        assertThat(catchThrowableOfType(
                        UncheckedIOException.class,
                        () -> lire(new SequenceInputStream(octets("<r>" + "<v/>".repeat(5000)), panne))))
                .hasMessageContaining("closed");
    }

    private static InputStream octets(String texte) {
        return new ByteArrayInputStream(texte.getBytes(StandardCharsets.UTF_8));
    }

    private static long memoire() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Un motif répété jusqu'à tant d'octets. */
    private static final class Repete extends InputStream {

        private final byte[] motif;
        private final long total;
        private long reste;

        Repete(String motif, long octets) {
            super();
            this.motif = motif.getBytes(StandardCharsets.UTF_8);
            this.total = octets;
            this.reste = octets;
        }

        @Override
        public int read() {
            return reste == 0 ? -1 : motif[(int) ((total - reste--) % motif.length)];
        }

        @Override
        public int read(byte[] tampon, int debut, int longueur) {
            int lus = (int) Math.min(longueur, reste);
            for (int i = 0; i < lus; i++) {
                tampon[debut + i] = (byte) read();
            }
            return lus == 0 ? -1 : lus;
        }
    }
}
