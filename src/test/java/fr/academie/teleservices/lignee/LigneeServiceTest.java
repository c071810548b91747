package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que sont devenus des comptes, qui ils ont absorbé, qui porte un élève : sur de vrais regroupements et de vraies ruptures. */
class LigneeServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final LigneeService lignee = atelier.lignee;
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private long a;
    private long b;
    private long c;
    private long dylan;

    /** a absorbera b, qui aura absorbé c ; l'élève vient de c. */
    @BeforeEach
    void installer() {
        base.vider();
        a = familles.actif("cristelle.durand");
        b = familles.actif("cristelle.durand1");
        c = familles.actif("cristelle.durand2");
        dylan = familles.eleve("Dylan");
        familles.lier(c, dylan);
    }

    @Test
    void unCompteAboutitAuBoutDeSaChaineEtSinonALuiMeme() throws Exception {
        regrouper(b, c);
        regrouper(a, b);
        rompre(a, dylan);
        assertThat(lignee.aboutissements(List.of(a, b, c, 999_999L))).isEqualTo(Map.of(a, a, b, a, c, a));
        assertThat(lignee.aboutissements(List.of())).isEmpty();
    }

    @Test
    void lesComptesAbsorbesLeSontATraversLaChaineDuPlusAncienAuPlusRecent() throws Exception {
        regrouper(b, c);
        regrouper(a, b);
        assertThat(absorbes(a)).containsExactly("cristelle.durand2", "cristelle.durand1");
        assertThat(absorbes(b)).containsExactly("cristelle.durand2");
        assertThat(absorbes(c)).isEmpty();
    }

    @Test
    void chaqueMaillonGardeLePasseDUneAutrePersonne() throws Exception {
        regrouper(b, c);
        regrouper(a, b);
        base.executer("UPDATE regroupement SET correspondance = 'NON_EXIGEE' WHERE secondaire_id = " + c);
        assertThat(absorbes(a)).as("le second maillon").containsExactly("cristelle.durand1");
        base.executer("UPDATE regroupement SET correspondance = IF(secondaire_id = " + b + ", 'NON_EXIGEE', 'x')");
        assertThat(absorbes(a)).as("le premier maillon, et ce qui est dessous").isEmpty();
    }

    @Test
    void unMaillonRompuNeDitPlusRienDeCeQuiEstDessous() throws Exception {
        regrouper(b, c);
        regrouper(a, b);
        base.executer("UPDATE regroupement SET etat = 'ROMPU', ampleur = 'ENTIERE' WHERE secondaire_id = " + c);
        assertThat(absorbes(a)).as("le second maillon").containsExactly("cristelle.durand1");
        base.executer("UPDATE regroupement SET etat = IF(secondaire_id = " + b + ", 'ROMPU', 'ACTIF'),"
                + " ampleur = IF(secondaire_id = " + b + ", 'ENTIERE', NULL)");
        assertThat(absorbes(a)).as("le premier maillon, et ce qui est dessous").isEmpty();
    }

    @Test
    void unEleveEstPorteAuBoutDeLaChainePuisLaOuUneRuptureLAMene() throws Exception {
        LienDOrigine lien = new LienDOrigine(c, dylan);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, c));
        regrouper(b, c);
        regrouper(a, b);
        assertThat(lignee.porteurs(List.of(lien, new LienDOrigine(a, dylan))))
                .isEqualTo(Map.of(lien, a, new LienDOrigine(a, dylan), a));
        long nouveau = rompre(a, dylan);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, nouveau));
        long dernier = familles.actif("cristelle.durand8");
        activer(nouveau);
        regrouper(dernier, nouveau);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, dernier));
    }

    @Test
    void unEleveCasseDeuxFoisEstPorteParLeDernierCompte() throws Exception {
        regrouper(a, c);
        long premier = rompre(a, dylan);
        activer(premier);
        regrouper(a, premier);
        long second = rompre(a, dylan);
        LienDOrigine lien = new LienDOrigine(c, dylan);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, second));
    }

    @Test
    void unEleveResteSurLeCompteCasseQuiLAvaitDejaEtNEstPlusPorteUneFoisRetire() throws Exception {
        familles.lier(a, dylan, 3, 39, "ACTIF");
        regrouper(a, c);
        rompre(a, dylan);
        LienDOrigine lien = new LienDOrigine(a, dylan);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, a));
        base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + a);
        assertThat(lignee.porteurs(List.of(lien))).isEmpty();
    }

    @Test
    void laRuptureDUnAutreEleveNeMeneNullePart() throws Exception {
        long florian = familles.eleve("Florian");
        familles.lier(c, florian);
        regrouper(a, c);
        long nouveau = rompre(a, florian);
        familles.lier(nouveau, dylan);
        LienDOrigine lien = new LienDOrigine(c, dylan);
        assertThat(lignee.porteurs(List.of(lien))).isEqualTo(Map.of(lien, a));
        base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + a);
        assertThat(lignee.porteurs(List.of(lien))).isEmpty();
    }

    @Test
    void desMilliersDeComptesSeDemandentEnUneFois() throws Exception {
        regrouper(b, c);
        regrouper(a, b);
        base.executer("INSERT INTO responsable (identifiant, nom_famille, prenom, etat)"
                + " SELECT CONCAT('nombre', seq), 'NOMBRE', 'X', 'CREE' FROM seq_1_to_2500");
        long premier = base.compter("SELECT MIN(id) FROM responsable WHERE identifiant LIKE 'nombre%'");
        List<Long> tous = LongStream.concat(LongStream.of(c), LongStream.range(premier, premier + 2500))
                .boxed()
                .toList();
        assertThat(lignee.aboutissements(tous))
                .hasSize(2501)
                .containsEntry(c, a)
                .containsEntry(premier, premier);
        assertThat(lignee.porteurs(
                        tous.stream().map(id -> new LienDOrigine(id, dylan)).toList()))
                .isEqualTo(Map.of(new LienDOrigine(c, dylan), a));
    }

    private List<String> absorbes(long compte) {
        return lignee.absorbes(compte).stream()
                .map(absorbe -> absorbe.identifiant().valeur())
                .toList();
    }

    private void activer(long compte) {
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mot_de_passe = 'x' WHERE id = "
                        + compte);
    }

    private void regrouper(long garde, long ferme) throws Exception {
        DemandesDEssai.regrouper(atelier, garde, ferme);
    }

    private long rompre(long compte, long eleve) throws Exception {
        UUID jeton = atelier.ruptures.demander(agent, compte, List.of(eleve));
        atelier.casser(agent, jeton);
        return base.compter("SELECT MAX(nouveau_id) FROM rupture");
    }
}
