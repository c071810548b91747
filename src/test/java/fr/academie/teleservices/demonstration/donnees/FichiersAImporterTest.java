package fr.academie.teleservices.demonstration.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.aaf.LivraisonAaf;
import fr.academie.teleservices.alimentation.aaf.RecuDeLAaf;
import fr.academie.teleservices.alimentation.siecle.LecteurSiecle;
import fr.academie.teleservices.alimentation.siecle.Recu;
import fr.academie.teleservices.alimentation.siecle.ReglesDEnTete;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les fichiers que la démonstration donne à importer : nos lecteurs les prennent n'importe quel jour, et ils parlent de ses familles. */
class FichiersAImporterTest {

    private static final Instant MAINTENANT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path dossier;

    /** Un jour ordinaire, un 29 février, un changement d'année scolaire à l'heure de Paris, le soir du 31 décembre. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2028-02-29T08:00:00Z",
                "2026-07-31T20:00:00Z",
                "2026-07-31T23:30:00Z",
                "2026-08-01T08:00:00Z",
                "2026-12-31T23:30:00Z"
            })
    void laPaireDuMoulinSePrendSaufCeQuUnSecretariatACorriger(String quand) throws Exception {
        Instant maintenant = Instant.parse(quand);
        Recu recu = new Recu(new ReglesDEnTete(Set.of(Ecole.DU_MOULIN.uai()), null, maintenant));
        LecteurSiecle lecteur = lire(recu, maintenant);

        assertThat(recu.remarques.stream().map(r -> r.code() + " " + String.join(" ", r.valeurs())))
                .containsExactly(
                        "CHAMP_VIDE NAISSANCE",
                        "ELEVE_INCONNU 520011",
                        "PORTABLE_FIXE 05 36 49 20 02",
                        "MAIL_ILLISIBLE bastien.peres chez example.org",
                        "ELEVE_INCONNU 520011");
        Bilan bilan = lecteur.bilan();
        assertThat(bilan.juste()).isTrue();
        assertThat(Arrays.stream(Sorte.values())
                        .filter(sorte -> bilan.lus(sorte) > 0)
                        .map(sorte -> sorte + " " + bilan.lus(sorte) + " " + bilan.gardes(sorte) + " "
                                + bilan.refuses(sorte)))
                .containsExactlyInAnyOrder("ELEVE 11 10 1", "CLASSE 11 10 1", "PERSONNE 15 15 0", "LIEN 18 17 1");
        assertThat(recu.eleves.stream().filter(e -> e.sortieLe() != null)).hasSize(1);
        assertThat(recu.personnes.stream().filter(p -> p.prenom() == null)).hasSize(1);
        assertThat(recu.personnes.stream().filter(p -> p.nomFamille().contains("?")))
                .hasSize(2);
    }

    @Test
    void lAnnuaireSePrendEntierPuisSesDifferences() throws Exception {
        FichiersAImporter poses = poser(MAINTENANT);
        assertThat(resume(lire(poses.annuaireComplet())))
                .isEqualTo("2 établissements, 5 personnes, 5 élèves, 7 liens, 0 changements, [], []");
        assertThat(resume(lire(poses.annuaireDelta())))
                .isEqualTo("0 établissements, 1 personnes, 0 élèves, 0 liens, 2 changements, [Eleve 2610005], []");
        assertThat(lire(poses.annuaireComplet()).personnes.get(4).nomFamille()).isEqualTo("D’ORNANO");
    }

    @Test
    void lesPoserUnAutreJourRemplaceCeuxDAvant() throws Exception {
        poser(MAINTENANT);
        FichiersAImporter poses = poser(MAINTENANT.plusSeconds(3 * 86_400L));
        try (Stream<Path> fichiers = Files.list(poses.annuaireComplet())) {
            assertThat(fichiers.map(f -> String.valueOf(f.getFileName())))
                    .containsExactlyInAnyOrder(
                            "ENT2D-DEMO_Complet_20261124_EtabEducNat_0000.xml",
                            "ENT2D-DEMO_Complet_20261124_PersRelEleve_0000.xml",
                            "ENT2D-DEMO_Complet_20261124_Eleve_0000.xml");
        }
    }

    private LecteurSiecle lire(Recu recu, Instant maintenant) throws Exception {
        Path siecle = poser(maintenant).siecle();
        LecteurSiecle lecteur = new LecteurSiecle(recu);
        lecteur.lire(
                "ElevesSansAdresses.xml",
                siecle.resolve("ElevesSansAdresses.xml"),
                "ResponsablesAvecAdresses.xml",
                siecle.resolve("ResponsablesAvecAdresses.xml"));
        return lecteur;
    }

    private RecuDeLAaf lire(Path livraison) throws Exception {
        try (LivraisonAaf ouverte = LivraisonAaf.ouvrir(livraison, dossier)) {
            return new RecuDeLAaf().lire(ouverte);
        }
    }

    private FichiersAImporter poser(Instant maintenant) {
        return FichiersAImporter.poser(dossier, Clock.fixed(maintenant, ZoneOffset.UTC));
    }

    private static String resume(RecuDeLAaf recu) {
        return recu.etablissements.size() + " établissements, " + recu.personnes.size() + " personnes, "
                + recu.eleves.size() + " élèves, " + recu.liens.size() + " liens, " + recu.changements.size()
                + " changements, " + recu.retraits + ", " + recu.codes();
    }
}
