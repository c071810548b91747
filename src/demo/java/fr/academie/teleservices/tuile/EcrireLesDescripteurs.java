package fr.academie.teleservices.tuile;

import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Proprietes;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code mvn -Pdescripteurs -Dacademie=… -Dadresse=https://…} : écrit les descripteurs, les mots du thème du CAS et l'icône dans
 * {@code target/descripteurs/<académie>/}, avant même que l'application soit déployée.
 */
public final class EcrireLesDescripteurs {

    private static final String CONTEXTE = "/teleservices";

    private EcrireLesDescripteurs() {}

    /** Sort en erreur, avec une phrase, si une option manque ou ne se lit pas. */
    public static void main(String[] arguments) throws IOException {
        String academie = System.getProperty("academie", "bordeaux");
        try {
            Path profil = Path.of("conf/academies", academie + ".properties");
            List<URI> adresses = adresses(System.getProperty("adresse", ""));
            Path dossier = Path.of("target/descripteurs", academie);
            Path icone = Path.of("webapp/ts/teleservices.svg");
            ecrire(ProfilAcademie.lire(Proprietes.duFichier(profil, variable -> null)), adresses, dossier, icone);
            System.out.println("Descripteurs écrits dans " + dossier + ".");
        } catch (ErreurDeConfiguration e) {
            throw new IllegalArgumentException(
                    "Les descripteurs n'ont pas été écrits. " + e.getMessage()
                            + " Par exemple : mvn -Pdescripteurs -Dacademie=bordeaux -Dadresse=https://teleservices.exemple.fr",
                    e);
        }
    }

    static void ecrire(ProfilAcademie profil, List<URI> adresses, Path dossier, Path icone) throws IOException {
        Langues langues = new Langues(profil);
        Textes textes = new Textes(langues);
        Path theme = Files.createDirectories(dossier.resolve("theme"));
        for (Descripteur descripteur : Descripteurs.pour(profil, textes, adresses, CONTEXTE)) {
            Files.writeString(dossier.resolve(descripteur.fichier()), descripteur.contenu());
        }
        for (var mots : ThemeDuCas.fichiers(langues, textes).entrySet()) {
            Files.writeString(theme.resolve(mots.getKey()), mots.getValue());
        }
        Files.writeString(dossier.resolve("teleservices.svg"), Files.readString(icone));
    }

    /** Une ou plusieurs adresses, comme {@code serveur.adresses}. */
    private static List<URI> adresses(String option) throws IOException {
        List<URI> adresses = Proprietes.duTexte(
                        "la ligne de commande", new StringReader("adresse = " + option), variable -> null)
                .origines("adresse");
        if (adresses.isEmpty()) {
            throw new ErreurDeConfiguration("L'option -Dadresse manque : l'adresse publique du serveur est attendue.");
        }
        return adresses;
    }
}
