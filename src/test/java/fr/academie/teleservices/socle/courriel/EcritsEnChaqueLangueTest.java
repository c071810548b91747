package fr.academie.teleservices.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chaque courriel, dans chaque langue, dit tout ce que dit le français : les mêmes noms, comptes, liens, et autant de paragraphes. */
class EcritsEnChaqueLangueTest {

    private static final Pattern MODELE = Pattern.compile("(?m)^courriel\\.(.+)\\.texte=");
    private static final ProfilAcademie PROFIL = Atelier.profil(Map.of());
    private static final Langues LANGUES = new Langues(PROFIL);
    private static final ModelesDeCourriel MODELES = new ModelesDeCourriel(new Textes(LANGUES));

    static List<Langue> langues() {
        return LANGUES.offertes();
    }

    @Test
    void chaqueModeleASesValeurs() {
        assertThat(EcritsDEssai.COURRIELS.keySet()).isEqualTo(modeles(MODELE, "courriel"));
        assertThat(EcritsDEssai.SMS.keySet()).isEqualTo(modeles(Pattern.compile("(?m)^sms\\.(.+?)="), "sms"));
    }

    @ParameterizedTest
    @MethodSource("langues")
    void ditCeQueDitLeFrancais(Langue langue) {
        assertThat(EcritsDEssai.COURRIELS).isNotEmpty().allSatisfy((modele, valeurs) -> {
            Courriel ecrit = MODELES.redigerEn(langue.code(), modele, "a@exemple.fr", valeurs);
            Courriel francais = MODELES.redigerEn(Langue.REFERENCE.code(), modele, "a@exemple.fr", valeurs);
            String tout = ecrit.objet() + "\n" + ecrit.texte();
            assertThat(tout).as(modele).doesNotContain("{", "}", "null");
            assertThat(textes(valeurs, francais).stream().map(langue::nombresLies))
                    .as(modele + "\n" + tout)
                    .allMatch(tout::contains);
            assertThat(ecrit.objet().length())
                    .as(modele + " : " + ecrit.objet())
                    .isLessThanOrEqualTo(100);
            assertThat(paragraphes(ecrit)).as(modele + "\n" + tout).isEqualTo(paragraphes(francais));
        });
    }

    /** Un téléphone coupe l'adresse où il veut : nulle page n'est plus large que lui. */
    @Test
    void uneAdresseSeCoupeOuQuElleSoit() {
        MiseEnPageHtml miseEnPage =
                new MiseEnPageHtml(Atelier.reglages(Map.of("serveur.adresses", EcritsDEssai.HOTE)), PROFIL);
        Courriel courriel = MODELES.rediger(
                "regroupements.opposable.principal",
                "a@exemple.fr",
                Objects.requireNonNull(EcritsDEssai.COURRIELS.get("regroupements.opposable.principal")));
        String html = miseEnPage.html(courriel.objet(), courriel.texte(), new Textes(LANGUES));
        assertThat(Pattern.compile("<a class=\"lien\"[^>]*>").matcher(html).results())
                .hasSize(2)
                .allMatch(lien -> lien.group().contains("word-break: break-all"));
    }

    /** Les valeurs que le français dit, telles qu'elles s'y lisent. */
    private static List<String> textes(Object[] valeurs, Courriel francais) {
        String tout = francais.objet() + francais.texte();
        return Stream.of(valeurs)
                .flatMap(valeur -> valeur instanceof Collection<?> plusieurs ? plusieurs.stream() : Stream.of(valeur))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(valeur -> !valeur.isEmpty() && tout.contains(valeur))
                .toList();
    }

    private static int paragraphes(Courriel courriel) {
        return courriel.texte().split("\\n\\s*\\n", -1).length;
    }

    private static String messages() {
        try {
            return Files.readString(Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> modeles(Pattern cle, String sorte) {
        Set<String> trouves = cle.matcher(messages())
                .results()
                .map((MatchResult trouve) -> trouve.group(1))
                .collect(Collectors.toSet());
        assertThat(trouves).as(sorte).isNotEmpty();
        return trouves;
    }
}
