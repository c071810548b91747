package fr.academie.teleservices.scolarite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Où un élève est inscrit aujourd'hui, et comment la table des inscriptions suit {@code eleve.uai}, quel que soit celui qui l'écrit. */
@Tag("fuseau")
class InscriptionsTest {

    private static final String LYCEE = "0330002B";
    private static final String CITE = "0330003C";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final ScolariteService scolarite = new Atelier(base.source()).scolarite;
    private final Familles familles = new Familles(base);
    private long compte;
    private long zoe;

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        familles.etablissement(LYCEE, "Lycée Zola");
        familles.etablissement(CITE, "Cité scolaire");
        compte = familles.actif("cristelle.durand");
        zoe = familles.eleve("Zoé");
        familles.lier(compte, zoe);
    }

    @Test
    void unEleveAjouteEstInscritLaOuLaLigneLeDit() {
        assertThat(inscriptions()).containsExactly("0330001A|5B|∅|∅");
    }

    @Test
    void unChangementDEtablissementFermeLUneEtOuvreLAutre() {
        base.executer("UPDATE eleve SET uai = '" + LYCEE + "', classe = '2DE 4' WHERE id = " + zoe);

        assertThat(
                        base.lire(
                                "SELECT uai, classe, entre_le = UTC_DATE(), sorti_le = UTC_DATE() FROM inscription ORDER BY id"))
                .containsExactly("0330001A|5B|∅|1", LYCEE + "|2DE 4|1|∅");
        assertThat(vus()).containsExactly("Lycée Zola");
    }

    @Test
    void unChangementDeClasseNEnTouchePasDAutre() {
        familles.inscrire(zoe, LYCEE, "ATELIER");
        base.executer("UPDATE eleve SET classe = '5C' WHERE id = " + zoe);

        assertThat(inscriptions()).containsExactly("0330001A|5C|∅|∅", LYCEE + "|ATELIER|∅|∅");
    }

    @Test
    void uneSecondeInscriptionDejaOuverteNEnFermePasDAutre() {
        familles.inscrire(zoe, LYCEE, "ATELIER");
        base.executer("UPDATE eleve SET uai = '" + LYCEE + "' WHERE id = " + zoe);

        assertThat(vus()).containsExactly("Lycée Zola", "Collège du Moulin");
    }

    @Test
    void lePrincipalEstDitDAbordEtLEnfantUneSeuleFois() {
        familles.inscrire(zoe, LYCEE, "ATELIER");
        long noe = familles.eleve("Noé");
        familles.lier(compte, noe);

        List<Enfant> enfants = scolarite.enfants(compte);
        assertThat(enfants).extracting(e -> e.eleve().prenom()).containsExactly("Noé", "Zoé");
        assertThat(enfants.get(1).eleve().inscriptions())
                .extracting(i -> i.etablissement().nom(), Inscription::classe)
                .containsExactly(tuple("Collège du Moulin", "5B"), tuple("Lycée Zola", "ATELIER"));
        assertThat(scolarite.etablissementsDe(compte))
                .extracting(Etablissement::nom)
                .containsExactlyInAnyOrder("Collège du Moulin", "Lycée Zola");
    }

    @Test
    void sortiDUnSeulIlNEstPlusQueDeLAutre() {
        familles.inscrire(zoe, LYCEE, "ATELIER");
        sortir(Familles.UAI, "2026-01-10");

        assertThat(vus()).containsExactly("Lycée Zola");
        assertThat(scolarite.enfants(compte, List.of(Familles.UAI))).isEmpty();
    }

    @Test
    void sortiDePartoutIlResteAuDernierQuiLAConnu() {
        familles.inscrire(zoe, LYCEE, "ATELIER");
        sortir(Familles.UAI, "2026-02-10");
        sortir(LYCEE, "2026-01-10");

        assertThat(vus()).containsExactly("Collège du Moulin");
        assertThat(scolarite.enfants(compte, List.of(LYCEE))).isEmpty();
    }

    @Test
    void revenuIlAUneInscriptionDePlusEtUneSeuleOuverte() {
        sortir(Familles.UAI, "2026-01-10");
        familles.inscrire(zoe, Familles.UAI, "4A");

        assertThat(scolarite.enfants(compte))
                .singleElement()
                .satisfies(enfant -> assertThat(enfant.eleve().inscriptions())
                        .extracting(Inscription::classe)
                        .containsExactly("4A"));
        assertThatThrownBy(() -> familles.inscrire(zoe, Familles.UAI, "4B"))
                .hasMessageContaining("uk_inscription_ouverte");
    }

    @Test
    void onNeSortPasAvantDEtreEntre() {
        assertThatThrownBy(() -> base.executer(
                        "UPDATE inscription SET entre_le = '2026-03-01', sorti_le = '2026-02-28' WHERE eleve_id = "
                                + zoe))
                .hasMessageContaining("ck_inscription_dates");
    }

    @Test
    void unEtablissementFonduDonneSesElevesACeluiQuiLeRemplace() {
        long parti = familles.eleve("Adam");
        familles.lier(compte, parti);
        base.executer("UPDATE inscription SET sorti_le = '2026-01-10' WHERE eleve_id = " + parti);
        familles.inscrire(zoe, LYCEE, "ATELIER");

        fondre(Familles.UAI, LYCEE);
        fondre(LYCEE, CITE);

        assertThat(vus()).containsExactly("Cité scolaire");
        assertThat(scolarite.enfants(compte, List.of(CITE)))
                .extracting(e -> e.eleve().prenom(), e -> e.eleve().classe())
                .containsExactly(tuple("Adam", "5B"), tuple("Zoé", "ATELIER"));
        assertThat(scolarite.enfants(compte, List.of(Familles.UAI, LYCEE))).isEmpty();
        assertThat(base.lire("SELECT DISTINCT uai FROM eleve")).containsExactly(CITE);
        assertThat(base.compter("SELECT COUNT(*) FROM inscription WHERE eleve_id = " + parti + " AND ouverte = 1"))
                .isZero();
    }

    @Test
    void unCourrierDeLEtablissementFonduOuvreEncoreSesEleves() {
        portee(Familles.UAI, "NULL");
        portee(LYCEE, "1");
        fondre(Familles.UAI, LYCEE);
        assertThat(base.lire("SELECT uai, courante FROM portee")).containsExactly(LYCEE + "|1");

        base.executer("DELETE FROM portee");
        portee(LYCEE, "1");
        portee(CITE, "NULL");
        fondre(LYCEE, CITE);
        assertThat(base.lire("SELECT uai, courante FROM portee")).containsExactly(CITE + "|1");
    }

    @Test
    void unePersonneAttenduePasseAvecLEtablissementEtGardeSonNumero() {
        long attendu = familles.attendu(compte, zoe);
        base.executer("UPDATE responsable_attendu SET personne_id = '7' WHERE id = " + attendu);
        base.executer("INSERT INTO responsable_attendu (uai, personne_id, civilite, nom_famille, prenom)" + " VALUES ('"
                + LYCEE + "', '7', 'M.', 'AUTRE', 'Paul')");

        fondre(Familles.UAI, LYCEE);
        fondre(LYCEE, CITE);

        assertThat(base.lire("SELECT uai, personne_id FROM responsable_attendu ORDER BY id"))
                .containsExactly(CITE + "|0330001A-7", CITE + "|" + LYCEE + "-7");
    }

    @Test
    void unEtablissementNeSeRemplacePasLuiMeme() {
        assertThatThrownBy(() -> fondre(LYCEE, LYCEE)).hasMessageContaining("ck_etablissement_remplace_par");
    }

    @Test
    void unEleveEffaceEmporteSesInscriptions() {
        long seul = familles.eleve("Seul");
        base.executer("DELETE FROM eleve WHERE id = " + seul);

        assertThat(base.compter("SELECT COUNT(*) FROM inscription WHERE eleve_id = " + seul))
                .isZero();
    }

    private List<String> vus() {
        return scolarite.enfants(compte).stream()
                .flatMap(e -> e.eleve().etablissements().stream())
                .map(Etablissement::nom)
                .distinct()
                .toList();
    }

    private List<String> inscriptions() {
        return base.lire("SELECT uai, classe, entre_le, sorti_le FROM inscription ORDER BY id");
    }

    private void sortir(String uai, String le) {
        base.executer(
                "UPDATE inscription SET sorti_le = '" + le + "' WHERE eleve_id = " + zoe + " AND uai = '" + uai + "'");
    }

    private void fondre(String uai, String dans) {
        base.executer("UPDATE etablissement SET remplace_par = '" + dans + "' WHERE uai = '" + uai + "'");
    }

    private void portee(String uai, String courante) {
        base.executer(
                "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante, titulaire,"
                        + " avisee) VALUES (" + compte + ", '" + uai
                        + "', 'x', 'agent', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1"
                        + " DAY, " + courante + ", 0, 0)");
    }
}
