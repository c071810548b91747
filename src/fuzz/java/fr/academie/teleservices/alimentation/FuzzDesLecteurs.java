package fr.academie.teleservices.alimentation;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.academie.teleservices.alimentation.aaf.Categorie;
import fr.academie.teleservices.alimentation.aaf.ChangementAaf;
import fr.academie.teleservices.alimentation.aaf.EffetNet;
import fr.academie.teleservices.alimentation.aaf.EtablissementLu;
import fr.academie.teleservices.alimentation.aaf.LecteurAaf;
import fr.academie.teleservices.alimentation.aaf.ReceveurAaf;
import fr.academie.teleservices.alimentation.aaf.SommaireAaf;
import fr.academie.teleservices.alimentation.aaf.TraductionAaf;
import fr.academie.teleservices.alimentation.siecle.EnteteSiecle;
import fr.academie.teleservices.alimentation.siecle.LecteurSiecle;
import fr.academie.teleservices.alimentation.siecle.ReceveurSiecle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Des octets quelconques donnés aux lecteurs : ils les lisent ou les refusent, et leur compte tombe juste. Ce qui se trouve ici devient un
 * essai ordinaire. {@code mvn -Pfuzz}
 */
class FuzzDesLecteurs {

    private static final Path FICHIER = fichier();

    @FuzzTest(maxDuration = "5m")
    void unFichierQuelconqueEstLuOuRefuse(FuzzedDataProvider hasard) throws IOException {
        int lecteur = hasard.consumeInt(0, Categorie.values().length * 2);
        byte[] octets = hasard.consumeRemainingAsBytes();
        Oubli oubli = new Oubli();
        Bilan bilan;
        try {
            bilan = lecteur == 0
                    ? siecle(octets, oubli)
                    : annuaire(
                            octets,
                            Categorie.values()[lecteur / 2 % Categorie.values().length],
                            lecteur % 2 == 0,
                            oubli);
        } catch (FichierRefuse refus) {
            return;
        }
        if (!bilan.juste()) {
            throw new AssertionError("Une ligne s'est perdue.");
        }
    }

    private static Bilan siecle(byte[] octets, Oubli oubli) throws FichierRefuse, IOException {
        Files.write(FICHIER, octets);
        LecteurSiecle lecteur = new LecteurSiecle(oubli);
        lecteur.lire("f", FICHIER);
        return lecteur.bilan();
    }

    private static Bilan annuaire(byte[] octets, Categorie categorie, boolean complet, Oubli oubli)
            throws FichierRefuse {
        Bilan bilan = new Bilan();
        TraductionAaf traduction = new TraductionAaf(oubli, bilan);
        EffetNet effet = new EffetNet(oubli::remarque);
        LecteurAaf.lire(
                new SommaireAaf.Fichier(categorie, "f.xml"),
                complet,
                new ByteArrayInputStream(octets),
                complet ? traduction::traduire : effet::ajouter,
                oubli::remarque);
        effet.demandes().forEach(traduction::traduire);
        return bilan;
    }

    private static Path fichier() {
        try {
            Path fichier = Files.createTempFile("fuzz", "");
            fichier.toFile().deleteOnExit();
            return fichier;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Ne garde rien. */
    private static final class Oubli implements ReceveurSiecle, ReceveurAaf {

        @Override
        public void entete(EnteteSiecle entete) {
            // Tout en-tête lisible est pris.
        }

        @Override
        public void etablissement(EtablissementLu etablissement, int ligne) {
            // Oublié, comme le reste.
        }

        @Override
        public void eleve(EleveLu eleve, int ligne) {
            // Oublié.
        }

        @Override
        public void personne(PersonneLue personne, int ligne) {
            // Oublié.
        }

        @Override
        public void lien(LienLu lien, int ligne) {
            // Oublié.
        }

        @Override
        public void classe(ClasseLue classe, int ligne) {
            // Oubliée.
        }

        @Override
        public void changement(ChangementAaf changement, int ligne) {
            // Oublié.
        }

        @Override
        public void retrait(Categorie categorie, String numero, int ligne) {
            // Oublié.
        }

        @Override
        public void remarque(Remarque remarque) {
            // Oubliée.
        }
    }
}
