package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Une rupture que le titulaire a fait défaire : l'école qui l'avait faite le lit aux deux fiches, une autre n'en sait rien. */
class RuptureDefaiteAuBureauTest extends EssaiDuBureau {

    private static final String AUTRE = "0330002B";
    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final Agent etranger = Atelier.agent("ailleurs", AUTRE);
    private long source;
    private long nouveau;

    @BeforeEach
    void casserPuisSOpposer() throws Exception {
        base.vider();
        source = familles.actif("cristelle.durand");
        long florian = familles.eleve("Florian");
        familles.lier(source, florian);
        familles.lier(source, familles.eleve("Dylan", AUTRE));
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
        UUID jeton = atelier.ruptures.demander(agent, source, List.of(florian));
        atelier.casser(agent, jeton);
        nouveau = atelier.ruptures.faite(agent, jeton).orElseThrow().nouveau().id();
        Matcher lien = JETON.matcher(
                base.lire("SELECT texte FROM courriel ORDER BY id").get(0));
        assertThat(lien.find()).isTrue();
        atelier.oppositions.opposer(lien.group(1), "192.0.2.7");
    }

    @Test
    void lEcoleLitQueLeTitulaireSEstOpposeEtQuiAvaitCasse() {
        assertThat(faits(agent, source))
                .containsExactly(
                        "RUPTURE_ANNULEE|cristelle.durand1|null", "RUPTURE|cristelle.durand1|secretariat.moulin");
        assertThat(faits(agent, nouveau))
                .containsExactly(
                        "RUPTURE_ANNULEE_DE|cristelle.durand|null", "RUPTURE_DE|cristelle.durand|secretariat.moulin");
    }

    @Test
    void laFicheDuCompteNouveauDitPourquoiIlEstFermeEtOuSontSesEleves() {
        Fiche fiche = fiches.consulter(agent, nouveau).orElseThrow();
        assertThat(fiche.enfants()).extracting(e -> e.eleve().prenom()).containsExactly("Florian");
        Fermeture fermeture = Objects.requireNonNull(fiche.fermeture());
        assertThat(fermeture.motif()).isEqualTo("OPPOSITION");
        assertThat(fermeture.suites()).extracting(Fermeture.Suite::identifiant).containsExactly("cristelle.durand");
    }

    @Test
    void uneAutreEcoleDuMemeCompteNEnSaitRien() {
        assertThat(faits(etranger, source)).isEmpty();
        assertThat(fiches.consulter(etranger, nouveau)).isEmpty();
    }

    /** Le droit de voir la fiche suit l'élève ; le récit de l'acte reste à l'école qui l'a fait. */
    @Test
    void lEcoleOuLEleveEstAlleVoitLeCompteFermeSansLeRecit() {
        base.executer("UPDATE eleve SET uai = '" + AUTRE + "' WHERE prenom = 'Florian'");
        assertThat(fiches.consulter(etranger, nouveau).orElseThrow().enfants()).hasSize(1);
        assertThat(faits(etranger, nouveau)).isEmpty();
        assertThat(fiches.consulter(agent, nouveau)).isEmpty();
    }

    private List<String> faits(Agent qui, long compte) {
        return fiches.consulter(qui, compte).orElseThrow().faits().stream()
                .filter(f -> f.quoi().startsWith("RUPTURE"))
                .map(f -> f.quoi() + "|" + f.precision() + "|" + f.par())
                .toList();
    }
}
