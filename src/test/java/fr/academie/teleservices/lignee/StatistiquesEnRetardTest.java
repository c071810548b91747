package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.LignesLues;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Au lendemain d'un grand import, la base peut croire vides des tables qui ne le sont plus : ce qui verrouille passe quand même par les index.
 * D'un bout à l'autre d'une table, un parent attendrait les lignes de tous les autres.
 */
class StatistiquesEnRetardTest {

    private static final int LIGNES = 600;

    private static final BaseDEssai BASE = BaseDEssai.partagee();

    private final Familles familles = new Familles(BASE);
    private final Atelier atelier = new Atelier(BASE.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private long garde;
    private long ferme;
    private long eleve;

    @BeforeAll
    static void remplir() {
        BASE.vider();
        ChainesEnNombre.relever(BASE);
        ChainesEnNombre.remplir(BASE);
    }

    @AfterAll
    static void vider() {
        ChainesEnNombre.vider(BASE);
        ChainesEnNombre.relever(BASE);
    }

    @BeforeEach
    void famille() {
        garde = familles.actif("cristelle.durand");
        ferme = familles.actif("cristelle.durand.autre");
        eleve = familles.eleve("Dylan");
        familles.lier(ferme, eleve);
        familles.attendu(ferme, eleve);
    }

    @Test
    void regrouperEtCasserNeLisentQueLaFamille() throws Exception {
        assertThat(LignesLues.pendant(BASE, () -> DemandesDEssai.regrouper(atelier, garde, ferme)))
                .as("lignes lues par « regrouper »")
                .isLessThan(LIGNES);
        assertThat(LignesLues.pendant(
                        BASE, () -> atelier.casser(agent, atelier.ruptures.demander(agent, garde, List.of(eleve)))))
                .as("lignes lues par « casser »")
                .isLessThan(LIGNES);
    }
}
