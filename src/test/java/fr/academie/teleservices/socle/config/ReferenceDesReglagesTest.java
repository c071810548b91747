package fr.academie.teleservices.socle.config;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.socle.config.Proprietes.Attente;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La table des réglages du manuel, et les fichiers livrés, sont ce que le code lit. */
class ReferenceDesReglagesTest {

    private static final Path MANUEL = Path.of("conf/DEPLOIEMENT.md");
    private static final String DEBUT = "<!-- réglages -->\n";
    private static final String FIN = "<!-- fin des réglages -->";
    private static final Pattern CLE = Pattern.compile("(?m)^#?([a-z][A-Za-z0-9_.]*) *=");

    /** Une clé que l'on compose (un abonné, un en-tête) se lit sous ce nom. */
    private static final String INSTALLATION = """
            academie = bordeaux
            base.url = jdbc:mariadb://127.0.0.1/teleservices
            base.utilisateur = teleservices
            serveur.adresses = https://teleservices.ac-exemple.fr
            cas.adresse = https://cas.ac-exemple.fr/cas
            smtp.hote = smtp.ac-exemple.fr
            sms.entetes = Authorization
            sms.entete.Authorization = x
            diffusion.abonnes = ent
            diffusion.ent.adresse = https://ent.ac-exemple.fr/
            diffusion.ent.secret = whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
            diffusion.ent.adresses_privees = 10.1.2.3
            diffusion.aaf.perimetre = bordeaux-2D
            """;

    @TempDir
    Path dossier;

    @Test
    void leManuelDitChaqueCle() throws IOException {
        String lue = table("teleservices.properties", installation()) + "\n" + table("le profil d'académie", profil());
        Files.writeString(Path.of("target/reglages.md"), lue);
        String manuel = Files.readString(MANUEL);
        String ecrite = manuel.substring(manuel.indexOf(DEBUT) + DEBUT.length(), manuel.indexOf(FIN));
        assertThat(ecrite)
                .as("target/reglages.md est à recopier entre les deux marques de %s", MANUEL)
                .isEqualTo(lue);
    }

    @Test
    void leFichierDeReglagesLivreLesMontreToutes() throws IOException {
        Set<String> montrees = cles(Path.of("conf/teleservices.properties"));
        assertThat(montrees.stream().filter(cle -> !cle.startsWith("profil.")))
                .containsExactlyInAnyOrderElementsOf(installation().keySet());
    }

    @Test
    void unProfilLivreMontreChaqueCle() throws IOException {
        Set<String> montrees = new TreeSet<>();
        try (Stream<Path> profils = Files.list(Path.of("conf/academies"))) {
            for (Path profil : profils.toList()) {
                montrees.addAll(cles(profil));
            }
        }
        assertThat(montrees)
                .containsAll(new TreeSet<>(profil().keySet())
                        .stream()
                                .filter(cle -> !cle.startsWith("liens.utiles."))
                                .toList());
    }

    private Map<String, Attente> installation() throws IOException {
        Proprietes p = Proprietes.duTexte(
                "essai", new StringReader(INSTALLATION + "diffusion.aaf.dossier = " + dossier), variable -> null);
        Reglages.lire(p);
        return new TreeMap<>(p.attentes());
    }

    private static Map<String, Attente> profil() throws IOException {
        Proprietes p = Proprietes.duTexte(
                "essai",
                new StringReader(Files.readString(Path.of("conf/academies/bordeaux.properties"))),
                variable -> null);
        ProfilAcademie.lire(p);
        Map<String, Attente> attentes = new TreeMap<>(p.attentes());
        attentes.keySet().removeIf(cle -> cle.matches("liens\\.utiles\\.(?!1\\.).*"));
        return attentes;
    }

    private static Set<String> cles(Path fichier) throws IOException {
        return CLE.matcher(Files.readString(fichier))
                .results()
                .map(trouvee -> trouvee.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table(String fichier, Map<String, Attente> attentes) {
        return "| " + fichier + " | attendu | à défaut |\n|---|---|---|\n"
                + attentes.entrySet().stream()
                        .map(cle -> "| `" + cle.getKey() + "` | "
                                + cle.getValue()
                                        .quoi()
                                        .replaceFirst("^une durée comme .*", "une durée : `10 s`, `2 h`, `90 j`")
                                + " | " + defaut(cle.getKey(), cle.getValue().defaut()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String defaut(String cle, @Nullable String valeur) {
        if (valeur == null) {
            return "**obligatoire**";
        }
        if (cle.equals("hachage.simultanes")) {
            return "un par cœur";
        }
        if (cle.equals("exploitation.adresses")) {
            return "la machine elle-même";
        }
        if (cle.equals("smtp.expediteur")) {
            return "`ne-pas-repondre@` et le nom de `serveur.adresses`";
        }
        return valeur.isEmpty() ? "" : "`" + valeur + "`";
    }
}
