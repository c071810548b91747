package fr.academie.teleservices.demonstration.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.rapprochement.AtelierDuRapprochement;
import fr.academie.teleservices.rapprochement.EtatDuRapprochement;
import fr.academie.teleservices.rapprochement.MotifLaisse;
import fr.academie.teleservices.rapprochement.Rapprochement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** La démonstration montre une paire de comptes pour chaque chose que le rapprochement en fait. */
class PairesARapprocherTest {

    private final BaseDEssai base = BaseDEssai.partagee();

    @Test
    void unePaireDeChaqueSorteEtUnApercuPret() {
        base.vider();
        DonneesDeDemonstration.remplir(base.source(), new Atelier(base.source()).horloge, Familles.PLANCHER);
        PairesARapprocher.ecrire(base.source());
        PairesARapprocher.ecrire(base.source());
        AtelierDuRapprochement atelier = new AtelierDuRapprochement(base, new Atelier(base.source()));
        atelier.servir();

        Rapprochement apercu = atelier.rapprochements.dernier().orElseThrow();
        assertThat(apercu.etat()).isEqualTo(EtatDuRapprochement.CALCULE);
        assertThat(atelier.rapprochements.bilan(apercu.id()).aRegrouper()).isOne();
        assertThat(atelier.rapprochements.bilan(apercu.id()).laissees())
                .isEqualTo(Arrays.stream(MotifLaisse.values()).collect(Collectors.toMap(motif -> motif, motif -> 1)));
        assertThat(base.lire("SELECT r.identifiant, s.identifiant FROM rapprochement_paire AS p"
                        + " JOIN responsable AS r ON r.id = p.compte_id JOIN responsable AS s ON s.id = p.autre_id"
                        + " WHERE p.motif IS NULL"))
                .containsExactly(String.join("|", PairesARapprocher.A_REGROUPER));
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE identifiant LIKE 'sonia.faure%'"))
                .as("écrites une seule fois")
                .isEqualTo(2);
    }
}
