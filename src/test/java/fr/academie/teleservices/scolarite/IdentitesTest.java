package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que des sources ont dit d'une personne suit les regroupements et les ruptures, élève par élève, et ne reste jamais sur un compte fermé. */
class IdentitesTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);
    private long a;
    private long b;
    private long dylan;
    private long florian;
    private long identite;

    @BeforeEach
    void installer() {
        base.vider();
        a = familles.actif("cristelle.durand");
        b = familles.actif("cristelle.durand1");
        dylan = familles.eleve("Dylan");
        florian = familles.eleve("Florian");
        familles.lier(b, dylan);
        familles.lier(b, florian);
        identite = familles.identite("7", b);
        familles.constat(identite, dylan);
        familles.constat(identite, florian);
    }

    @Test
    void unCompteQuUneIdentiteOuUnConstatNommeNeSeFermePas() {
        base.executer("UPDATE rattachement SET etat = 'RETIRE'");
        assertThatThrownBy(() -> fermer(b)).hasMessageContaining("fk_constat_compte_ouvert");
        base.executer("UPDATE constat SET responsable_id = NULL");
        assertThatThrownBy(() -> fermer(b)).hasMessageContaining("fk_identite_responsable_compte_ouvert");
        base.executer("UPDATE identite_responsable SET responsable_id = NULL");
        fermer(b);
        assertThatThrownBy(() -> base.executer("UPDATE identite_responsable SET responsable_id = origine_id"))
                .hasMessageContaining("fk_identite_responsable_compte_ouvert");
    }

    @Test
    void lePremierCompteNommeNeChangePlus() {
        assertThatThrownBy(() -> base.executer("UPDATE identite_responsable SET origine_id = " + a))
                .hasMessageContaining("origine_id ne change pas");
        assertThatThrownBy(
                        () -> base.executer("UPDATE identite_responsable SET responsable_id = NULL, origine_id = NULL"))
                .hasMessageContaining("origine_id ne change pas");
    }

    @Test
    void unNumeroNEstUniqueQueDansSonPerimetre() {
        assertThatThrownBy(() -> familles.identite("7", a)).hasMessageContaining("uk_identite_responsable_numero");
        base.executer("INSERT INTO identite_responsable (source, perimetre, numero, nom_famille) VALUES"
                + " ('SIECLE', '0330002B', '7', 'FOYER'), ('AAF', 'bordeaux-2D', '7', 'FOYER')");
        assertThatThrownBy(() -> base.executer("UPDATE identite_responsable SET responsable_id = " + a
                        + ", origine_id = " + a + " WHERE prenom IS NULL"))
                .hasMessageContaining("ck_identite_responsable_compte");
    }

    @Test
    void unRegroupementLesEmporteToutes() throws Exception {
        regrouper(a, b);

        assertThat(identites()).containsExactly("7|" + b + "|" + a);
        assertThat(constats()).containsExactly(dylan + "|" + a, florian + "|" + a);
    }

    @Test
    void uneRuptureNEmporteQueLesElevesChoisisEtLaPersonneQuandToutEstParti() throws Exception {
        regrouper(a, b);
        Invariants invariants = Invariants.depuis(base);

        long premier = rompre(a, dylan);
        assertThat(constats()).containsExactlyInAnyOrder(dylan + "|" + premier, florian + "|" + a);
        assertThat(identites()).containsExactly("7|" + b + "|" + a);

        long second = rompre(a, florian);
        assertThat(constats()).containsExactlyInAnyOrder(dylan + "|" + premier, florian + "|" + second);
        assertThat(identites()).containsExactly("7|" + b + "|" + second);
        invariants.verifier();
    }

    @Test
    void unEleveQuiResteAussiNEmporteQueCeQuiEtaitDitDesComptesAbsorbes() throws Exception {
        long c = familles.actif("cristelle.durand2");
        familles.lier(a, dylan, 2, 10, "ACTIF");
        familles.lier(c, dylan);
        familles.constat(familles.identite("1", a), dylan);
        familles.constat(familles.identite("9", c), dylan);
        regrouper(b, c);
        regrouper(a, b);
        assertThat(base.compter("SELECT COUNT(DISTINCT responsable_id) FROM constat"))
                .isOne();

        long nouveau = rompre(a, dylan);

        assertThat(base.lire(
                        "SELECT i.numero, c.responsable_id FROM constat AS c JOIN identite_responsable AS i ON i.id ="
                                + " c.identite_id WHERE c.eleve_id = " + dylan + " ORDER BY i.numero"))
                .containsExactly("1|" + a, "7|" + nouveau, "9|" + nouveau);
        assertThat(identites()).containsExactly("1|" + a + "|" + a, "7|" + b + "|" + a, "9|" + c + "|" + nouveau);
    }

    @Test
    void leTelephoneDonneParLeTitulaireLeResteSurLeCompteNouveau() throws Exception {
        base.executer(
                "UPDATE responsable SET telephone_portable = '+33639982026', telephone_saisi_le = '2026-11-02 10:00:00'"
                        + " WHERE id = " + b);

        long nouveau = rompre(b, dylan);

        assertThat(base.lire("SELECT telephone_portable, telephone_saisi_le FROM responsable WHERE id = " + nouveau))
                .containsExactly("+33639982026|2026-11-02 10:00:00.000");
    }

    private void fermer(long compte) {
        base.executer(
                "UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', ferme_le = UTC_TIMESTAMP(3),"
                        + " mot_de_passe = NULL WHERE id = " + compte);
    }

    private void regrouper(long principal, long secondaire) throws Exception {
        String identifiant = base.lire("SELECT identifiant FROM responsable WHERE id = " + principal)
                .get(0);
        Demandeur demandeur = Atelier.demandeur(principal, identifiant, familles.session(identifiant));
        atelier.regrouper(demandeur, DemandesDEssai.ouvrir(atelier, demandeur, secondaire));
    }

    private long rompre(long compte, long eleve) throws Exception {
        var jeton = atelier.ruptures.demander(agent, compte, List.of(eleve));
        atelier.casser(agent, jeton);
        return base.compter("SELECT MAX(nouveau_id) FROM rupture");
    }

    private List<String> identites() {
        return base.lire("SELECT numero, origine_id, responsable_id FROM identite_responsable ORDER BY numero");
    }

    private List<String> constats() {
        return base.lire("SELECT eleve_id, responsable_id FROM constat ORDER BY eleve_id, responsable_id");
    }
}
