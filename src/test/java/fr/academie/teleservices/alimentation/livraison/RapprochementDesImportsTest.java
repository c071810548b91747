package fr.academie.teleservices.alimentation.livraison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.rapprochement.AtelierDuRapprochement;
import fr.academie.teleservices.rapprochement.EtatDuRapprochement;
import fr.academie.teleservices.rapprochement.Rapprochement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un import appliqué fait calculer un aperçu ; il attend quelqu'un, ou se fait de lui-même si les réglages le disent. */
class RapprochementDesImportsTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement attendre = new AtelierDuRapprochement(base, atelier);
    private final AtelierDuRapprochement appliquer =
            new AtelierDuRapprochement(base, atelier, Map.of("rapprochement.apres_import", "appliquer"));
    private final RapprochementDesImports imports = imports("attendre");

    private int livraisons;

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        attendre.dire(familles.actif("a"));
        attendre.dire(familles.cree("b"));
    }

    @Test
    void sansImportRienNEstDemande() {
        assertThat(imports.demander()).isZero();
        importer("ABANDONNEE", 3);
        importer("APPLIQUEE", 0);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports.demander()).as("aucun n'a rien changé").isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM rapprochement")).isZero();
    }

    @Test
    void lApercuAttendQuelquUn() {
        importer("APPLIQUEE", 3);
        importer("APPLIQUEE", 1);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports.demander()).isOne();
        assertThat(imports.demander()).as("un seul pour les deux").isZero();
        attendre.servir();
        Rapprochement apercu = dernier();
        assertThat(apercu.etat()).isEqualTo(EtatDuRapprochement.CALCULE);
        assertThat(apercu.apresImport()).isTrue();
        assertThat(attendre.rapprochements.aValider()).isOne();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports.demander()).isZero();
    }

    @Test
    void lApercuSeFaitDeLuiMemeSiLesReglagesLeDisent() {
        importer("APPLIQUEE", 3);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        imports.demander();
        appliquer.servir();
        assertThat(dernier().etat()).isEqualTo(EtatDuRapprochement.FINI);
        assertThat(base.lire("SELECT fait_par, origine FROM regroupement"))
                .containsExactly("exploitation|RAPPROCHEMENT");
    }

    @Test
    void rienNeSeCalculeDeLuiMemeSiLesReglagesLeDisent() {
        importer("APPLIQUEE", 3);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports("jamais").demander()).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM rapprochement")).isZero();
        assertThat(attendre.apercu()).as("qui le demande l'a toujours").isPositive();
    }

    @Test
    void lApercuQuUnePersonneDemandeAttendToujours() {
        appliquer.apercu();
        appliquer.servir();
        assertThat(dernier().etat()).isEqualTo(EtatDuRapprochement.CALCULE);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
    }

    @Test
    void unApercuQuiNeFermeraitPersonneNeSAppliquePas() {
        base.executer("UPDATE identite_responsable SET telephone_portable = NULL");
        importer("APPLIQUEE", 3);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        imports.demander();
        appliquer.servir();
        assertThat(dernier().etat()).isEqualTo(EtatDuRapprochement.CALCULE);
    }

    @Test
    void unApercuQuiAttendaitEstRecalculeApresLImport() {
        long id = attendre.apercu();
        atelier.horloge.avancer(Duration.ofMinutes(1));
        importer("APPLIQUEE", 3);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports.demander()).isOne();
        attendre.servir();
        assertThat(dernier().id()).isEqualTo(id);
        assertThat(dernier().apresImport()).isTrue();
    }

    @Test
    void unRapprochementQuiSeFaitSAcheveDAbord() {
        long id = attendre.apercu();
        attendre.rapprochements.valider(id, AtelierDuRapprochement.EXPLOITATION);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        importer("APPLIQUEE", 3);
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(imports.demander()).isZero();
        attendre.servir();
        assertThat(dernier().etat()).isEqualTo(EtatDuRapprochement.FINI);
        assertThat(imports.demander()).isOne();
        assertThat(dernier().id()).isNotEqualTo(id);
    }

    private RapprochementDesImports imports(String apres) {
        return new RapprochementDesImports(
                attendre.rapprochements,
                atelier.transactions,
                Atelier.reglages(Map.of("rapprochement.apres_import", apres)));
    }

    private Rapprochement dernier() {
        return attendre.rapprochements.dernier().orElseThrow();
    }

    private void importer(String etat, int faits) {
        Instant le = atelier.horloge.instant();
        String date = "'" + le.toString().replace('T', ' ').replace("Z", "") + "'";
        base.executer("INSERT INTO livraison (source, perimetre, nature, produite_le, empreinte, fichiers, etat, faits,"
                + " recue_le, recue_de, avance_le, confirmee_le, confirmee_de, finie_le, compteurs) VALUES"
                + " ('SIECLE', '"
                + Familles.UAI + "', 'COMPLETE', " + date + ", UNHEX(SHA2('" + ++livraisons
                + "', 256)), '[]', '" + etat
                + "', " + faits + ", " + date + ", 'a', " + date + ", " + date + ", 'a', " + date + ", '{}')");
    }
}
