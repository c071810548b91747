package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fuseau")
class RegroupementServiceTest {

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private long principal;
    private long secondaire;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        principal = familles.actif("cristelle.durand");
        secondaire = familles.cree("cristelle.durand1");
        demandeur = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void deplaceLesElevesEtFermeLeSecondaire() throws RegroupementRefuse {
        long dylan = familles.eleve("Dylan");
        long florian = familles.eleve("Florian");
        familles.lier(principal, dylan);
        familles.lier(secondaire, florian);
        Invariants invariants = Invariants.depuis(base);

        UUID jeton = prouver();
        atelier.regrouper(demandeur, jeton);

        assertThat(base.lire("SELECT responsable_id, eleve_id, etat FROM rattachement ORDER BY eleve_id"))
                .isEqualTo(List.of(principal + "|" + dylan + "|ACTIF", principal + "|" + florian + "|ACTIF"));
        assertThat(base.lire("SELECT etat, motif_fermeture, mot_de_passe, provisoire_expire_le FROM responsable"
                        + " WHERE id = " + secondaire))
                .isEqualTo(List.of("FERME|REGROUPEMENT|∅|∅"));
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY id"))
                .isEqualTo(List.of("cristelle.durand@exemple.fr", "cristelle.durand1@exemple.fr"));
        assertThat(base.lire("SELECT correspondance, etat, fait_par, adresse FROM regroupement"))
                .isEqualTo(List.of("NOM_DE_FAMILLE|ACTIF|cristelle.durand|127.0.0.1"));
        RegroupementFait fait = atelier.regroupements.fait(demandeur, jeton).orElseThrow();
        assertThat(fait.enfants()).extracting(e -> e.eleve().prenom()).isEqualTo(List.of("Dylan", "Florian"));
        assertThat(fait.fermes()).extracting(Identifiant::valeur).containsExactly("cristelle.durand1");
        invariants.verifier();
    }

    @Test
    void annonceLaFermetureAuProfitDuPrincipalEtTousSesLiensParCeQuUnAbonneConnait() throws RegroupementRefuse {
        long dylan = familles.eleve("Dylan");
        base.executer("UPDATE eleve SET identifiant = 'dylan.durand' WHERE id = " + dylan);
        base.executer(
                "INSERT INTO identite_eleve (source, perimetre, numero, eleve_id) VALUES ('AAF', 'bordeaux-2D', '77', "
                        + dylan + ")");
        familles.identite("1001", secondaire);
        familles.identite("1002", principal);
        familles.lier(principal, dylan, 3, 10, "ACTIF");
        familles.lier(secondaire, dylan, 1, 50, "ACTIF");
        familles.lier(secondaire, familles.eleve("Florian", "0330002B"), 2, 38, "RETIRE");

        atelier.regrouper(demandeur, prouver());

        assertThat(base.lire("SELECT responsable_id, type, charge FROM evenement ORDER BY id"))
                .containsExactly(
                        secondaire
                                + "|COMPTE_FERME|{\"type\":\"COMPTE_FERME\",\"compte\":\"cristelle.durand1\",\"numeros\":[],\"rattachements\":[],"
                                + "\"motif\":\"REGROUPEMENT\",\"remplacePar\":\"cristelle.durand\"}",
                        principal
                                + "|RATTACHEMENTS_MODIFIES|{\"type\":\"RATTACHEMENTS_MODIFIES\",\"compte\":\"cristelle.durand\",\"numeros\":["
                                + "{\"source\":\"SIECLE\",\"perimetre\":\"0330001A\",\"numero\":\"1001\"},"
                                + "{\"source\":\"SIECLE\",\"perimetre\":\"0330001A\",\"numero\":\"1002\"}],\"rattachements\":["
                                + "{\"eleve\":{\"identifiant\":\"dylan.durand\",\"uai\":\"0330001A\",\"numeros\":["
                                + "{\"source\":\"AAF\",\"perimetre\":\"bordeaux-2D\",\"numero\":\"77\"}]},"
                                + "\"niveau\":1,\"lien\":50,\"etat\":\"ACTIF\"},"
                                + "{\"eleve\":{\"identifiant\":null,\"uai\":\"0330002B\",\"numeros\":[]},"
                                + "\"niveau\":2,\"lien\":38,\"etat\":\"RETIRE\"}]}");
    }

    @Test
    void gardeChaqueLienAvantEtApres() throws RegroupementRefuse {
        long dylan = familles.eleve("Dylan");
        long ines = familles.eleve("Inès");
        familles.lier(principal, dylan, 3, 10, "ACTIF");
        familles.lier(secondaire, dylan, 1, 50, "CONTESTE");
        familles.lier(secondaire, ines, 2, 10, "RETIRE");
        Invariants invariants = Invariants.depuis(base);

        atelier.regrouper(demandeur, prouver());

        assertThat(base.lire("SELECT eleve_id, principal_niveau, principal_lien, principal_etat, secondaire_niveau,"
                        + " secondaire_lien, secondaire_etat, apres_niveau, apres_lien, apres_etat"
                        + " FROM regroupement_rattachement ORDER BY eleve_id"))
                .isEqualTo(List.of(
                        dylan + "|3|10|ACTIF|1|50|CONTESTE|1|50|ACTIF", ines + "|∅|∅|∅|2|10|RETIRE|2|10|RETIRE"));
        assertThat(base.lire("SELECT eleve_id, niveau, lien, etat FROM rattachement ORDER BY eleve_id"))
                .isEqualTo(List.of(dylan + "|1|50|ACTIF", ines + "|2|10|RETIRE"));
        invariants.verifier();
    }

    @Test
    void regroupeUnCompteSansEleve() throws RegroupementRefuse {
        Invariants invariants = Invariants.depuis(base);
        atelier.regrouper(demandeur, prouver());
        invariants.verifier();
    }

    @Test
    void uneSecondeConfirmationTrouveLeResultatDeLaPremiere() throws RegroupementRefuse {
        familles.lier(secondaire, familles.eleve("Florian"));
        UUID jeton = prouver();
        atelier.regrouper(demandeur, jeton);
        var apres = Invariants.photographie(base);
        atelier.regrouper(demandeur, jeton);
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    @Test
    void leResultatResteLisibleApresLaFinDeLaPreuve() throws RegroupementRefuse {
        UUID jeton = prouver();
        atelier.regrouper(demandeur, jeton);
        atelier.horloge.avancer(Duration.ofHours(1));
        atelier.regrouper(demandeur, jeton);
        assertThat(atelier.regroupements.fait(demandeur, jeton)).isPresent();
    }

    @Test
    void refuseUnePreuveDePlusDeDixMinutes() throws RegroupementRefuse {
        UUID jeton = prouver();
        atelier.horloge.avancer(Duration.ofMinutes(10));
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regrouper(demandeur, jeton))
                .extracting(RegroupementRefuse::identifiantSaisi)
                .isEqualTo("cristelle.durand1");
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regroupements.apercu(demandeur, jeton));
    }

    @Test
    void refuseLaPreuveDUneAutreSession() throws RegroupementRefuse {
        UUID jeton = prouver();
        Demandeur autreSession = Atelier.demandeur(principal, "cristelle.durand", familles.session("cristelle.durand"));
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regrouper(autreSession, jeton));
    }

    @Test
    void neDitRienDeLaDemandeDUnAutre() throws RegroupementRefuse {
        UUID jeton = prouver();
        long intrus = familles.actif("nadia.benali");
        Demandeur nadia = Atelier.demandeur(intrus, "nadia.benali", demandeur.sessionId());
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regrouper(nadia, jeton))
                .extracting(RegroupementRefuse::identifiantSaisi)
                .isNull();
        atelier.regrouper(demandeur, jeton);
        assertThat(atelier.regroupements.fait(nadia, jeton)).isEmpty();
    }

    @Test
    void refuseUnJetonInconnu() {
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regrouper(demandeur, new UUID(1, 2)));
    }

    @Test
    void montreANouveauQuandUnLienAChange() throws RegroupementRefuse {
        UUID jeton = prouver();
        String vue = atelier.vue(demandeur, jeton);
        familles.lier(secondaire, familles.eleve("Florian"));
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, jeton, vue));
        Apercu nouveau = atelier.regroupements.apercu(demandeur, jeton);
        assertThat(nouveau.apres()).hasSize(1);
        atelier.regrouper(demandeur, jeton);
    }

    @Test
    void montreANouveauQuandUnCompteAChange() throws RegroupementRefuse {
        UUID jeton = prouver();
        String vue = atelier.vue(demandeur, jeton);
        base.executer("UPDATE responsable SET version = version + 1 WHERE id = " + secondaire);
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, jeton, vue));
    }

    @Test
    void uneAutrePageNeChangePasCeQueCelleCiAMontre() throws RegroupementRefuse {
        UUID jeton = prouver();
        String premierOnglet = atelier.vue(demandeur, jeton);
        familles.lier(secondaire, familles.eleve("Florian"));
        String secondOnglet = atelier.vue(demandeur, jeton);

        refuse(
                RefusRegroupement.COMPTES_CHANGES,
                () -> atelier.regroupements.confirmer(demandeur, jeton, premierOnglet));
        atelier.regroupements.confirmer(demandeur, jeton, secondOnglet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "' OR 1=1", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"})
    void refuseUneConfirmationQuiNeVientDAucunePage(String vue) throws RegroupementRefuse {
        UUID jeton = prouver();
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, jeton, vue));
    }

    @Test
    void montrerLEtape2NEcritRien() throws RegroupementRefuse {
        UUID jeton = prouver();
        familles.lier(secondaire, familles.eleve("Florian"));
        List<String> avant = base.lire("CHECKSUM TABLE demande_regroupement, responsable, rattachement, journal");
        atelier.regroupements.apercu(demandeur, jeton);
        assertThat(base.lire("CHECKSUM TABLE demande_regroupement, responsable, rattachement, journal"))
                .isEqualTo(avant);
    }

    @Test
    void rejugeLIdentiteSousVerrou() throws RegroupementRefuse {
        UUID jeton = prouver();
        base.executer("UPDATE responsable SET prenom = 'Nadia', version = version + 1 WHERE id = " + secondaire);
        refuse(RefusRegroupement.IDENTITE_DIFFERENTE, () -> atelier.regrouper(demandeur, jeton));
        refuse(RefusRegroupement.IDENTITE_DIFFERENTE, () -> atelier.regroupements.apercu(demandeur, jeton));
    }

    @Test
    void refuseQuandLeSecondaireVientDEtreRegroupeAilleurs() throws RegroupementRefuse {
        UUID jeton = prouver();
        long autre = familles.actif("cristelle.durand2");
        Demandeur autreDemandeur = Atelier.demandeur(autre, "cristelle.durand2", familles.session("cristelle.durand2"));
        UUID autreJeton = atelier.preuves.prouver(autreDemandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        atelier.regrouper(autreDemandeur, autreJeton);
        refuse(RefusRegroupement.DEJA_REGROUPE, () -> atelier.regrouper(demandeur, jeton));
    }

    @Test
    void refuseQuandLePrincipalVientDEtreFerme() throws RegroupementRefuse {
        UUID jeton = prouver();
        base.executer("UPDATE responsable SET etat = 'FERME', motif_fermeture = 'ETABLISSEMENT', mot_de_passe = NULL,"
                + " ferme_le = UTC_TIMESTAMP(3), version = version + 1 WHERE id = " + principal);
        refuse(RefusRegroupement.PRINCIPAL_FERME, () -> atelier.regrouper(demandeur, jeton));
    }

    @Test
    void lApercuMontreUneFoisUnElevePresentDesDeuxCotes() throws RegroupementRefuse {
        long dylan = familles.eleve("Dylan");
        familles.lier(principal, dylan);
        familles.lier(secondaire, dylan);
        familles.lier(secondaire, familles.eleve("Inès"));
        Apercu apercu = atelier.regroupements.apercu(demandeur, prouver());
        assertThat(apercu.enfantsPrincipal()).hasSize(1);
        assertThat(apercu.autres().get(0).enfants()).hasSize(2);
        assertThat(apercu.apres())
                .extracting(e -> e.enfant().eleve().prenom() + e.dejaSurPrincipal() + e.surSecondaire())
                .isEqualTo(List.of("Dylantruetrue", "Inèsfalsetrue"));
    }

    @Test
    void unSeulCourrielQuandLesDeuxComptesOntLaMemeAdresse() throws RegroupementRefuse {
        base.executer("UPDATE responsable SET mail = 'famille@exemple.fr'");
        atelier.regrouper(demandeur, prouver());
        assertThat(base.lire("SELECT destinataire FROM courriel")).isEqualTo(List.of("famille@exemple.fr"));
    }

    @Test
    void aucunCourrielNiTraceNePorteDeSecret() throws RegroupementRefuse {
        atelier.regrouper(demandeur, prouver());
        for (String table : List.of("courriel", "journal", "evenement")) {
            assertThat(String.join("\n", base.lire("SELECT * FROM " + table)))
                    .doesNotContain(Familles.MOT_DE_PASSE)
                    .doesNotContain("argon2");
        }
    }

    private UUID prouver() throws RegroupementRefuse {
        return atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
    }

    private static AbstractObjectAssert<?, RegroupementRefuse> refuse(RefusRegroupement code, ThrowingCallable appel) {
        return assertThatThrownBy(appel)
                .asInstanceOf(type(RegroupementRefuse.class))
                .satisfies(refus -> assertThat(refus.code()).isEqualTo(code));
    }
}
