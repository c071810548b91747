package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import org.junit.jupiter.api.Test;

/** Le même élève des deux côtés n'arrête pas le rapprochement quand les civilités disent la même personne : c'est l'inverse d'un motif. */
class MemeEleveMemeCiviliteTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);

    @Test
    void lEleveDesDeuxCotesResteUneFoisAuNiveauLePlusFort() {
        base.vider();
        long a = familles.actif("a");
        long b = familles.cree("b");
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan, 2, 10, "ACTIF");
        familles.lier(b, dylan, 1, 10, "ACTIF");
        familles.constat(rapprochement.dire(a), dylan);
        familles.constat(rapprochement.dire(b), dylan);
        Invariants invariants = Invariants.depuis(base);

        assertThat(rapprochement.rapprocher()).isOne();
        assertThat(base.lire("SELECT responsable_id, niveau, etat FROM rattachement"))
                .containsExactly(a + "|1|ACTIF");
        assertThat(base.lire("SELECT DISTINCT responsable_id FROM constat")).containsExactly(String.valueOf(a));
        invariants.verifier();
    }
}
