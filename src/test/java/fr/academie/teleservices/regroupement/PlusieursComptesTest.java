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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plusieurs comptes prouvés puis confirmés ensemble : tous ou aucun, chacun nommé s'il a changé, chacun défait sans les autres. */
@Tag("fuseau")
class PlusieursComptesTest {

    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private long principal;
    private final List<Long> autres = new ArrayList<>();
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        autres.clear();
        principal = familles.actif("c.durand");
        for (int rang = 1; rang <= 3; rang++) {
            autres.add(familles.actif("c.durand" + rang));
        }
        demandeur = Atelier.demandeur(principal, "c.durand", familles.session("c.durand"));
    }

    @Test
    void seFermentEnsembleEtSeLisentEnsemble() throws Exception {
        for (int rang = 0; rang < 3; rang++) {
            familles.lier(
                    autres.get(rang),
                    familles.eleve(List.of("Dylan", "Florian", "Inès").get(rang)));
        }
        Invariants invariants = Invariants.depuis(base);
        UUID lot = lot();

        atelier.regrouper(demandeur, lot);

        invariants.verifier();
        RegroupementFait fait = atelier.regroupements.fait(demandeur, lot).orElseThrow();
        assertThat(fait.fermes())
                .extracting(Identifiant::valeur)
                .containsExactly("c.durand1", "c.durand2", "c.durand3");
        assertThat(fait.enfants()).extracting(e -> e.eleve().prenom()).containsExactly("Dylan", "Florian", "Inès");
        assertThat(atelier.regroupements.enregistres(principal))
                .extracting(RegroupementEnregistre::lot)
                .hasSize(3)
                .containsOnly(fait.accuse());
        assertThat(base.lire("SELECT responsable_id, COUNT(*) FROM journal WHERE action = 'FERMETURE' GROUP BY 1"
                        + " ORDER BY 1"))
                .containsExactly(autres.get(0) + "|1", autres.get(1) + "|1", autres.get(2) + "|1");
    }

    @Test
    void leCompteQuiResteNeRecoitQuUnCourrielAvecDeQuoiSOpposerAChacun() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE id IN ("
                + principal + ", " + autres.get(0) + ")");
        atelier.regrouper(demandeur, lot());
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY destinataire"))
                .containsExactlyInAnyOrder(
                        "c.durand1@exemple.fr", "c.durand2@exemple.fr", "c.durand3@exemple.fr", "c.durand@exemple.fr");
        String texte = courriel("c.durand@exemple.fr");
        assertThat(texte).contains("- c.durand1\n- c.durand2\n- c.durand3");
        assertThat(JETON.matcher(texte).results()).hasSize(3);
        assertThat(courriel("c.durand1@exemple.fr"))
                .contains("opposition?jeton=")
                .doesNotContain("c.durand2", "c.durand3");
        assertThat(courriel("c.durand2@exemple.fr")).doesNotContain("opposition?jeton=", "c.durand1", "c.durand3");
    }

    @Test
    void sansAdresseSureLeCompteQuiResteLitToutSansLien() throws Exception {
        atelier.regrouper(demandeur, lot());
        assertThat(courriel("c.durand@exemple.fr"))
                .contains("- c.durand1\n- c.durand2\n- c.durand3")
                .doesNotContain("opposition?jeton=");
    }

    @Test
    void unEnfantDePlusieursCotesEstMontreUneFois() throws Exception {
        long dylan = familles.eleve("Dylan");
        familles.lier(principal, dylan);
        familles.lier(autres.get(0), dylan);
        familles.lier(autres.get(2), dylan);
        familles.lier(autres.get(1), familles.eleve("Inès"));
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot());
        assertThat(apercu.apres())
                .extracting(e -> e.enfant().eleve().prenom() + e.dejaSurPrincipal() + e.autres())
                .containsExactly("Dylantrue[c.durand1, c.durand3]", "Inèsfalse[c.durand2]");
        assertThat(apercu.enfants()).hasSize(4);
    }

    @Test
    void celuiQuiAChangeEstNommeEtRienNEstFait() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        familles.lier(autres.get(1), familles.eleve("Florian"));
        var avant = Invariants.photographie(base);

        change(List.of("c.durand2"), () -> atelier.regroupements.confirmer(demandeur, lot, vue));

        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        atelier.regrouper(demandeur, lot);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(3);
    }

    @Test
    void siCEstLeCompteQuiResteCEstLuiQuiEstNomme() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        familles.lier(principal, familles.eleve("Florian"));
        change(List.of("c.durand"), () -> atelier.regroupements.confirmer(demandeur, lot, vue));
    }

    @Test
    void celuiQuUnAutreOngletAjouteEstNomme() throws Exception {
        UUID lot = DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres.get(0));
        String vue = atelier.vue(demandeur, lot);
        assertThat(atelier.preuves.prouver(demandeur, "c.durand2", Familles.MOT_DE_PASSE, lot))
                .isEqualTo(lot);
        change(List.of("c.durand2"), () -> atelier.regroupements.confirmer(demandeur, lot, vue));
    }

    @Test
    void celuiDontLaPreuveEstPerimeeEstNommeEtLesAutresContinuent() throws Exception {
        UUID lot = atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE);
        atelier.horloge.avancer(Duration.ofMinutes(6));
        atelier.preuves.prouver(demandeur, "c.durand2", Familles.MOT_DE_PASSE, lot);
        String vue = atelier.vue(demandeur, lot);
        atelier.horloge.avancer(Duration.ofMinutes(5));

        change(List.of("c.durand1"), () -> atelier.regroupements.confirmer(demandeur, lot, vue));

        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.fermes()).extracting(Identifiant::valeur).containsExactly("c.durand2");
        assertThat(apercu.ecartes())
                .extracting(e -> e.identifiant().valeur() + " " + e.raison())
                .containsExactly("c.durand1 DEMANDE_PERIMEE");
        atelier.regroupements.confirmer(demandeur, lot, apercu.vue());
        assertThat(atelier.regroupements.fait(demandeur, lot).orElseThrow().fermes())
                .extracting(Identifiant::valeur)
                .containsExactly("c.durand2");
        assertThat(base.lire("SELECT lot FROM regroupement")).containsExactly("∅");
    }

    @Test
    void celuiQuiEstRegroupeAilleursEstNommeEtLesAutresContinuent() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        long ailleurs = familles.actif("c.durand9");
        DemandesDEssai.regrouper(atelier, ailleurs, autres.get(2));
        change(List.of("c.durand3"), () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        assertThat(atelier.regroupements.apercu(demandeur, lot).ecartes())
                .extracting(Apercu.Ecarte::raison)
                .containsExactly(RefusRegroupement.DEJA_REGROUPE);
        Invariants invariants = Invariants.depuis(base);
        atelier.regrouper(demandeur, lot);
        invariants.verifier();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement WHERE principal_id = " + principal))
                .isEqualTo(2);
    }

    @Test
    void quandAucunNePeutPlusCEstUnRefus() {
        UUID lot = lot();
        atelier.horloge.avancer(Duration.ofMinutes(10));
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regroupements.apercu(demandeur, lot));
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regroupements.confirmer(demandeur, lot, ""));
    }

    @Test
    void chacunPeutEtreRetireYComprisLePremier() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        assertThat(atelier.regroupements.retirer(demandeur, lot, lot)).isTrue();
        change(List.of(), () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        atelier.regrouper(demandeur, lot);
        assertThat(atelier.regroupements.fait(demandeur, lot).orElseThrow().fermes())
                .extracting(Identifiant::valeur)
                .containsExactly("c.durand2", "c.durand3");
        assertThat(base.lire("SELECT etat FROM responsable WHERE id = " + autres.get(0)))
                .containsExactly("ACTIF");
    }

    @Test
    void leDernierRetireIlNeResteRien() throws Exception {
        UUID lot = DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres.get(0));
        assertThat(atelier.regroupements.retirer(demandeur, lot, lot)).isFalse();
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.regroupements.apercu(demandeur, lot));
        assertThat(atelier.preuves.prouver(demandeur, "c.durand2", Familles.MOT_DE_PASSE, lot))
                .as("on peut en ajouter un autre")
                .isEqualTo(lot);
    }

    @Test
    void nulNeRetireNiNAjouteDansLeLotDUnAutre() throws Exception {
        UUID lot = lot();
        long intrus = familles.actif("nadia.benali");
        Demandeur nadia = Atelier.demandeur(intrus, "nadia.benali", demandeur.sessionId());
        assertThat(atelier.regroupements.retirer(nadia, lot, lot)).isFalse();
        Demandeur autreSession = Atelier.demandeur(principal, "c.durand", familles.session("c.durand"));
        atelier.regroupements.retirer(autreSession, lot, lot);
        assertThat(atelier.regroupements.apercu(demandeur, lot).autres()).hasSize(3);
        assertThat(atelier.preuves.prouver(autreSession, "c.durand1", Familles.MOT_DE_PASSE, lot))
                .isNotEqualTo(lot);
        assertThat(atelier.regroupements.prouves(autreSession, lot)).isEmpty();
    }

    @Test
    void unCompteProuveDeNouveauRemplaceSaPreuve() throws Exception {
        UUID lot = lot();
        atelier.horloge.avancer(Duration.ofMinutes(6));
        atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE, lot);
        assertThat(atelier.regroupements.prouves(demandeur, lot)).hasSize(3);
        atelier.horloge.avancer(Duration.ofMinutes(5));
        assertThat(atelier.regroupements.apercu(demandeur, lot).fermes())
                .extracting(Identifiant::valeur)
                .containsExactly("c.durand1");
    }

    @Test
    void pasPlusDeSixALaFoisSansDepenserUnEssai() throws Exception {
        long[] six = new long[RegroupementService.AU_PLUS];
        for (int rang = 0; rang < six.length; rang++) {
            six[rang] = familles.actif("six" + rang);
        }
        UUID lot = DemandesDEssai.ouvrirUnLot(atelier, demandeur, six);
        refuse(
                RefusRegroupement.TROP_DE_COMPTES,
                () -> atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE, lot));
        assertThat(base.compter("SELECT COUNT(*) FROM essai")).isZero();
        atelier.preuves.prouver(demandeur, "six3", Familles.MOT_DE_PASSE, lot);
        atelier.regrouper(demandeur, lot);
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isEqualTo(six.length);
    }

    @Test
    void unLotQuiAServiNEnAccueillePlus() throws Exception {
        UUID lot = DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres.get(0), autres.get(1));
        atelier.regrouper(demandeur, lot);
        UUID suivant = atelier.preuves.prouver(demandeur, "c.durand3", Familles.MOT_DE_PASSE, lot);
        assertThat(suivant).isNotEqualTo(lot);
        atelier.regrouper(demandeur, suivant);
        assertThat(atelier.regroupements.fait(demandeur, lot).orElseThrow().fermes())
                .hasSize(2);
    }

    @Test
    void uneSecondeConfirmationTrouveLeResultatDeLaPremiere() throws Exception {
        UUID lot = lot();
        atelier.regrouper(demandeur, lot);
        var apres = Invariants.photographie(base);
        atelier.regrouper(demandeur, lot);
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    /** Le même élève partout, à quatre titres : quel que soit l'ordre où l'on défait, chacun retrouve exactement le sien. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3", "1, 3, 2", "2, 1, 3", "2, 3, 1", "3, 1, 2", "3, 2, 1"})
    void chacunSeDefaitSansLesAutresDansNImporteQuelOrdre(int un, int deux, int trois) throws Exception {
        for (boolean aussiAuPrincipal : List.of(true, false)) {
            installer();
            partager(aussiAuPrincipal);
            List<String> avant = etat();
            Invariants invariants = Invariants.depuis(base);
            atelier.regrouper(demandeur, lot());
            invariants.verifier();
            for (int rang : List.of(un, deux, trois)) {
                atelier.oppositions.opposer(lien("c.durand" + rang + "@exemple.fr"), "192.0.2.7");
                invariants.verifier();
                assertThat(liensDe(autres.get(rang - 1)))
                        .as("le compte rouvert retrouve les siens")
                        .isEqualTo(avant.stream()
                                .filter(l -> l.startsWith(autres.get(rang - 1) + "|"))
                                .toList());
            }
            assertThat(etat()).as("principal %s", aussiAuPrincipal).isEqualTo(avant);
        }
    }

    /** Ce que l'établissement a changé depuis reste au compte qui le garde. */
    @Test
    void unLienChangeDepuisResteCeQuIlEstAuPrincipal() throws Exception {
        partager(false);
        atelier.regrouper(demandeur, lot());
        base.executer("UPDATE rattachement SET niveau = 3, lien = 90 WHERE responsable_id = " + principal);
        atelier.oppositions.opposer(lien("c.durand1@exemple.fr"), "192.0.2.7");
        assertThat(base.lire("SELECT niveau, lien FROM rattachement WHERE responsable_id = " + principal))
                .containsExactly("3|90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "0", "x.y_z", "' OR 1=1", ".11111111-2222-3333-4444-555555555555_0"})
    void refuseCeQuiNeVientDAucunePage(String vue) {
        UUID lot = lot();
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
    }

    private void partager(boolean aussiAuPrincipal) {
        long dylan = familles.eleve("Dylan");
        if (aussiAuPrincipal) {
            familles.lier(principal, dylan, 3, 39, "ACTIF");
        }
        familles.lier(autres.get(0), dylan, 2, 38, "ACTIF");
        familles.lier(autres.get(1), dylan, 1, 10, "CONTESTE");
        familles.lier(autres.get(2), dylan, 2, 20, "ACTIF");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
        demandeur = Atelier.demandeur(principal, "c.durand", familles.session("c.durand"));
    }

    private UUID lot() {
        return DemandesDEssai.ouvrirUnLot(atelier, demandeur, autres.get(0), autres.get(1), autres.get(2));
    }

    private List<String> etat() {
        return base.lire("SELECT responsable_id, eleve_id, id, niveau, lien, etat, origine, depuis FROM rattachement"
                + " ORDER BY responsable_id, eleve_id");
    }

    private List<String> liensDe(long compte) {
        return etat().stream().filter(l -> l.startsWith(compte + "|")).toList();
    }

    private String courriel(String adresse) {
        return base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse + "' ORDER BY id DESC LIMIT 1")
                .get(0);
    }

    private String lien(String adresse) {
        Matcher trouve = JETON.matcher(base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse
                        + "' AND texte LIKE '%opposition?jeton=%' ORDER BY id DESC LIMIT 1")
                .get(0));
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }

    private static void change(List<String> nommes, ThrowingCallable appel) {
        assertThatThrownBy(appel).asInstanceOf(type(RegroupementRefuse.class)).satisfies(refus -> {
            assertThat(refus.code()).isEqualTo(RefusRegroupement.COMPTES_CHANGES);
            assertThat(refus.changes()).isEqualTo(nommes);
        });
    }

    private static void refuse(RefusRegroupement code, ThrowingCallable appel) {
        assertThatThrownBy(appel)
                .asInstanceOf(type(RegroupementRefuse.class))
                .satisfies(refus -> assertThat(refus.code()).isEqualTo(code));
    }
}
