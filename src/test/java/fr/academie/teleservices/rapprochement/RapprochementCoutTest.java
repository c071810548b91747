package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.LignesLues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que lit un groupe de plus ne dépend pas du nombre de ceux qui sont déjà faits. */
class RapprochementCoutTest {

    private static final int PAIRES = 2000;
    private static final long RAPPROCHEMENT = 7;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final RapprochementMapper rapprochements = atelier.transactions.mapper(RapprochementMapper.class);

    @BeforeEach
    void remplir() {
        base.vider();
        AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
        long un = familles.actif("un");
        long autre = familles.cree("autre");
        base.executer(
                "INSERT INTO rapprochement (id, etat, demande_le, demande_par, demande_profil, calcule_le) VALUES ("
                        + RAPPROCHEMENT
                        + ", 'CALCULE', UTC_TIMESTAMP(3), 'exploitation', 'EXPLOITATION', UTC_TIMESTAMP(3))",
                "INSERT INTO rapprochement_paire (rapprochement_id, rang, groupe, compte_id, identite_id, autre_id,"
                        + " autre_identite_id, issue) SELECT " + RAPPROCHEMENT + ", seq, seq, " + un + ", "
                        + rapprochement.dire(un) + ", " + autre + ", " + rapprochement.dire(autre)
                        + ", IF(seq < " + PAIRES + ", 'FAITE', NULL) FROM seq_1_to_" + PAIRES);
    }

    @AfterEach
    void vider() {
        base.vider();
    }

    @Test
    void leGroupeSuivantNeRelitPasCeuxQuiSontFaits() throws Exception {
        assertThat(LignesLues.pendant(
                        base,
                        () -> assertThat(rapprochements.prochainGroupe(RAPPROCHEMENT, PAIRES - 1))
                                .isEqualTo(PAIRES)))
                .isLessThan(20);
    }

    @Test
    void unGroupeResteSansReponseSeRetrouve() {
        assertThat(rapprochements.prochainGroupe(RAPPROCHEMENT, PAIRES)).isNull();
        assertThat(rapprochements.prochainGroupe(RAPPROCHEMENT, 0)).isEqualTo(PAIRES);
    }
}
