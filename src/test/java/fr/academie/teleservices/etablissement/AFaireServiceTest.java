package fr.academie.teleservices.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.EssaiDuBureau;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.etablissement.AFaire.Quoi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui attend au bureau : combien, depuis quand, le plus ancien d'abord. */
@Tag("fuseau")
class AFaireServiceTest extends EssaiDuBureau {

    private static final String AUTRE_UAI = "0330002B";

    private final AFaireService service = new AFaireService(atelier.transactions);

    @BeforeEach
    void vider() {
        base.vider();
        familles.etablissement(AUTRE_UAI, "Collège voisin");
    }

    @Test
    void rienNAttendDansUneEcoleVide() {
        assertThat(service.pour(Atelier.agent("a", Familles.UAI))).isEmpty();
    }

    @Test
    void chaqueGenreDitSonNombreEtLePlusAncienVientEnTete() {
        long signale = familles.actif("marie.petit");
        familles.lier(signale, familles.eleve("Florian"), 1, 10, "CONTESTE");
        base.executer("UPDATE rattachement SET conteste_le = '2026-10-05 08:00:00'");
        long aEcrire = familles.compte("awa.diallo", "DIALLO", null, "Awa", "CREE", null, "NULL");
        familles.lier(aEcrire, familles.eleve("Ibrahim"));
        familles.lier(aEcrire, familles.eleve("Sira"));
        base.executer("UPDATE responsable SET cree_le = '2026-09-02 08:00:00' WHERE id = " + aEcrire);
        demande(signale, "Lou", "ATTEND", "2026-10-20 08:00:00");
        demande(signale, "Zoé", "RETIREE", "2026-09-01 08:00:00");
        attendu(familles.eleve("Minh"), "2026-11-01 08:00:00", null);
        attendu(familles.eleve("Lan"), "2026-11-03 08:00:00", null);

        assertThat(service.pour(Atelier.agent("a", Familles.UAI)))
                .containsExactly(
                        new AFaire(Quoi.COURRIERS, Familles.UAI, 1, Instant.parse("2026-09-02T08:00:00Z")),
                        new AFaire(Quoi.SIGNALEMENTS, Familles.UAI, 1, Instant.parse("2026-10-05T08:00:00Z")),
                        new AFaire(Quoi.DEMANDES, Familles.UAI, 1, Instant.parse("2026-10-20T08:00:00Z")),
                        new AFaire(Quoi.COMPTES, Familles.UAI, 2, Instant.parse("2026-11-01T08:00:00Z")));
        assertThat(service.pour(Atelier.agent("a", AUTRE_UAI))).isEmpty();
    }

    /** De ce genre : déjà imprimé, déjà actif, fermé, lien retiré, personne déjà servie. */
    @Test
    void ceQuiEstFaitNAttendPlus() {
        familles.lier(familles.cree("deja.imprime"), familles.eleve("Florian"));
        long actif = familles.actif("deja.actif");
        long eleve = familles.eleve("Awa");
        familles.lier(actif, eleve);
        long retire = familles.compte("lien.retire", "PETIT", null, "Marie", "CREE", null, "NULL");
        familles.lier(retire, familles.eleve("Noé"), 1, 10, "RETIRE");
        attendu(eleve, "2026-11-01 08:00:00", actif);

        assertThat(service.pour(Atelier.agent("a", Familles.UAI))).isEmpty();
    }

    /** De ce genre : un élève de deux comptes, un compte de deux élèves, un frère d'une autre école, une lettre déjà faite, un lien retiré. */
    @Test
    void chaqueNombreEstCeluiDeLaListeQuIlOuvre() {
        long eleve = familles.eleve("Florian");
        long frere = familles.eleve("Ysaline", AUTRE_UAI);
        long aEcrire = familles.compte("awa.diallo", "DIALLO", null, "Awa", "CREE", null, "NULL");
        familles.lier(aEcrire, eleve);
        familles.lier(aEcrire, frere);
        familles.lier(aEcrire, familles.eleve("Sira"));
        familles.lier(familles.cree("deja.imprime"), eleve);
        long retire = familles.compte("lien.retire", "PETIT", null, "Marie", "CREE", null, "NULL");
        familles.lier(retire, eleve, 1, 10, "RETIRE");
        long declarant = familles.actif("marie.petit");
        familles.lier(declarant, eleve, 1, 10, "CONTESTE");
        familles.lier(declarant, frere, 1, 10, "CONTESTE");
        attendu(eleve, "2026-11-01 08:00:00", null);
        attendu(familles.eleve("Minh"), "2026-11-01 08:00:00", familles.actif("autre"));
        attendu(
                familles.eleve("Lan"),
                "2026-11-01 08:00:00",
                familles.compte("f", "F", null, "F", "FERME", null, "NULL"));

        Agent agent = Atelier.agent("a", Familles.UAI, AUTRE_UAI);
        for (String uai : List.of(Familles.UAI, AUTRE_UAI)) {
            Map<Quoi, Long> dits = service.pour(agent).stream()
                    .filter(travail -> travail.uai().equals(uai))
                    .collect(Collectors.toMap(AFaire::quoi, AFaire::nombre));
            assertThat(dits.getOrDefault(Quoi.SIGNALEMENTS, 0L))
                    .isEqualTo(atelier.reponses.compter(agent, uai))
                    .isEqualTo(atelier.reponses.enAttente(agent, uai, 0, 100).size());
            assertThat(dits.getOrDefault(Quoi.COMPTES, 0L))
                    .isEqualTo(creations.attendus(agent, uai, null).size());
            assertThat(dits.getOrDefault(Quoi.COURRIERS, 0L))
                    .isEqualTo(recherches.aEcrire(agent, uai, null).stream()
                            .filter(compte -> !compte.dejaImprime())
                            .count());
        }
        assertThat(service.pour(agent)).hasSize(5);
    }

    @Test
    void plusieursEtablissementsSeDisentSeparement() {
        attendu(familles.eleve("Minh"), "2026-11-02 08:00:00", null);
        long voisin = familles.eleve("Ysaline", AUTRE_UAI);
        base.executer("INSERT INTO responsable_attendu (uai, nom_famille, prenom, attend_depuis) VALUES ('" + AUTRE_UAI
                + "', 'X', 'Y', '2026-11-01 08:00:00')");
        base.executer("INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), "
                + voisin + ", 1, 10 FROM responsable_attendu");

        assertThat(service.pour(Atelier.agent("a", Familles.UAI, AUTRE_UAI)))
                .extracting(AFaire::uai)
                .containsExactly(AUTRE_UAI, Familles.UAI);
    }

    private void demande(long compte, String prenom, String etat, String le) {
        base.executer(
                "INSERT INTO demande_de_courrier (responsable_id, uai, enfant_nom, enfant_prenom, enfant_naissance,"
                        + " demandee_le, etat, close_le) VALUES (" + compte + ", '" + Familles.UAI + "', 'Petit', '"
                        + prenom
                        + "', '2014-03-12', '" + le + "', '" + etat + "', IF('" + etat
                        + "' = 'ATTEND', NULL, UTC_TIMESTAMP(3)))");
    }

    private void attendu(long eleve, String depuis, @Nullable Long compte) {
        base.executer(
                "INSERT INTO responsable_attendu (uai, nom_famille, prenom, attend_depuis, responsable_id) VALUES ('"
                        + Familles.UAI + "', 'Nguyen', 'Mai', '" + depuis + "', " + compte + ")",
                "INSERT INTO responsable_attendu_eleve (attendu_id, eleve_id, niveau, lien) SELECT MAX(id), " + eleve
                        + ", 1, 10 FROM responsable_attendu");
    }
}
