package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ce qu'un regroupement coûte à la base, en nombres qui ne dépendent pas de la machine. */
class RegroupementCoutTest {

    private static final int ALLERS_RETOURS = 5;

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    @Test
    void tientEnCinqAllersRetoursEtUneValidation() throws Exception {
        base.vider();
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier atelier = new Atelier(base.source(mandataire.url(), 1));
            regrouper(atelier, "chauffe");
            Demandeur demandeur = famille("mesure");
            UUID jeton = demande(atelier, demandeur, "mesure");
            String vue = atelier.vue(demandeur, jeton);
            String lignesAvant = lignesEcrites();
            mandataire.remettreAZero();

            atelier.regroupements.confirmer(demandeur, jeton, vue);

            List<String> allersRetours = mandataire.allersRetours();
            assertThat(allersRetours).hasSizeLessThanOrEqualTo(ALLERS_RETOURS);
            assertThat(allersRetours).filteredOn("COMMIT"::equalsIgnoreCase).hasSize(1);
            assertThat(allersRetours.get(allersRetours.size() - 1)).isEqualToIgnoringCase("COMMIT");
            // 1 regroupement, 2 liens gardés, 2 lignes de journal, 2 événements, 2 courriels ; 1 lien, 1 identité, 1
            // constat et 2 comptes modifiés.
            assertThat(difference(lignesAvant, lignesEcrites())).isEqualTo("insérées 9, modifiées 5, effacées 0");
        }
    }

    /** Le plus grand lot n'attend pas plus la base qu'un seul compte. */
    @Test
    void plusieursComptesTiennentDansLesMemesAllersRetours() throws Exception {
        base.vider();
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier atelier = new Atelier(base.source(mandataire.url(), 1));
            regrouper(atelier, "chauffe");
            Demandeur demandeur = famille("mesure");
            long[] autres = new long[RegroupementService.AU_PLUS];
            for (int rang = 0; rang < autres.length; rang++) {
                autres[rang] = familles.actif("mesure" + rang);
                familles.lier(autres[rang], familles.eleve("Florian"));
            }
            UUID lot = DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres);
            String vue = atelier.vue(demandeur, lot);
            mandataire.remettreAZero();

            atelier.regroupements.confirmer(demandeur, lot, vue);

            assertThat(mandataire.allersRetours()).hasSizeLessThanOrEqualTo(ALLERS_RETOURS);
            assertThat(mandataire.allersRetours())
                    .filteredOn("COMMIT"::equalsIgnoreCase)
                    .hasSize(1);
            assertThat(atelier.regroupements.fait(demandeur, lot).orElseThrow().fermes())
                    .hasSize(autres.length);
        }
    }

    /** Ni le compte connecté qui se ferme à la place de l'autre, ni la fin de ses sessions. */
    @Test
    void lEchangeTientDansLesMemesAllersRetours() throws Exception {
        base.vider();
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier atelier = new Atelier(base.source(mandataire.url(), 1));
            regrouper(atelier, "chauffe");
            Demandeur demandeur = famille("mesure");
            UUID jeton = demande(atelier, demandeur, "mesure");
            atelier.echanges.garder(demandeur, jeton, jeton);
            String vue = atelier.vue(demandeur, jeton);
            mandataire.remettreAZero();

            assertThat(atelier.regroupements.confirmer(demandeur, jeton, vue)).isTrue();

            assertThat(mandataire.allersRetours()).hasSizeLessThanOrEqualTo(ALLERS_RETOURS);
        }
    }

    @Test
    void annonceADeuxAbonnesSansUnAllerRetourDePlus() throws Exception {
        base.vider();
        base.executer(
                "INSERT INTO abonne (nom, inscrit_le) VALUES ('ent', UTC_TIMESTAMP(3)), ('cantine', UTC_TIMESTAMP(3))",
                "INSERT INTO abonnement (type, abonne) VALUES ('COMPTE_FERME', 'ent'), ('RATTACHEMENTS_MODIFIES',"
                        + " 'ent'), ('COMPTE_FERME', 'cantine')");
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier atelier = new Atelier(base.source(mandataire.url(), 1));
            regrouper(atelier, "chauffe");
            base.executer("DELETE FROM remise");
            Demandeur demandeur = famille("mesure");
            UUID jeton = demande(atelier, demandeur, "mesure");
            String vue = atelier.vue(demandeur, jeton);
            mandataire.remettreAZero();

            atelier.regroupements.confirmer(demandeur, jeton, vue);

            assertThat(mandataire.allersRetours()).hasSizeLessThanOrEqualTo(ALLERS_RETOURS);
            assertThat(base.lire(
                            "SELECT r.abonne, v.type, r.file = v.responsable_id, r.le = v.le, r.etat FROM remise AS r"
                                    + " JOIN evenement AS v ON v.id = r.evenement_id ORDER BY r.abonne, v.type"))
                    .containsExactly(
                            "cantine|COMPTE_FERME|1|1|ATTENTE",
                            "ent|COMPTE_FERME|1|1|ATTENTE",
                            "ent|RATTACHEMENTS_MODIFIES|1|1|ATTENTE");
        }
    }

    private void regrouper(Atelier atelier, String nom) throws RegroupementRefuse {
        Demandeur demandeur = famille(nom);
        atelier.regrouper(demandeur, demande(atelier, demandeur, nom));
    }

    private Demandeur famille(String nom) {
        long principal = familles.actif(nom);
        long secondaire = familles.actif(nom + ".autre");
        familles.lier(principal, familles.eleve("Dylan"));
        long florian = familles.eleve("Florian");
        familles.lier(secondaire, florian);
        familles.constat(familles.identite(nom, secondaire), florian);
        return Atelier.demandeur(principal, nom, familles.session(nom));
    }

    private UUID demande(Atelier atelier, Demandeur demandeur, String nom) {
        long secondaire = base.compter("SELECT id FROM responsable WHERE identifiant = '" + nom + ".autre'");
        return DemandesDEssai.ouvrir(atelier, demandeur, secondaire);
    }

    private String lignesEcrites() {
        return String.join(
                "|",
                base.lire("SELECT variable_value FROM information_schema.global_status WHERE variable_name IN"
                        + " ('HANDLER_DELETE', 'HANDLER_UPDATE', 'HANDLER_WRITE') ORDER BY variable_name"));
    }

    private static String difference(String avant, String apres) {
        String[] un = avant.split("\\|", -1);
        String[] autre = apres.split("\\|", -1);
        long effacees = Long.parseLong(autre[0]) - Long.parseLong(un[0]);
        long modifiees = Long.parseLong(autre[1]) - Long.parseLong(un[1]);
        long inserees = Long.parseLong(autre[2]) - Long.parseLong(un[2]);
        return "insérées " + inserees + ", modifiées " + modifiees + ", effacées " + effacees;
    }
}
