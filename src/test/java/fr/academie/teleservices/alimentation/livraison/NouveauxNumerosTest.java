package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Un nouveau numéro n'est pas toujours un nouvel élève : l'aperçu le dit, puis ses listes s'effacent. */
class NouveauxNumerosTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final AtelierDImport atelier = new AtelierDImport(base);
    private final Familles familles = new Familles(base);

    @TempDir
    private Path dossier;

    @BeforeEach
    void vider() {
        base.vider();
        familles.etablissement();
        familles.lier(familles.actif("cristelle.durand"), familles.eleve("Dylan"));
    }

    private static Exports durand() {
        return new Exports()
                .eleve("73001", "DURAND", "Dylan", "11/04/2012", "5B")
                .eleve("73002", "DURAND", "Emma", "03/05/2014", "6 C")
                .personne("91001", "MME", "DURAND", "Cristelle", "", "")
                .personne("91002", "M.", "PETIT", "Jean", "", "")
                .lien("73001", "91001", 1, 10)
                .lien("73002", "91002", 1, 20);
    }

    @Test
    void ceuxQuOnConnaissaitSeComptentAPart() throws Exception {
        Livraison livraison = atelier.preparer(durand(), dossier);
        assertThat(livraison.compteurs().de(Sorte.ELEVE).nouvelles()).isEqualTo(2);
        assertThat(livraison.compteurs().reconnues(Sorte.ELEVE)).isEqualTo(1);
        assertThat(livraison.compteurs().reconnues(Sorte.PERSONNE)).isEqualTo(1);
        assertThat(livraison.compteurs().reconnues(Sorte.LIEN)).isZero();
        assertThat(atelier.livraisons.relire(livraison).orElseThrow().compteurs())
                .isEqualTo(livraison.compteurs());
    }

    @Test
    void lesListesSeGardentUnMois() throws Exception {
        Livraison livraison = atelier.importer(durand(), dossier);
        assertThat(atelier.livraisons.gardeSesFiches(livraison)).isTrue();
        atelier.atelier.horloge.avancer(LivraisonService.CONSERVATION_DES_FICHES.plus(Duration.ofHours(1)));
        assertThat(atelier.livraisons.gardeSesFiches(livraison)).isFalse();
    }

    @Test
    void unAbandonNEnGardePas() throws Exception {
        Livraison livraison = atelier.preparer(durand(), dossier);
        assertThat(atelier.livraisons.gardeSesFiches(livraison)).isTrue();
        atelier.livraisons.abandonner(livraison);
        assertThat(atelier.livraisons.gardeSesFiches(
                        atelier.livraisons.relire(livraison).orElseThrow()))
                .isFalse();
    }
}
