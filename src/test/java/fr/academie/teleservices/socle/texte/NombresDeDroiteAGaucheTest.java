package fr.academie.teleservices.socle.texte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Un téléphone ou un code, dans une phrase en arabe, se lit dans l'ordre où il se compose. De ce genre, essayés aussi : un nombre de la phrase
 * elle-même, un nombre à la fin, deux nombres que des mots séparent, une date.
 */
class NombresDeDroiteAGaucheTest {

    private static final Langue ARABE = new Langue(Locale.forLanguageTag("ar"));

    private final Textes textes = new Textes(new Langues(ProfilAcademie.lire(
            Proprietes.duFichier(Path.of("conf/academies/bordeaux.properties"), variable -> null))));

    @Test
    void unCodeDUnCourrielEtUnTelephoneRestentDUnSeulTenant() {
        Textes arabes = textes.en(ARABE);
        assertThat(arabes.avec("courriel.manque.code.texte", "Lou", "1234 5678", 15))
                .contains("1234\u00a05678");
        assertThat(ARABE.nombresLies("الهاتف: 06 39 98 00 00، في 28 نوفمبر 2026"))
                .isEqualTo("الهاتف: 06\u00a039\u00a098\u00a000\u00a000، في 28 نوفمبر 2026");
        assertThat(arabes.de("portable.aide")).doesNotContainPattern("[0-9] [0-9]");
    }

    @Test
    void ilsSeLisentAlorsDansLOrdreDuPapier() {
        for (String nombre : List.of("1234 5678", "05 36 49 10 05", "+32 470 12 34 56")) {
            String phrase = "الهاتف: " + nombre;
            assertThat(lu(phrase)).as("sans cela").doesNotContain(nombre);
            assertThat(lu(ARABE.nombresLies(ARABE.nombresLies(phrase)))
                            .replace('\u00a0', ' ')
                            .replace("\u200e", ""))
                    .contains(nombre);
        }
    }

    @Test
    void uneLangueDeGaucheADroiteNeChangePas() {
        assertThat(Langue.REFERENCE.nombresLies("06 39 98 00 00")).isEqualTo("06 39 98 00 00");
        assertThat(textes.en(new Langue(Locale.forLanguageTag("tr")))
                        .avec("courriel.manque.code.texte", "Lou", "1234 5678", 15))
                .contains("1234 5678");
    }

    /** Les signes de cette phrase de gauche à droite, comme un écran les range. */
    private static String lu(String phrase) {
        Bidi sens = new Bidi(phrase, Bidi.DIRECTION_RIGHT_TO_LEFT);
        byte[] niveaux = new byte[phrase.length()];
        Character[] signes = new Character[phrase.length()];
        for (int i = 0; i < phrase.length(); i++) {
            niveaux[i] = (byte) sens.getLevelAt(i);
            signes[i] = phrase.charAt(i);
        }
        Bidi.reorderVisually(niveaux, 0, signes, 0, signes.length);
        StringBuilder lu = new StringBuilder();
        for (Character signe : signes) {
            lu.append(signe);
        }
        return lu.toString();
    }
}
