package fr.academie.teleservices.socle.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.socle.config.ProfilAcademie.Couleur;
import fr.academie.teleservices.socle.config.ProfilAcademie.Entree;
import fr.academie.teleservices.socle.config.ProfilAcademie.Habillage;
import fr.academie.teleservices.socle.config.ProfilAcademie.RegleIdentite;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Les profils livrés, ce qu'un profil fautif fait dire au démarrage, et le sixième. */
class ProfilAcademieTest {

    private static final Path PROFILS = Path.of("conf/academies");
    private static final String FICHIER = "academies/essai.properties";

    @ParameterizedTest
    @MethodSource("livres")
    void toutProfilLivreSeLit(Path fichier) {
        ProfilAcademie profil = ProfilAcademie.lire(Proprietes.duFichier(fichier, variable -> null));

        assertThat(profil.liensUtiles()).isNotEmpty();
        assertThat(profil.contactCourriel()).isNotNull();
        assertThat(profil.conservationConnexions()).isEqualTo(Duration.ofDays(365));
        assertThat(profil.conservationRegroupements()).isEqualTo(Duration.ofDays(1095));
    }

    @Test
    void lesCinqGuidesOntLeurProfil() {
        assertThat(livres().map(f -> f.getFileName().toString()))
                .contains(
                        "bordeaux.properties",
                        "dijon.properties",
                        "montpellier.properties",
                        "poitiers.properties",
                        "rattachement.properties");
        assertThat(livre("bordeaux").entree()).isEqualTo(Entree.TUILE);
        assertThat(livre("poitiers").entree()).isEqualTo(Entree.ONGLET);
        assertThat(livre("poitiers").entreeLycee()).isEqualTo(Entree.MES_APPLIS);
        assertThat(livre("montpellier").entree()).isEqualTo(Entree.CONNEXION);
        assertThat(livre("dijon").portailAdresse()).hasToString("https://teleservices.ac-dijon.fr/ts");
        assertThat(livre("dijon").retourAdresse()).isNull();
        assertThat(livre("rattachement").habillage()).isEqualTo(Habillage.MON_COMPTE);
        assertThat(livre("rattachement").identite()).isEqualTo(RegleIdentite.STRICTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entree | fenetre | « onglet », « icone », « mes_applis », « tuile », « connexion »",
                "entree.lycee | fenetre | « onglet »",
                "habillage | bleu | « scolarite_services », « mon_compte »",
                "identite | oui | « stricte », « libre »",
                "portail.adresse | ent.ac-bordeaux.fr | une adresse http ou https complète",
                "lien.ent | javascript:alert(1) | une adresse http ou https complète",
                "liens.utiles.1.adresse | ici | une adresse http ou https complète",
                "provisoire.validite | trois mois | une durée comme",
                "conservation.connexions | 365 s | une durée d'au moins 30 jours",
                "conservation.regroupements | 3 ans | une durée comme",
                "couleur | fuchsia | « blue_france »",
                "fuseau | Paris | un fuseau comme « Europe/Paris » ou « Indian/Reunion »",
                "fuseau | Europe/Bordeaux | un fuseau comme « Europe/Paris » ou « Indian/Reunion »",
                "fuseau | UTC+2 | un fuseau comme « Europe/Paris » ou « Indian/Reunion »",
                "cas.profil.ELEVE | PARENT | « responsable », « etablissement », « assistance », « eleve »",
                "tuile.portails | https://ent.exemple.fr/argos | sans chemin",
                "tuile.portails | *.exemple.fr | des adresses http ou https"
            })
    void uneValeurFautiveNommeLaCleLeFichierEtCeQuiEstAttendu(String cle, String valeur, String attendu) {
        assertThatThrownBy(() -> lire(cle + " = " + valeur))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContainingAll("« " + cle + " »", FICHIER, "« " + valeur + " »", attendu, "attendu");
    }

    @ParameterizedTest
    @CsvSource({
        "academie.nom,une valeur",
        "service.nom,une valeur",
        "portail.nom,une valeur",
        "entree,« onglet »",
        "identite,« stricte »",
        "portail.adresse,une adresse http"
    })
    void uneCleAbsenteEstNommee(String cle, String attendu) {
        assertThatThrownBy(() -> lire(cle + " ="))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContainingAll("« " + cle + " »", "manque", FICHIER, attendu, "attendu");
    }

    @Test
    void sansFuseauCEstCeluiDeParis() throws IOException {
        assertThat(lire("fuseau =").fuseau()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void retourMeneAuPortailSaufOuLOnEntreParLaPageDeConnexion() throws IOException {
        assertThat(lire("retour.adresse =").retourAdresse())
                .isEqualTo(livre("bordeaux").portailAdresse());
        assertThat(lire("retour.adresse =\nentree = connexion").retourAdresse()).isNull();
        assertThat(lire("retour.adresse = https://ailleurs.example/").retourAdresse())
                .hasToString("https://ailleurs.example/");
    }

    @Test
    void lEntEstLePortailSIlNAPasSonAdresse() throws IOException {
        assertThat(lire("lien.ent =").lienEnt()).isEqualTo(livre("bordeaux").portailAdresse());
        assertThat(lire("lien.ent = https://ent.example/").lienEnt()).hasToString("https://ent.example/");
    }

    @Test
    void uneValeurDuCasSeTraduitEnProfil() throws IOException {
        assertThat(lire("cas.profil.Relative = responsable").attributsCas().valeurs())
                .containsEntry("Relative", "RESPONSABLE");
    }

    @Test
    void uneCouleurEtUnHabillagePortentLeNomDeLeursFeuillesDeStyle() {
        assertThat(Couleur.PURPLE_GLYCINE.nomCss()).isEqualTo("purple-glycine");
        assertThat(Habillage.MON_COMPTE.nom()).isEqualTo("mon_compte");
        assertThat(Habillage.MON_COMPTE.estMonCompte()).isTrue();
        assertThat(Habillage.SCOLARITE_SERVICES.estMonCompte()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"portail.adrese", "liens.utiles.5.titre", "conservation.journal"})
    void uneCleInconnueEstNommeeAvecCellesQuOnAttend(String cle) {
        assertThatThrownBy(() -> lire(cle + " = https://exemple.fr"))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContainingAll("« " + cle + " »", FICHIER, "inconnu", "attendus", "portail.adresse");
    }

    @Test
    void unSixiemeFichierSuffitAUneSixiemeAcademie(@TempDir Path conf) throws IOException {
        Files.createDirectories(conf.resolve("academies"));
        Files.writeString(conf.resolve("academies/limoges.properties"), """
                academie.nom = Académie de Limoges
                service.nom = Scolarité Services
                entree = icone
                portail.nom = Portail de Limoges
                portail.adresse = https://portail.ac-limoges.example/
                identite = libre
                couleur = green_menthe
                fuseau = Indian/Reunion
                """);
        Files.writeString(conf.resolve("teleservices.properties"), reglages("limoges"));
        Configuration configuration = new Configuration();

        configuration.lire(conf);

        ProfilAcademie profil = configuration.profil();
        assertThat(profil.academie()).isEqualTo("Académie de Limoges");
        assertThat(profil.identite()).isEqualTo(RegleIdentite.LIBRE);
        assertThat(profil.couleur()).isEqualTo(Couleur.GREEN_MENTHE);
        assertThat(profil.fuseau()).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(profil.retourAdresse()).isEqualTo(profil.portailAdresse());
        assertThat(profil.tuilePortails()).isEqualTo(List.of());
    }

    @Test
    void leDossierDesReglagesLEmporteSurLeWar(@TempDir Path conf) throws IOException {
        Files.createDirectories(conf.resolve("academies"));
        String livre = Files.readString(PROFILS.resolve("dijon.properties"));
        Files.writeString(
                conf.resolve("academies/dijon.properties"),
                livre.replace("academie.nom = Académie de Dijon", "academie.nom = Dijon, à notre façon"));
        Files.writeString(
                conf.resolve("teleservices.properties"), reglages("dijon") + "profil.couleur = green_menthe\n");
        Configuration configuration = new Configuration();

        configuration.lire(conf);

        assertThat(configuration.profil().academie()).isEqualTo("Dijon, à notre façon");
        assertThat(configuration.profil().couleur()).isEqualTo(Couleur.GREEN_MENTHE);
    }

    @ParameterizedTest
    @CsvSource({"lille", "../bordeaux", "Bordeaux"})
    void unProfilIntrouvableArreteLeDemarrage(String nom, @TempDir Path conf) throws IOException {
        Files.writeString(conf.resolve("teleservices.properties"), reglages(nom));

        assertThatThrownBy(() -> new Configuration().lire(conf))
                .isInstanceOf(ErreurDeConfiguration.class)
                .hasMessageContainingAll("« academie »", "« " + nom + " »");
    }

    static Stream<Path> livres() {
        try (Stream<Path> fichiers = Files.list(PROFILS)) {
            return fichiers.sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProfilAcademie livre(String nom) {
        return ProfilAcademie.lire(Proprietes.duFichier(PROFILS.resolve(nom + ".properties"), variable -> null));
    }

    /** Le profil de Bordeaux, où une ligne de plus l'emporte. */
    private static ProfilAcademie lire(String ligne) throws IOException {
        String texte = Files.readString(PROFILS.resolve("bordeaux.properties")) + "\n" + ligne + "\n";
        return ProfilAcademie.lire(Proprietes.duTexte(FICHIER, new StringReader(texte), variable -> null));
    }

    @Test
    void leTitreDUneAcademieChangeLesMotsQuIlNomme() {
        assertThat(ProfilAcademie.Titre.REGROUPER.suffixe()).isEqualTo("dit_regrouper");
        assertThat(ProfilAcademie.Titre.REGROUPEMENT.suffixe()).isEqualTo("dit_regroupement");
    }

    private static String reglages(String academie) {
        return """
                academie = %s
                base.url = jdbc:mariadb://127.0.0.1/teleservices
                base.utilisateur = teleservices
                serveur.adresses = http://localhost:8080
                cas.adresse = http://localhost:8080/cas
                smtp.hote = 127.0.0.1
                """.formatted(academie);
    }
}
