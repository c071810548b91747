package fr.academie.teleservices.alimentation.aaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.alimentation.Bilan;
import fr.academie.teleservices.alimentation.ClasseLue;
import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.EleveLu;
import fr.academie.teleservices.alimentation.FichierRefuse;
import fr.academie.teleservices.alimentation.LienLu;
import fr.academie.teleservices.alimentation.PersonneLue;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LectureEnParalleleTest {

    private static final int FICHIERS = 5;
    private static final int PAR_FICHIER = 700;

    @TempDir
    private Path dossier;

    @BeforeEach
    void ecrire() throws IOException {
        poser("EtabEducNat", 0, "");
        poser("PersRelEleve", 0, fiche("PersRelEleve", 9, attr("sn", "DURAND") + attr("givenName", "Ana")));
        for (int f = 0; f < FICHIERS; f++) {
            StringBuilder fiches = new StringBuilder();
            for (int i = 0; i < PAR_FICHIER; i++) {
                fiches.append(fiche(
                        "Eleve",
                        1000 + f * PAR_FICHIER + i,
                        attr("sn", "DURAND")
                                + attr("givenName", "Zoé")
                                + attr("ENTPersonDateNaissance", "11/04/2012")
                                + attr("ENTElevePersRelEleve", "9$10$1$1$1$1")
                                + attr("ENTEleveClasses", "5$6 A")));
            }
            poser("Eleve", f, fiches.toString());
        }
    }

    @Test
    void toutEstRemisUneFoisEtCompte() throws Exception {
        Recu recu = lire();

        assertThat(recu.eleves).hasSize(FICHIERS * PAR_FICHIER).doesNotHaveDuplicates();
        assertThat(recu.liens).hasSameSizeAs(recu.eleves);
        for (Sorte sorte : List.of(Sorte.ELEVE, Sorte.LIEN, Sorte.CLASSE)) {
            assertThat(recu.bilan.lus(sorte)).as(sorte.name()).isEqualTo(FICHIERS * PAR_FICHIER);
        }
        assertThat(recu.bilan.juste()).isTrue();
    }

    @Test
    void unEleveSesClassesEtSesLiensSeSuivent() throws Exception {
        List<String> suite = lire().suite;

        assertThat(suite).hasSize(1 + 3 * FICHIERS * PAR_FICHIER).startsWith("personne 9");
        assertThat(IntStream.range(0, FICHIERS * PAR_FICHIER).mapToObj(i -> suite.subList(1 + 3 * i, 4 + 3 * i)))
                .allSatisfy(trois -> {
                    String numero = trois.get(0).substring("eleve ".length());
                    assertThat(trois).containsExactly("eleve " + numero, "classe " + numero, "lien " + numero);
                });
    }

    @Test
    void lOrdreNeDependPasDeQuiVaLePlusVite() throws Exception {
        List<String> une = lire().suite;

        assertThat(lire().suite).isEqualTo(une).isEqualTo(lire().suite);
    }

    @Test
    void uneFauteAuMilieuArreteToutEtSeDit() throws Exception {
        Path troisieme = dossier.resolve("ENT2D-ESSAI_Complet_20261120_Eleve_0002.xml");
        String texte = Files.readString(troisieme);
        Files.writeString(troisieme, texte.substring(0, texte.length() / 2));

        FichierRefuse refus = catchThrowableOfType(FichierRefuse.class, this::lire);

        assertThat(refus.remarque().fichier()).isEqualTo(troisieme.getFileName().toString());
        assertThat(refus.remarque().code()).isNotEqualTo(CodeRemarque.PAS_UN_EXPORT);
    }

    private Recu lire() throws FichierRefuse, IOException {
        Recu recu = new Recu();
        try (LivraisonAaf livraison = LivraisonAaf.ouvrir(dossier, dossier)) {
            new LectureEnParallele(livraison, recu, fichier -> recu.fichiers.add(fichier.nom()), recu.bilan).lire();
        }
        return recu;
    }

    /** Garde l'ordre de ce qui est remis. */
    private static final class Recu implements ReceveurAaf {

        private final Bilan bilan = new Bilan();
        private final List<String> fichiers = new ArrayList<>();
        private final List<String> suite = new ArrayList<>();
        private final List<String> eleves = new ArrayList<>();
        private final List<String> liens = new ArrayList<>();

        @Override
        public void etablissement(EtablissementLu etablissement, int ligne) {
            suite.add("etablissement " + etablissement.numero());
        }

        @Override
        public void eleve(EleveLu eleve, int ligne) {
            eleves.add(eleve.numero());
            suite.add("eleve " + eleve.numero());
        }

        @Override
        public void personne(PersonneLue personne, int ligne) {
            suite.add("personne " + personne.numero());
        }

        @Override
        public void lien(LienLu lien, int ligne) {
            liens.add(lien.eleve());
            suite.add("lien " + lien.eleve());
        }

        @Override
        public void classe(ClasseLue classe, int ligne) {
            suite.add("classe " + classe.eleve());
        }

        @Override
        public void changement(ChangementAaf changement, int ligne) {
            throw new AssertionError(changement);
        }

        @Override
        public void retrait(Categorie categorie, String numero, int ligne) {
            throw new AssertionError(numero);
        }

        @Override
        public void remarque(Remarque remarque) {
            throw new AssertionError(remarque);
        }
    }

    private void poser(String categorie, int numero, String fiches) throws IOException {
        Files.writeString(
                dossier.resolve("ENT2D-ESSAI_Complet_20261120_" + categorie + "_000" + numero + ".xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ficAlimMENESR>\n" + fiches + "</ficAlimMENESR>\n");
    }

    private static String fiche(String categorie, int numero, String attributs) {
        return "<addRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>" + categorie
                + "</value></attr></operationalAttributes><identifier><id>" + numero + "</id></identifier><attributes>"
                + attributs + "</attributes></addRequest>\n";
    }

    private static String attr(String nom, String valeur) {
        return "<attr name=\"" + nom + "\"><value>" + valeur + "</value></attr>";
    }
}
