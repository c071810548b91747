package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'adresse mail et le portable que garde le compte qui reste : confirmés, prévenus, et rendus si le regroupement se défait. */
@Tag("fuseau")
class ChoixDesCoordonneesTest {

    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private long reste;
    private long ferme;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        reste = familles.actif("c.durand");
        ferme = familles.actif("c.durand1");
        familles.lier(reste, familles.eleve("Dylan"));
        familles.lier(ferme, familles.eleve("Florian"));
        base.executer(
                "UPDATE responsable SET mail_confirme_le = '2026-01-02 03:04:05.678', telephone_portable = '+33611111111',"
                        + " telephone_confirme_le = '2026-01-02', telephone_saisi_le = '2026-01-02' WHERE id = "
                        + reste,
                "UPDATE responsable SET mail_confirme_le = '2026-02-03 04:05:06.789', telephone_portable = '+33622222222',"
                        + " telephone_confirme_le = '2026-02-03', telephone_saisi_le = '2026-02-03' WHERE id = "
                        + ferme);
        demandeur = Atelier.demandeur(reste, "c.durand", familles.session("c.durand"));
    }

    @Test
    void laPageMontreCeQuiResteEtCeQuiSOffre() throws Exception {
        Apercu.Coordonnees offertes =
                atelier.regroupements.apercu(demandeur, lot()).coordonnees();
        assertThat(offertes.mails())
                .extracting(Apercu.Coordonnee::texte)
                .containsExactly("c.durand@exemple.fr", "c.durand1@exemple.fr");
        assertThat(offertes.portables())
                .extracting(Apercu.Coordonnee::texte)
                .containsExactly("06\u00a011\u00a011\u00a011\u00a011", "06\u00a022\u00a022\u00a022\u00a022");
    }

    @Test
    void sansChoixRienNeChange() throws Exception {
        UUID lot = lot();
        List<String> avant = coordonnees(reste);
        atelier.regrouper(demandeur, lot);
        assertThat(coordonnees(reste)).isEqualTo(avant);
        assertThat(base.compter("SELECT COUNT(*) FROM opposition WHERE acte = 'MAIL'"))
                .isZero();
    }

    @Test
    void lAdresseChoisieVientAvecSaMarqueEtLAncienneEstPrevenue() throws Exception {
        UUID lot = lot();
        confirmer(lot, new CoordonneesGardees(lot, null));
        assertThat(base.lire("SELECT mail, mail_confirme_le, telephone_portable FROM responsable WHERE id = " + reste))
                .containsExactly("c.durand1@exemple.fr|2026-02-03 04:05:06.789000|+33611111111");
        assertThat(courriels("c.durand@exemple.fr"))
                .anyMatch(texte -> texte.contains("Une autre adresse mail a été demandée pour votre compte c.durand")
                        && texte.contains("c.durand1@exemple.fr"));
        assertThat(atelier.avis.adressePourUnLien(reste))
                .as("pendant 72 heures, l'ancienne fait foi")
                .contains("c.durand@exemple.fr");
        assertThat(base.lire(
                        "SELECT JSON_VALUE(details, '$.avant'), JSON_VALUE(details, '$.apres'), acteur FROM journal"
                                + " WHERE action = 'MAIL_CONFIRME' AND responsable_id = " + reste))
                .containsExactly("c.durand@exemple.fr|c.durand1@exemple.fr|c.durand");
        assertThat(base.compter(
                        "SELECT COUNT(*) FROM evenement WHERE type = 'COMPTE_MODIFIE' AND responsable_id = " + reste))
                .isEqualTo(1);
    }

    /** Un portable ne s'ajoute sans opposition possible qu'à lui-même : celui-ci est nouveau sur ce compte. */
    @Test
    void lePortableChoisiNeProuveQuAuBoutDe72Heures() throws Exception {
        UUID lot = lot();
        confirmer(lot, new CoordonneesGardees(null, lot));
        assertThat(base.lire("SELECT telephone_portable, telephone_confirme_le > '2026-02-03', mail FROM responsable"
                        + " WHERE id = " + reste))
                .containsExactly("+33622222222|1|c.durand@exemple.fr");
        assertThat(courriels("c.durand@exemple.fr")).anyMatch(texte -> texte.contains("Dans trois jours"));
    }

    @Test
    void lOppositionAuRegroupementRendLesCoordonneesDAvant() throws Exception {
        UUID lot = lot();
        List<String> avant = coordonnees(reste);
        List<String> delAutre = coordonnees(ferme);
        Invariants invariants = Invariants.depuis(base);
        confirmer(lot, new CoordonneesGardees(lot, lot));
        atelier.oppositions.opposer(lien("c.durand1@exemple.fr", "a été regroupé"), "192.0.2.7");
        invariants.verifier();
        assertThat(coordonnees(reste)).isEqualTo(avant);
        assertThat(coordonnees(ferme)).isEqualTo(delAutre);
        assertThat(base.compter("SELECT COUNT(*) FROM opposition WHERE acte = 'MAIL' AND close_le IS NULL"))
                .as("il n'y a plus à s'opposer à l'adresse")
                .isZero();
    }

    @Test
    void ceQueLeTitulaireAChangeDepuisReste() throws Exception {
        UUID lot = lot();
        confirmer(lot, new CoordonneesGardees(lot, lot));
        base.executer(
                "UPDATE responsable SET mail = 'neuve@exemple.fr', telephone_portable = '+33633333333' WHERE id = "
                        + reste);
        atelier.oppositions.opposer(lien("c.durand1@exemple.fr", "a été regroupé"), "192.0.2.7");
        assertThat(base.lire("SELECT mail, telephone_portable FROM responsable WHERE id = " + reste))
                .containsExactly("neuve@exemple.fr|+33633333333");
    }

    @Test
    void lAncienneAdresseSOpposeEtRevient() throws Exception {
        UUID lot = lot();
        confirmer(lot, new CoordonneesGardees(lot, null));
        atelier.oppositions.opposer(lien("c.durand@exemple.fr", "Une autre adresse mail"), "192.0.2.7");
        assertThat(base.lire("SELECT mail, mail_confirme_le FROM responsable WHERE id = " + reste))
                .containsExactly("c.durand@exemple.fr|2026-01-02 03:04:05.678000");
        atelier.oppositions.opposer(lien("c.durand1@exemple.fr", "a été regroupé"), "192.0.2.7");
        assertThat(base.lire("SELECT mail, mail_confirme_le FROM responsable WHERE id = " + reste))
                .containsExactly("c.durand@exemple.fr|2026-01-02 03:04:05.678000");
    }

    @Test
    void uneAdresseNonConfirmeeOuContestableNeSOffrePas() throws Exception {
        base.executer(
                "UPDATE responsable SET mail_confirme_le = NULL, telephone_confirme_le = NULL WHERE id = " + ferme);
        UUID lot = lot();
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.coordonnees().choixDuMail()).isFalse();
        assertThat(apercu.coordonnees().choixDuPortable()).isFalse();
        var avant = Invariants.photographie(base);
        impossible(lot, new CoordonneesGardees(lot, null));
        impossible(lot, new CoordonneesGardees(null, lot));
        impossible(lot, new CoordonneesGardees(UUID.randomUUID(), null));
        assertThat(Invariants.photographie(base)).isEqualTo(avant);

        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) WHERE id = " + ferme,
                "INSERT INTO opposition (acte, responsable_id, avant, cree_le, expire_le) VALUES ('MAIL', " + ferme
                        + ", '{\"mail\": \"ancienne@exemple.fr\", \"confirmeLe\": \"2026-01-01\"}', UTC_TIMESTAMP(3),"
                        + " UTC_TIMESTAMP(3) + INTERVAL 3 DAY)");
        assertThat(atelier.regroupements.apercu(demandeur, lot).coordonnees().choixDuMail())
                .as("son ancienne adresse peut encore la faire retirer")
                .isFalse();
    }

    @Test
    void celleDUnCompteProuveParUnCourrierNeSeLitPas() throws Exception {
        base.executer("UPDATE responsable SET provisoire_expire_le = '2099-12-31' WHERE id = " + ferme);
        UUID lot = atelier.preuves.prouverParCourrier(demandeur, ferme);
        Apercu.Coordonnees offertes =
                atelier.regroupements.apercu(demandeur, lot).coordonnees();
        assertThat(offertes.mails().get(1).texte()).isEqualTo("c…@exemple.fr");
        assertThat(offertes.portables().get(1).texte()).isEqualTo("…\u00a022");
    }

    @Test
    void changerDeCoordonneeVeutUnePreuveFraiche() throws Exception {
        UUID lot = lot();
        Demandeur ancien = new Demandeur(
                reste, demandeur.identifiant(), demandeur.sessionId(), "192.0.2.1", Niveau.MOT_DE_PASSE, null);
        String vue = atelier.vue(ancien, lot);
        for (CoordonneesGardees choix : List.of(new CoordonneesGardees(lot, null), new CoordonneesGardees(null, lot))) {
            assertThatThrownBy(() -> atelier.regroupements.confirmer(ancien, lot, vue, choix))
                    .isInstanceOf(PreuveInsuffisante.class);
        }
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
        atelier.regroupements.confirmer(ancien, lot, vue);
    }

    @Test
    void uneAdresseChangeeDepuisLaPageEstRefuseeEtRemontree() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        base.executer("UPDATE responsable SET mail = 'autre@exemple.fr', version = version + 1 WHERE id = " + ferme);
        assertThatThrownBy(
                        () -> atelier.regroupements.confirmer(demandeur, lot, vue, new CoordonneesGardees(lot, null)))
                .asInstanceOf(type(RegroupementRefuse.class))
                .satisfies(refus -> assertThat(refus.code()).isEqualTo(RefusRegroupement.COMPTES_CHANGES));
    }

    /** L'échange et le choix ensemble : le compte connecté se ferme, et laisse son adresse à celui qui reste. */
    @Test
    void leCompteConnecteQuiSeFermeLaisseLesSiennes() throws Exception {
        UUID lot = lot();
        atelier.echanges.garder(demandeur, lot, lot);
        List<String> avant = coordonnees(ferme);
        Invariants invariants = Invariants.depuis(base);
        confirmer(lot, new CoordonneesGardees(lot, lot));
        invariants.verifier();
        assertThat(base.lire("SELECT mail, mail_confirme_le, telephone_portable FROM responsable WHERE id = " + ferme))
                .containsExactly("c.durand@exemple.fr|2026-01-02 03:04:05.678000|+33611111111");
        atelier.oppositions.opposer(lien("c.durand@exemple.fr", "a été regroupé"), "192.0.2.7");
        invariants.verifier();
        assertThat(coordonnees(ferme)).isEqualTo(avant);
    }

    @Test
    void deuxFoisNeChangeRienDePlus() throws Exception {
        UUID lot = lot();
        String vue = atelier.vue(demandeur, lot);
        CoordonneesGardees choix = new CoordonneesGardees(lot, lot);
        atelier.regroupements.confirmer(demandeur, lot, vue, choix);
        var apres = Invariants.photographie(base);
        atelier.regroupements.confirmer(demandeur, lot, vue, choix);
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    private UUID lot() {
        return DemandesDEssai.ouvrir(atelier, demandeur, ferme);
    }

    private void confirmer(UUID lot, CoordonneesGardees choix) throws RegroupementRefuse {
        atelier.regroupements.confirmer(demandeur, lot, atelier.vue(demandeur, lot), choix);
    }

    private void impossible(UUID lot, CoordonneesGardees choix) {
        assertThatThrownBy(() -> confirmer(lot, choix))
                .asInstanceOf(type(RegroupementRefuse.class))
                .satisfies(refus -> assertThat(refus.code()).isEqualTo(RefusRegroupement.COORDONNEE_IMPOSSIBLE));
    }

    private List<String> coordonnees(long compte) {
        return base.lire("SELECT mail, mail_confirme_le, telephone_portable, telephone_saisi_le, telephone_confirme_le"
                + " FROM responsable WHERE id = " + compte);
    }

    private List<String> courriels(String adresse) {
        return base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse + "' ORDER BY id");
    }

    private String lien(String adresse, String sujet) {
        Matcher trouve = JETON.matcher(courriels(adresse).stream()
                .filter(texte -> texte.contains(sujet))
                .reduce((un, autre) -> autre)
                .orElseThrow());
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }
}
