package fr.academie.teleservices.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Communs;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.socle.persistance.TransactionsDePurge;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une ligne du journal part au terme de sa conservation, pas avant. */
@Tag("fuseau")
class ConservationDuJournalTest {

    private static final Instant UN_AN = Instant.parse("2025-11-22T00:00:00Z");
    private static final Instant TROIS_ANS = Instant.parse("2023-11-22T00:00:00Z");

    private final BaseDEssai base = BaseDEssai.partagee();
    private static final Auteur AUTEUR = new Auteur(new Identifiant("cristelle.durand"), Profil.RESPONSABLE, null);

    private final JournalService journal = new JournalService(
            Communs.transactions(base.source()), TransactionsDePurge.par(Communs.transactions(base.source())));
    private long compte;

    @BeforeEach
    void installer() {
        base.vider();
        compte = new Familles(base).actif("cristelle.durand");
    }

    @Test
    void chaqueSorteDeLigneASonTerme() {
        ajouter(ActionJournal.CONNEXION, UN_AN.minusMillis(1));
        ajouter(ActionJournal.CONNEXION, UN_AN);
        ajouter(ActionJournal.REGROUPEMENT, UN_AN.minusMillis(1));
        ajouter(ActionJournal.ACTIVATION, TROIS_ANS.minusMillis(1));
        ajouter(ActionJournal.REGROUPEMENT, TROIS_ANS.minusMillis(1));
        ajouter(ActionJournal.REGROUPEMENT, TROIS_ANS);

        assertThat(journal.purgerLesConnexions(UN_AN)).isEqualTo(1);
        assertThat(journal.purgerLesActes(TROIS_ANS)).isEqualTo(2);

        assertThat(base.lire("SELECT action, DATE(le) FROM journal ORDER BY id"))
                .isEqualTo(List.of("CONNEXION|2025-11-22", "REGROUPEMENT|2025-11-21", "REGROUPEMENT|2023-11-22"));
    }

    @Test
    void uneLongueListeSEffaceEnPlusieursFois() {
        ajouter(ActionJournal.CONNEXION, TROIS_ANS);
        base.executer("INSERT INTO journal (le, action, responsable_id, acteur, acteur_profil, details)"
                + " SELECT j.le, j.action, j.responsable_id, j.acteur, j.acteur_profil, j.details"
                + " FROM journal AS j JOIN seq_1_to_4500 AS s");

        assertThat(journal.purgerLesConnexions(UN_AN)).isEqualTo(4501);
    }

    private void ajouter(ActionJournal action, Instant le) {
        journal.ajouter(new LigneJournal(le, action, compte, AUTEUR, "{}"));
    }
}
