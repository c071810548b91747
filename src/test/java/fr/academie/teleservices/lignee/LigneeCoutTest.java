package fr.academie.teleservices.lignee;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.LignesLues;
import fr.academie.teleservices.etablissement.Fermeture;
import fr.academie.teleservices.etablissement.FicheService;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ce que chaque question lit ne dépend pas du nombre de comptes : parmi dix mille, chaînés par trois, les index servent. */
class LigneeCoutTest {

    private static final int COMPTES = 10_000;
    private static final int LIGNES = 400;

    private static final BaseDEssai BASE = BaseDEssai.partagee();

    private final Familles familles = new Familles(BASE);
    private final Atelier atelier = new Atelier(BASE.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private long garde;
    private long ferme;
    private long eleve;

    /** Le compte 3n absorbé par 3n+1, lui-même par 3n+2 ; un élève et une personne attendue pour chacun ; mille ruptures. */
    @BeforeAll
    static void remplir() {
        BASE.vider();
        new Familles(BASE).etablissement();
        BASE.executer(
                // Refaites à mi-remplissage par le fil du moteur, les statistiques diraient vides des tables qui ne le
                // sont plus.
                "SET GLOBAL innodb_stats_auto_recalc = OFF",
                "INSERT INTO responsable (id, identifiant, nom_famille, prenom, etat, motif_fermeture, ferme_le)"
                        + " SELECT 1000000 + seq, CONCAT('n', seq), 'NOMBRE', 'X', IF(seq % 3 = 2, 'CREE', 'FERME'),"
                        + " IF(seq % 3 = 2, NULL, 'REGROUPEMENT'), IF(seq % 3 = 2, NULL, UTC_TIMESTAMP(3))"
                        + " FROM seq_1_to_" + COMPTES,
                "INSERT INTO eleve (id, nom, prenom, date_naissance, uai, classe)"
                        + " SELECT 1000000 + seq, 'NOMBRE', 'X', '2012-04-11', '" + Familles.UAI + "', '6A'"
                        + " FROM seq_1_to_" + COMPTES,
                "INSERT INTO regroupement (jeton, principal_id, secondaire_id, fait_le, fait_par, correspondance, etat)"
                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), 1000001 + seq, 1000000 + seq, UTC_TIMESTAMP(3), 'x',"
                        + " 'NOM_DE_FAMILLE', 'ACTIF' FROM seq_1_to_" + (COMPTES - 2) + " WHERE seq % 3 <> 2",
                "INSERT INTO regroupement_rattachement (regroupement_id, eleve_id, secondaire_niveau, secondaire_lien,"
                        + " secondaire_etat, apres_niveau, apres_lien, apres_etat)"
                        + " SELECT id, secondaire_id, 1, 10, 'ACTIF', 1, 10, 'ACTIF' FROM regroupement",
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat)"
                        + " SELECT 1000002 + 3 * (seq DIV 3), 1000000 + seq, 1, 10, 'ACTIF' FROM seq_1_to_"
                        + (COMPTES - 3),
                "INSERT INTO responsable_attendu (id, uai, personne_id, nom_famille, prenom, responsable_id)"
                        + " SELECT seq, '" + Familles.UAI + "', seq, 'NOMBRE', 'X', 1000002 + 3 * (seq DIV 3)"
                        + " FROM seq_1_to_" + (COMPTES - 3),
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien)"
                        + " SELECT id, 1000000 + id, 1, 10 FROM responsable_attendu",
                "INSERT INTO responsable (id, identifiant, nom_famille, prenom, etat)"
                        + " SELECT 2000000 + seq, CONCAT('r', seq), 'NOMBRE', 'X', 'CREE' FROM seq_1001_to_2000",
                "INSERT INTO rupture (id, jeton, source_id, nouveau_id, fait_le, fait_par, adresse)"
                        + " SELECT seq, UNHEX(REPLACE(UUID(), '-', '')), 1000002 + 3 * seq, 2000000 + seq,"
                        + " UTC_TIMESTAMP(3), 'x', '::1' FROM seq_1001_to_2000",
                "INSERT INTO rupture_rattachement (rupture_id, eleve_id, uai, avant_niveau, avant_lien, avant_etat,"
                        + " source_niveau, source_lien, source_etat, nouveau_niveau, nouveau_lien, nouveau_etat)"
                        + " SELECT id, 1000000 + 3 * id, '" + Familles.UAI
                        + "', 1, 10, 'ACTIF', 1, 10, 'RETIRE', 1, 10,"
                        + " 'ACTIF' FROM rupture",
                "UPDATE rattachement AS l JOIN rupture_rattachement AS d ON d.eleve_id = l.eleve_id SET l.etat = 'RETIRE'",
                "INSERT INTO rattachement (responsable_id, eleve_id, niveau, lien, etat)"
                        + " SELECT 2000000 + rupture_id, eleve_id, 1, 10, 'ACTIF' FROM rupture_rattachement");
        BASE.executer("ANALYZE TABLE "
                + BASE.lire("SELECT GROUP_CONCAT(table_name) FROM information_schema.tables"
                                + " WHERE table_schema = 'teleservices' AND table_type = 'BASE TABLE'")
                        .get(0));
    }

    @AfterAll
    static void vider() {
        BASE.executer("SET GLOBAL innodb_stats_auto_recalc = ON");
        BASE.vider();
    }

    @BeforeEach
    void famille() {
        BASE.executer("DELETE FROM radical_identifiant");
        String nom = "f" + UUID.randomUUID().toString().substring(0, 8);
        garde = familles.actif(nom);
        ferme = familles.actif(nom + ".autre");
        eleve = familles.eleve("Dylan");
        familles.lier(ferme, eleve);
        familles.attendu(ferme, eleve);
    }

    @Test
    void lesTroisQuestionsNeLisentQueLeursChaines() {
        long feuille = 1_000_000 + 300;
        long racine = feuille + 2;
        lisentPeu("absorbes", () -> assertThat(atelier.lignee.absorbes(racine)).hasSize(2));
        lisentPeu(
                "aboutissements",
                () -> assertThat(atelier.lignee.aboutissements(List.of(feuille)))
                        .containsEntry(feuille, racine));
        lisentPeu(
                "provenances",
                () -> assertThat(atelier.lignee
                                .provenances(racine, List.of(feuille + 1))
                                .values())
                        .flatExtracting(Provenance::arrivees)
                        .extracting(Arrivee::secondaireId)
                        .containsExactly(feuille + 1));
        lisentPeu(
                "porteurs",
                () -> assertThat(atelier.lignee.porteurs(List.of(new LienDOrigine(feuille, feuille))))
                        .containsValue(racine));
        long parti = 1_000_000 + 3 * 1500;
        lisentPeu(
                "porteurs après une rupture",
                () -> assertThat(atelier.lignee.porteurs(List.of(new LienDOrigine(parti, parti))))
                        .containsValue(2_001_500L));
    }

    @Test
    void regrouperEtCasserNeLisentQueLaFamille() {
        lisentPeu("regrouper", () -> DemandesDEssai.regrouper(atelier, garde, ferme));
        lisentPeu("casser", () -> atelier.casser(agent, atelier.ruptures.demander(agent, garde, List.of(eleve))));
        assertThat(BASE.compter("SELECT COUNT(*) FROM responsable_attendu AS a JOIN rupture AS u"
                        + " ON u.nouveau_id = a.responsable_id WHERE u.source_id = " + garde))
                .isEqualTo(1);
    }

    @Test
    void laFicheDUnCompteFermeNeLitQueSaSuite() {
        FicheService fiches = new FicheService(atelier.comptes, atelier.transactions, atelier.bureau);
        long feuille = 1_000_000 + 3 * 1500;
        lisentPeu(
                "fiche",
                () -> assertThat(Objects.requireNonNull(fiches.consulter(agent, feuille)
                                        .orElseThrow()
                                        .fermeture())
                                .suites())
                        .extracting(Fermeture.Suite::id)
                        .containsExactly(feuille + 2, 2_001_500L));
    }

    private static void lisentPeu(String nom, LignesLues.Geste geste) {
        try {
            assertThat(LignesLues.pendant(BASE, geste))
                    .as("lignes lues par « " + nom + " »")
                    .isLessThan(LIGNES);
        } catch (Exception e) {
            throw new AssertionError(nom, e);
        }
    }
}
