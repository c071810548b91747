package fr.academie.teleservices.socle.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chaque courriel tel qu'il part : mots du modèle et valeurs qu'on y met. */
class ModelesDeCourrielTest {

    private static final Path MESSAGES = Path.of("src/main/resources/fr/academie/teleservices/messages_fr.properties");
    private static final String LIEN = "https://exemple.fr/oubli/nouveau?jeton=A:b";
    private static final String VALEUR = "L'école « du Port » : d'accord ; oui ! Vraiment ?";
    private static final Pattern FAUTE = Pattern.compile("'|[ \u202F][:;!?»]|« |«\u202F");

    private final ProfilAcademie profil = Atelier.profil(Map.of());
    private final ModelesDeCourriel modeles = new ModelesDeCourriel(new Textes(new Langues(profil)));

    @Test
    void chaqueCourrielALaTypographieDuFrancaisValeursComprises() throws IOException {
        Properties mots = new Properties();
        try (Reader lecteur = Files.newBufferedReader(MESSAGES)) {
            mots.load(lecteur);
        }
        TreeSet<String> rediges = new TreeSet<>();
        for (String cle : mots.stringPropertyNames()) {
            if (cle.startsWith("courriel.") && cle.endsWith(".texte")) {
                String modele = cle.substring("courriel.".length(), cle.length() - ".texte".length());
                String texte = mots.getProperty(cle) + mots.getProperty("courriel." + modele + ".objet");
                for (String choix : new String[] {"true", "false"}) {
                    Courriel courriel = modeles.rediger(modele, "a@exemple.fr", valeurs(texte, choix));
                    assertThat(FAUTE.matcher(courriel.texte() + courriel.objet())
                                    .results()
                                    .map(r -> r.group()))
                            .as(courriel.objet() + "\n" + courriel.texte())
                            .isEmpty();
                }
                rediges.add(modele);
            }
        }
        assertThat(rediges).hasSizeGreaterThan(20);
    }

    @Test
    void uneAdresseEtUnCodeNeChangentPas() {
        Courriel courriel = modeles.rediger(
                "motDePasse.lien", "a@exemple.fr", "Cristelle Durand", "c.durand2", LIEN, 30L, "x", false);
        assertThat(courriel.texte()).contains("\n" + LIEN + "\n", "compte c.durand2.");
    }

    private static Object[] valeurs(String texte, String choix) {
        return IntStream.range(0, 8)
                .mapToObj(rang -> texte.contains("{" + rang + ",plural")
                        ? 2L
                        : texte.contains("{" + rang + ",select")
                                ? choix
                                : texte.contains("\\n\\n{" + rang + "}") ? List.of(VALEUR, VALEUR) : VALEUR)
                .toArray();
    }
}
