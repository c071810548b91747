package fr.academie.teleservices.rupture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.regroupement.DemandesDEssai;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Casser un regroupement : exact des deux côtés, une fois, et pour les élèves de l'agent seulement. */
@Tag("fuseau")
class RuptureServiceTest {

    private static final String AILLEURS = "0330002B";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final Agent agent = Atelier.agent("secretariat.moulin", Familles.UAI);

    private long a;
    private long b;

    @BeforeEach
    void installer() {
        base.vider();
        a = familles.actif("cristelle.durand");
        b = familles.actif("cristelle.durand1");
    }

    @Test
    void lesElevesVenusPartentVersUnCompteNouveauEtLeResteReste() throws Exception {
        long dylan = familles.eleve("Dylan");
        long florian = familles.eleve("Florian");
        familles.lier(a, dylan);
        familles.lier(b, florian, 2, 38, "ACTIF");
        regrouper(a, b);
        Invariants invariants = Invariants.depuis(base);

        UUID jeton = atelier.ruptures.demander(agent, a, List.of(florian));
        ApercuDeRupture apercu = atelier.ruptures.apercu(agent, jeton);
        assertThat(apercu.partent())
                .extracting(e -> e.enfant().eleve().prenom())
                .containsExactly("Florian");
        assertThat(apercu.restent()).extracting(e -> e.eleve().prenom()).containsExactly("Dylan");
        atelier.casser(agent, jeton);

        RuptureFaite faite = atelier.ruptures.faite(agent, jeton).orElseThrow();
        assertThat(faite.nouveau().identifiant().valeur()).isEqualTo("cristelle.durand2");
        assertThat(liens())
                .containsExactly(
                        a + "|" + dylan + "|1|10|ACTIF",
                        a + "|" + florian + "|2|38|RETIRE",
                        faite.nouveau().id() + "|" + florian + "|2|38|ACTIF");
        assertThat(base.lire("SELECT etat, mot_de_passe, nom_famille, prenom, mail, mail_confirme_le FROM responsable"
                        + " WHERE id = " + faite.nouveau().id()))
                .containsExactly("CREE|∅|DURAND|Cristelle|cristelle.durand@exemple.fr|∅");
        assertThat(base.lire("SELECT etat FROM responsable WHERE id = " + b)).containsExactly("FERME");
        assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|ENTIERE");
        assertThat(base.lire("SELECT acteur, acteur_profil, action, responsable_id FROM journal WHERE action IN"
                        + " ('RUPTURE', 'CREATION') ORDER BY id"))
                .containsExactly(
                        "secretariat.moulin|ETABLISSEMENT|RUPTURE|" + a,
                        "secretariat.moulin|ETABLISSEMENT|CREATION|"
                                + faite.nouveau().id());
        assertThat(base.lire("SELECT type, responsable_id FROM evenement ORDER BY id DESC LIMIT 3"))
                .containsExactly(
                        "RATTACHEMENTS_MODIFIES|" + faite.nouveau().id(),
                        "RATTACHEMENTS_MODIFIES|" + a,
                        "COMPTE_CREE|" + faite.nouveau().id());
        assertThat(base.lire("SELECT action, uai, responsable_id, eleve_id FROM journal_bureau"))
                .containsExactly("RUPTURE|" + Familles.UAI + "|" + a + "|" + florian);
        assertThat(base.lire("SELECT destinataire, texte FROM courriel ORDER BY id DESC LIMIT 1"))
                .first()
                .asString()
                .startsWith("cristelle.durand@exemple.fr|")
                .contains("Florian", "Collège du Moulin")
                .doesNotContain("durand2");
        invariants.verifier();
    }

    @Test
    void unEleveDesDeuxCotesRetrouveChacunDeSesLiens() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan, 3, 39, "ACTIF");
        familles.lier(b, dylan, 1, 10, "ACTIF");
        regrouper(a, b);
        assertThat(liens()).containsExactly(a + "|" + dylan + "|1|10|ACTIF");

        long nouveau = rompre(a, dylan);

        assertThat(liens()).containsExactly(a + "|" + dylan + "|3|39|ACTIF", nouveau + "|" + dylan + "|1|10|ACTIF");
    }

    @Test
    void unRegroupementSeRompEnPartiePuisEntierement() throws Exception {
        long dylan = familles.eleve("Dylan");
        long florian = familles.eleve("Florian");
        familles.lier(b, dylan);
        familles.lier(b, florian);
        regrouper(a, b);

        rompre(a, dylan);
        assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|PARTIELLE");
        rompre(a, florian);
        assertThat(base.lire("SELECT etat, ampleur FROM regroupement")).containsExactly("ROMPU|ENTIERE");
        assertThat(base.lire(
                        "SELECT regroupement_id IS NOT NULL, eleve_id FROM rupture_regroupement ORDER BY eleve_id"))
                .containsExactly("1|" + dylan, "1|" + florian);
    }

    @Test
    void lOrigineSeSuitAuTraversDUneChaine() throws Exception {
        long c = familles.actif("cristelle.durand5");
        long dylan = familles.eleve("Dylan");
        long florian = familles.eleve("Florian");
        familles.lier(a, dylan);
        familles.lier(b, florian, 2, 10, "ACTIF");
        regrouper(a, b);
        regrouper(c, a);
        Invariants invariants = Invariants.depuis(base);

        ChoixDeRupture choix = atelier.ruptures.presenter(agent, c).orElseThrow();
        assertThat(choix.enfants().get(0).provenance().arrivees())
                .extracting(Arrivee::identifiant)
                .containsExactly("cristelle.durand");
        assertThat(choix.enfants().get(1).provenance().arrivees())
                .extracting(Arrivee::identifiant)
                .containsExactly("cristelle.durand", "cristelle.durand1");

        long nouveau = rompre(c, florian);

        assertThat(liens())
                .containsExactly(
                        c + "|" + dylan + "|1|10|ACTIF",
                        c + "|" + florian + "|2|10|RETIRE",
                        nouveau + "|" + florian + "|2|10|ACTIF");
        assertThat(base.lire("SELECT etat, ampleur FROM regroupement ORDER BY id"))
                .containsExactly("ROMPU|ENTIERE", "ROMPU|PARTIELLE");
        invariants.verifier();
    }

    @Test
    void ceQuiAChangeDepuisLeRegroupementLEmporte() throws Exception {
        long dylan = familles.eleve("Dylan");
        long florian = familles.eleve("Florian");
        familles.lier(a, dylan, 3, 39, "ACTIF");
        familles.lier(b, dylan, 2, 10, "ACTIF");
        familles.lier(b, florian, 1, 10, "CONTESTE");
        regrouper(a, b);
        base.executer(
                "UPDATE rattachement SET niveau = 1, lien = 50 WHERE eleve_id = " + dylan,
                "UPDATE rattachement SET etat = 'ACTIF' WHERE eleve_id = " + florian,
                "UPDATE eleve SET classe = '4A', prenom = 'Dylan-Louis' WHERE id = " + dylan);

        long nouveau = rompre(a, dylan, florian);

        assertThat(liens())
                .containsExactly(
                        a + "|" + dylan + "|1|50|ACTIF",
                        a + "|" + florian + "|1|10|RETIRE",
                        nouveau + "|" + dylan + "|1|50|ACTIF",
                        nouveau + "|" + florian + "|1|10|ACTIF");
    }

    @Test
    void unCompteJamaisRegroupeSeCasseAussi() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        Invariants invariants = Invariants.depuis(base);
        long nouveau = rompre(a, dylan);
        assertThat(liens()).containsExactly(a + "|" + dylan + "|1|10|RETIRE", nouveau + "|" + dylan + "|1|10|ACTIF");
        assertThat(base.compter("SELECT COUNT(*) FROM rupture_regroupement")).isZero();
        invariants.verifier();
    }

    @Test
    void unRegroupementRefaitPuisCasseRetrouveLesMemesLiens() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(b, dylan);
        regrouper(a, b);
        Invariants invariants = Invariants.depuis(base);
        long premier = rompre(a, dylan);
        base.executer(
                "UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3), mot_de_passe = 'x' WHERE id = "
                        + premier);
        regrouper(a, premier);
        long second = rompre(a, dylan);
        assertThat(liens()).containsExactly(a + "|" + dylan + "|1|10|RETIRE", second + "|" + dylan + "|1|10|ACTIF");
        invariants.verifier();
    }

    @Test
    void lesElevesDUneAutreEcoleNeSontNiVusNiPartis() throws Exception {
        long dylan = familles.eleve("Dylan");
        long ailleurs = familles.eleve("Inès", AILLEURS);
        familles.lier(a, dylan);
        familles.lier(a, ailleurs);
        familles.lier(b, ailleurs);

        assertThat(atelier.ruptures.presenter(agent, a).orElseThrow().enfants())
                .extracting(e -> e.enfant().eleve().prenom())
                .containsExactly("Dylan");
        assertThat(atelier.ruptures.presenter(agent, b)).isEmpty();
        assertThat(atelier.ruptures.presenter(agent, 999_999)).isEmpty();
        var avant = Invariants.photographie(base);
        for (long compte : new long[] {a, b, 999_999}) {
            refuse(
                    RefusRupture.ELEVE_HORS_ETABLISSEMENT,
                    () -> atelier.ruptures.demander(agent, compte, List.of(ailleurs)));
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        assertThat(base.compter("SELECT COUNT(*) FROM demande_rupture")).isZero();
    }

    @Test
    void unEleveQuiAChangeDEcoleNePartPlus() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        familles.lier(a, familles.eleve("Florian"));
        UUID jeton = atelier.ruptures.demander(agent, a, List.of(dylan));
        familles.etablissement(AILLEURS, "Collège Nord");
        base.executer("UPDATE eleve SET uai = '" + AILLEURS + "' WHERE id = " + dylan);
        refuse(RefusRupture.ELEVE_HORS_ETABLISSEMENT, () -> atelier.casser(agent, jeton));
    }

    @ParameterizedTest
    @CsvSource({"CONTESTE,ELEVE_NON_ACTIF", "RETIRE,ELEVE_HORS_ETABLISSEMENT"})
    void unLienQuiNEstPasActifNePartPas(String etat, RefusRupture refus) {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan, 1, 10, etat);
        familles.lier(a, familles.eleve("Florian"));
        refuse(refus, () -> atelier.ruptures.demander(agent, a, List.of(dylan)));
        refuse(RefusRupture.AUCUN_ELEVE, () -> atelier.ruptures.demander(agent, a, List.of()));
    }

    @Test
    void unEleveNePerdPasSonDernierRepresentantLegal() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan, 2, 10, "ACTIF");
        familles.lier(b, dylan, 1, 10, "CONTESTE");
        regrouper(a, b);
        refuse(RefusRupture.SANS_REPRESENTANT_LEGAL, () -> atelier.ruptures.demander(agent, a, List.of(dylan)));

        familles.lier(familles.actif("marc.durand"), dylan, 1, 20, "ACTIF");
        long nouveau = rompre(a, dylan);
        assertThat(base.lire("SELECT niveau, etat FROM rattachement WHERE responsable_id = " + nouveau))
                .containsExactly("1|CONTESTE");
    }

    @Test
    void leCompteNouveauEstCeluiDeLaPersonneAbsorbee() throws Exception {
        long marc = familles.compte("marc.morel", "MOREL", null, "Marc", "ACTIF", Familles.ARGON2, "NULL");
        long dylan = familles.eleve("Dylan");
        long ines = familles.eleve("Inès");
        familles.lier(a, dylan);
        familles.lier(marc, ines, 1, 20, "ACTIF");
        new Atelier(
                        base.source(),
                        Atelier.reglages(java.util.Map.of()),
                        Atelier.profil(java.util.Map.of("identite", "libre")))
                .regrouper(demandeur(a), demande(a, marc));

        refuse(RefusRupture.PLUSIEURS_PERSONNES, () -> atelier.ruptures.demander(agent, a, List.of(dylan, ines)));
        UUID jeton = atelier.ruptures.demander(agent, a, List.of(ines));
        atelier.casser(agent, jeton);

        var nouveau = atelier.ruptures.faite(agent, jeton).orElseThrow().nouveau();
        assertThat(nouveau.identite().nomComplet()).isEqualTo("Marc MOREL");
        assertThat(nouveau.identifiant().valeur()).isEqualTo("marc.morel1");
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY id DESC LIMIT 2"))
                .containsExactly("marc.morel@exemple.fr", "cristelle.durand@exemple.fr");
    }

    @Test
    void uneSecondeConfirmationTrouveLeResultatDeLaPremiere() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        UUID jeton = atelier.ruptures.demander(agent, a, List.of(dylan));
        atelier.casser(agent, jeton);
        var apres = Invariants.photographie(base);
        atelier.horloge.avancer(Duration.ofHours(1));
        atelier.casser(agent, jeton);
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
        Agent autre = Atelier.agent("autre.agent", Familles.UAI);
        assertThat(atelier.ruptures.faite(autre, jeton)).isEmpty();
        refuse(RefusRupture.DEMANDE_PERIMEE, () -> atelier.casser(autre, jeton));
    }

    @Test
    void uneDemandePerimeeOuDeFaitsChangesNeChangeRien() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        UUID jeton = atelier.ruptures.demander(agent, a, List.of(dylan));
        String vue = atelier.vue(agent, jeton);
        familles.lier(a, familles.eleve("Florian"));
        var avant = Invariants.photographie(base);
        atelier.ruptures.apercu(agent, jeton);
        refuse(RefusRupture.FAITS_CHANGES, () -> atelier.ruptures.confirmer(agent, jeton, vue));
        refuse(RefusRupture.FAITS_CHANGES, () -> atelier.ruptures.confirmer(agent, jeton, ""));
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        assertThat(atelier.ruptures.apercu(agent, jeton).restent()).hasSize(1);
        atelier.horloge.avancer(Duration.ofMinutes(31));
        refuse(RefusRupture.DEMANDE_PERIMEE, () -> atelier.casser(agent, jeton));
        refuse(RefusRupture.DEMANDE_PERIMEE, () -> atelier.ruptures.apercu(agent, UUID.randomUUID()));
        assertThat(atelier.ruptures.purger(atelier.horloge.instant().minus(Duration.ofMinutes(2))))
                .isZero();
        assertThat(atelier.ruptures.purger(atelier.horloge.instant())).isEqualTo(1);
    }

    @Test
    void unEleveDUneAutreEcoleQuiChangeNeSeDevinePas() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(a, dylan);
        UUID jeton = atelier.ruptures.demander(agent, a, List.of(dylan));
        String vue = atelier.vue(agent, jeton);
        familles.lier(a, familles.eleve("Inès", AILLEURS));
        atelier.ruptures.confirmer(agent, jeton, vue);
        assertThat(atelier.ruptures.faite(agent, jeton)).isPresent();
    }

    @Test
    void uneRupturePendantUnRegroupementLeFaitRelire() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(b, dylan);
        UUID regroupement = demande(a, b);
        String vue = atelier.vue(demandeur(a), regroupement);
        rompre(b, dylan);
        assertThatThrownBy(() -> atelier.regroupements.confirmer(demandeur(a), regroupement, vue))
                .asInstanceOf(type(RegroupementRefuse.class))
                .extracting(RegroupementRefuse::code)
                .isEqualTo(RefusRegroupement.COMPTES_CHANGES);
        assertThat(atelier.regroupements.apercu(demandeur(a), regroupement).apres())
                .isEmpty();
    }

    private long rompre(long compte, Long... eleves) throws RuptureRefusee {
        UUID jeton = atelier.ruptures.demander(agent, compte, List.of(eleves));
        atelier.casser(agent, jeton);
        return atelier.ruptures.faite(agent, jeton).orElseThrow().nouveau().id();
    }

    private void regrouper(long principal, long secondaire) throws RegroupementRefuse {
        atelier.regrouper(demandeur(principal), demande(principal, secondaire));
    }

    private UUID demande(long principal, long secondaire) {
        return DemandesDEssai.ouvrir(atelier, demandeur(principal), secondaire);
    }

    private Demandeur demandeur(long id) {
        return Atelier.demandeur(
                id,
                base.lire("SELECT identifiant FROM responsable WHERE id = " + id)
                        .get(0),
                1);
    }

    private List<String> liens() {
        return base.lire("SELECT responsable_id, eleve_id, niveau, lien, etat FROM rattachement"
                + " ORDER BY responsable_id, eleve_id");
    }

    private static void refuse(RefusRupture code, ThrowingCallable acte) {
        assertThatThrownBy(acte)
                .asInstanceOf(type(RuptureRefusee.class))
                .extracting(RuptureRefusee::code)
                .isEqualTo(code);
    }
}
