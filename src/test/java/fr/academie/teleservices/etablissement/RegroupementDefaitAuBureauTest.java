package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un regroupement que le titulaire a fait défaire : l'école des élèves qu'il avait déplacés le lit aux deux fiches, une autre n'en sait rien. */
class RegroupementDefaitAuBureauTest extends EssaiDuBureau {

    private static final String AUTRE = "0330002B";
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");
    private static final String DEFAIT = "REGROUPEMENT_ANNULE|cristelle.durand1";
    private static final String DEFAIT_DE = "REGROUPEMENT_ANNULE_DE|cristelle.durand";

    private final Agent etranger = Atelier.agent("ailleurs", AUTRE);
    private long principal;
    private long secondaire;

    @BeforeEach
    void regrouperPuisSOpposer() throws Exception {
        base.vider();
        principal = familles.actif("cristelle.durand");
        secondaire = familles.actif("cristelle.durand1");
        familles.lier(principal, familles.eleve("Inès", AUTRE));
        familles.lier(principal, familles.eleve("Dylan"));
        familles.lier(secondaire, familles.eleve("Florian"));
        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY",
                "UPDATE rattachement SET depuis = depuis - INTERVAL 40 DAY");
        DemandesDEssai.regrouper(atelier, principal, secondaire);
        Matcher lien = JETON.matcher(
                base.lire("SELECT texte FROM courriel ORDER BY id").get(0));
        assertThat(lien.find()).isTrue();
        atelier.oppositions.opposer(lien.group(1), "192.0.2.7");
    }

    @Test
    void lEcoleLitAuxDeuxFichesQueLeTitulaireSEstOppose() {
        assertThat(faits(agent, principal)).containsExactly(DEFAIT, "REGROUPEMENT|cristelle.durand1");
        assertThat(faits(agent, secondaire)).containsExactly(DEFAIT_DE, "REGROUPEMENT_DE|cristelle.durand");
    }

    @Test
    void uneAutreEcoleDuMemeCompteNEnSaitRien() {
        assertThat(faits(etranger, principal)).isEmpty();
    }

    /** L'élève arrivé après coup sur le compte rouvert n'apprend rien à son école. */
    @Test
    void lEcoleDUnEleveArriveDepuisNEnSaitRien() {
        long zoe = familles.eleve("Zoé", AUTRE);
        familles.lier(secondaire, zoe);
        base.executer("UPDATE rattachement SET depuis = UTC_TIMESTAMP(3) + INTERVAL 1 SECOND WHERE eleve_id = " + zoe);
        assertThat(faits(etranger, secondaire)).isEmpty();
        assertThat(faits(etranger, principal)).isEmpty();
    }

    @Test
    void leRecitResteQuandLesMemesComptesSontRegroupesDeNouveau() throws Exception {
        DemandesDEssai.regrouper(atelier, principal, secondaire);
        assertThat(faits(agent, principal))
                .containsExactly("REGROUPEMENT|cristelle.durand1", DEFAIT, "REGROUPEMENT|cristelle.durand1");
    }

    private List<String> faits(Agent qui, long compte) {
        return fiches.consulter(qui, compte).orElseThrow().faits().stream()
                .filter(f -> f.quoi().startsWith("REGROUPEMENT"))
                .map(f -> f.quoi() + "|" + f.precision())
                .toList();
    }
}
