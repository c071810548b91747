package fr.academie.teleservices.regroupement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.journal.Profil;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le compte connecté se ferme, un autre reste : prouvé par son propre mot de passe choisi, et lui seul. */
@Tag("fuseau")
class EchangeDuCompteQuiResteTest {

    private static final Pattern JETON = Pattern.compile("opposition\\?jeton=([A-Za-z0-9_-]{43})");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());

    private long connecte;
    private long autre;
    private long tiers;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        connecte = familles.actif("c.durand");
        autre = familles.actif("c.durand1");
        tiers = familles.actif("c.durand2");
        familles.lier(connecte, familles.eleve("Dylan"));
        familles.lier(autre, familles.eleve("Florian"));
        familles.lier(tiers, familles.eleve("Inès"));
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY");
        demandeur = frais(familles.session("c.durand"));
    }

    @Test
    void leCompteConnecteSeFermeEtLAutreReste() throws Exception {
        UUID lot = lot(autre);
        garder(lot, autre);
        Invariants invariants = Invariants.depuis(base);
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.principal().id()).isEqualTo(autre);
        assertThat(apercu.fermes()).extracting(Identifiant::valeur).containsExactly("c.durand");
        assertThat(Objects.requireNonNull(apercu.connecteFerme()).id()).isEqualTo(connecte);
        assertThat(apercu.apres()).extracting(e -> e.enfant().eleve().prenom()).containsExactly("Dylan", "Florian");

        assertThat(atelier.regroupements.confirmer(demandeur, lot, apercu.vue()))
                .as("le compte connecté s'est fermé")
                .isTrue();

        invariants.verifier();
        assertThat(base.lire("SELECT principal_id, secondaire_id, fait_par FROM regroupement"))
                .containsExactly(autre + "|" + connecte + "|c.durand");
        assertThat(etats()).containsExactly("FERME", "ACTIF", "ACTIF");
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE identifiant = 'c.durand' AND finie_le IS"
                        + " NULL"))
                .as("ses sessions sont finies")
                .isZero();
        assertThat(base.lire("SELECT responsable_id, action, acteur FROM journal WHERE action IN ('REGROUPEMENT',"
                        + " 'FERMETURE') ORDER BY action"))
                .containsExactly(connecte + "|FERMETURE|c.durand", autre + "|REGROUPEMENT|c.durand");
    }

    @Test
    void deuxFoisTrouveLeMemeResultat() throws Exception {
        UUID lot = lot(autre);
        garder(lot, autre);
        String vue = atelier.vue(demandeur, lot);
        assertThat(atelier.regroupements.confirmer(demandeur, lot, vue)).isTrue();
        var apres = Invariants.photographie(base);
        assertThat(atelier.regroupements.confirmer(demandeur, lot, vue)).isTrue();
        assertThat(Invariants.photographie(base)).isEqualTo(apres);
    }

    @Test
    void laSessionFinieEtElleSeuleApprendAvecQuoiSeConnecter() throws Exception {
        UUID lot = lot(autre, tiers);
        garder(lot, autre);
        assertThat(atelier.regroupements.faitAvantDeFermer(session(demandeur), lot))
                .as("rien n'est fait")
                .isEmpty();
        atelier.regrouper(demandeur, lot);
        RegroupementFait fait =
                atelier.regroupements.faitAvantDeFermer(session(demandeur), lot).orElseThrow();
        assertThat(fait.reste().valeur()).isEqualTo("c.durand1");
        assertThat(fait.fermes()).extracting(Identifiant::valeur).containsExactly("c.durand", "c.durand2");
        assertThat(fait.enfants()).as("la session est finie").isEmpty();
        assertThat(atelier.regroupements.faitAvantDeFermer(session(frais(demandeur.sessionId() + 1)), lot))
                .as("une autre session du même compte")
                .isEmpty();
        Demandeur intrus = Atelier.demandeur(tiers, "c.durand2", demandeur.sessionId());
        assertThat(atelier.regroupements.faitAvantDeFermer(session(intrus), lot))
                .isEmpty();
        assertThat(atelier.regroupements.enregistres(autre))
                .as("l'accusé de celui qui reste dit tout le lot")
                .extracting(r -> r.secondaire().valeur())
                .containsExactly("c.durand", "c.durand2");
    }

    @Test
    void onRevientSurSonChoix() throws Exception {
        UUID lot = lot(autre, tiers);
        garder(lot, autre);
        garder(lot, tiers);
        assertThat(atelier.regroupements.apercu(demandeur, lot).principal().id())
                .isEqualTo(tiers);
        atelier.echanges.garder(demandeur, lot, null);
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.principal().id()).isEqualTo(connecte);
        assertThat(apercu.connecteFerme()).isNull();
        assertThat(atelier.regroupements.confirmer(demandeur, lot, apercu.vue()))
                .isFalse();
        assertThat(etats()).containsExactly("ACTIF", "FERME", "FERME");
    }

    @Test
    void unCompteProuveParSonCourrierNePeutPasRester() throws Exception {
        long cree = familles.cree("c.durand3");
        familles.lier(cree, familles.eleve("Noé"));
        UUID lot = atelier.preuves.prouverParCourrier(demandeur, cree);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> garder(lot, cree));
        assertThat(atelier.regroupements.apercu(demandeur, lot).autres())
                .extracting(Apercu.Autre::gardable)
                .containsExactly(false);
    }

    @Test
    void unMotDePasseDeCourrierTapeNonPlus() throws Exception {
        base.executer("UPDATE responsable SET provisoire_expire_le = '2099-12-31' WHERE id = " + autre);
        UUID lot = atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> garder(lot, autre));
        base.executer("UPDATE responsable SET provisoire_expire_le = NULL WHERE id = " + autre);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> garder(lot, autre));
    }

    @Test
    void unMotDePasseChoisiQuiGardeLaPorteeDUnCourrierNonPlus() throws Exception {
        base.executer("INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante,"
                + " titulaire, avisee) VALUES (" + autre + ", '" + Familles.UAI + "', '" + Familles.ARGON2
                + "', 'agent', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 90 DAY, 1, 1, 0)");
        UUID lot = atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> garder(lot, autre));
    }

    @Test
    void siSonMotDePasseChangeLeCompteConnecteReste() throws Exception {
        UUID lot = atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE);
        garder(lot, autre);
        String vue = atelier.vue(demandeur, lot);
        Compte compte = atelier.comptes.parId(autre).orElseThrow();
        atelier.transactions.executer(() -> atelier.comptes.changerMotDePasse(compte, Familles.ARGON2 + "x"));
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        assertThat(atelier.regroupements.apercu(demandeur, lot).principal().id())
                .isEqualTo(connecte);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> garder(lot, autre));
    }

    @Test
    void laPreuvePerimeeRendSaPlaceAuCompteConnecte() throws Exception {
        UUID lot = atelier.preuves.prouver(demandeur, "c.durand1", Familles.MOT_DE_PASSE);
        garder(lot, autre);
        atelier.horloge.avancer(Duration.ofMinutes(6));
        atelier.preuves.prouver(demandeur, "c.durand2", Familles.MOT_DE_PASSE, lot);
        String vue = atelier.vue(demandeur, lot);
        atelier.horloge.avancer(Duration.ofMinutes(5));
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.principal().id()).isEqualTo(connecte);
        assertThat(apercu.ecartes()).extracting(e -> e.identifiant().valeur()).containsExactly("c.durand1");
    }

    /** Un onglet a échangé ; l'autre confirme ce qu'il montrait, qui n'est plus. */
    @Test
    void lOngletQuiMontraitLInverseNeFaitRien() throws Exception {
        UUID lot = lot(autre);
        String vue = atelier.vue(demandeur, lot);
        garder(lot, autre);
        var avant = Invariants.photographie(base);
        refuse(RefusRegroupement.COMPTES_CHANGES, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    @Test
    void sansPreuveFraicheNiLEchangeNiLaValidation() throws Exception {
        UUID lot = lot(autre);
        Demandeur ancien = new Demandeur(
                connecte, identifiant(connecte), demandeur.sessionId(), "192.0.2.1", Niveau.MOT_DE_PASSE, null);
        insuffisante(() -> atelier.echanges.garder(ancien, lot, demande(lot, autre)));
        assertThat(atelier.regroupements.apercu(ancien, lot).principal().id()).isEqualTo(connecte);
        garder(lot, autre);
        String vue = atelier.vue(ancien, lot);
        var avant = Invariants.photographie(base);
        insuffisante(() -> atelier.regroupements.confirmer(ancien, lot, vue));
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        atelier.echanges.garder(ancien, lot, null);
    }

    @Test
    void nulNEchangeDansLeLotDUnAutreNiCeQuiNEnEstPas() throws Exception {
        UUID lot = lot(autre);
        UUID ailleurs = lot(tiers);
        refuse(RefusRegroupement.RESTE_IMPOSSIBLE, () -> atelier.echanges.garder(demandeur, lot, ailleurs));
        Demandeur autreSession = frais(familles.session("c.durand"));
        refuse(
                RefusRegroupement.DEMANDE_PERIMEE,
                () -> atelier.echanges.garder(autreSession, lot, demande(lot, autre)));
        Demandeur intrus = new Demandeur(
                tiers, identifiant(tiers), demandeur.sessionId(), demandeur.adresse(), Niveau.FRAIS, null);
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.echanges.garder(intrus, lot, lot));
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement WHERE reste"))
                .isZero();
        atelier.regrouper(demandeur, lot);
        refuse(RefusRegroupement.DEMANDE_PERIMEE, () -> atelier.echanges.garder(demandeur, lot, lot));
    }

    /** Son nom va avec celui du compte connecté, pas avec celui du compte qui reste. */
    @Test
    void celuiDontLeNomNEstPasCeluiDuCompteQuiResteEstNomme() throws Exception {
        base.executer(
                "UPDATE responsable SET nom_famille = 'DURAND', nom_usage = 'MARTIN' WHERE id = " + connecte,
                "UPDATE responsable SET nom_famille = 'DURAND', nom_usage = NULL WHERE id = " + autre,
                "UPDATE responsable SET nom_famille = 'MARTIN', nom_usage = NULL WHERE id = " + tiers);
        UUID lot = lot(autre, tiers);
        garder(lot, autre);
        Apercu apercu = atelier.regroupements.apercu(demandeur, lot);
        assertThat(apercu.fermes()).extracting(Identifiant::valeur).containsExactly("c.durand");
        assertThat(apercu.ecartes())
                .extracting(e -> e.identifiant().valeur() + " " + e.raison())
                .containsExactly("c.durand2 IDENTITE_DIFFERENTE");
    }

    @Test
    void leCompteGardeQuiSeFermeAilleursNEstPasPrisPourLeSien() throws Exception {
        UUID lot = lot(autre);
        garder(lot, autre);
        String vue = atelier.vue(demandeur, lot);
        DemandesDEssai.regrouper(atelier, tiers, autre);
        refuse(RefusRegroupement.DEJA_REGROUPE, () -> atelier.regroupements.confirmer(demandeur, lot, vue));
        assertThat(etats()).containsExactly("ACTIF", "FERME", "ACTIF");
    }

    @Test
    void chaqueTitulaireEstPrevenuEtLOppositionRendToutALIdentique() throws Exception {
        UUID lot = lot(autre, tiers);
        garder(lot, autre);
        List<String> avant = liens();
        Invariants invariants = Invariants.depuis(base);
        atelier.regrouper(demandeur, lot);
        assertThat(courriel("c.durand1@exemple.fr")).contains("Le compte c.durand1 reste", "- c.durand\n- c.durand2");
        assertThat(courriel("c.durand@exemple.fr"))
                .contains("votre compte c.durand a été regroupé avec le compte c.durand1");
        atelier.oppositions.opposer(lien("c.durand@exemple.fr"), "192.0.2.7");
        invariants.verifier();
        atelier.oppositions.opposer(lien("c.durand2@exemple.fr"), "192.0.2.7");
        invariants.verifier();
        assertThat(liens()).isEqualTo(avant);
        assertThat(etats()).containsExactly("ACTIF", "ACTIF", "ACTIF");
        assertThat(atelier.regroupements.faitAvantDeFermer(session(demandeur), lot))
                .as("le compte est rouvert")
                .isEmpty();
    }

    @Test
    void unCourrierRejointLesComptesDejaProuves() throws Exception {
        long cree = familles.cree("c.durand3");
        UUID lot = lot(autre, tiers);
        assertThat(atelier.preuves.prouverParCourrier(demandeur, cree)).isEqualTo(lot);
        assertThat(atelier.preuves.prouverParCourrier(demandeur, cree))
                .as("une seconde fois")
                .isEqualTo(lot);
        assertThat(atelier.regroupements.prouves(demandeur, lot))
                .extracting(Identifiant::valeur)
                .containsExactly("c.durand1", "c.durand2", "c.durand3");
        assertThat(atelier.preuves.prouverParCourrier(frais(familles.session("c.durand")), cree))
                .as("dans une autre session")
                .isNotEqualTo(lot);
    }

    @Test
    void unCourrierDeTropEstRefuseEtUnLotFaitNEnAccueillePlus() throws Exception {
        long[] six = new long[RegroupementService.AU_PLUS];
        for (int rang = 0; rang < six.length; rang++) {
            six[rang] = familles.actif("six" + rang);
        }
        long cree = familles.cree("c.durand3");
        UUID lot = lot(six);
        refuse(RefusRegroupement.TROP_DE_COMPTES, () -> atelier.preuves.prouverParCourrier(demandeur, cree));
        atelier.regrouper(demandeur, lot);
        UUID suivant = atelier.preuves.prouverParCourrier(demandeur, cree);
        assertThat(atelier.regroupements.prouves(demandeur, suivant)).hasSize(1);
        atelier.horloge.avancer(Duration.ofMinutes(11));
        assertThat(atelier.preuves.prouverParCourrier(demandeur, cree))
                .as("plus aucune preuve ne vaut")
                .isNotEqualTo(suivant);
    }

    private UUID lot(long... comptes) {
        return DemandesDEssai.ouvrirUnLot(atelier, demandeur, comptes);
    }

    private void garder(UUID lot, long compte) throws RegroupementRefuse {
        atelier.echanges.garder(demandeur, lot, demande(lot, compte));
    }

    private @Nullable UUID demande(UUID lot, long compte) {
        return atelier
                .transactions
                .mapper(RegroupementMapper.class)
                .demandes(lot, connecte, atelier.horloge.instant())
                .stream()
                .filter(d -> d.secondaireId() == compte)
                .map(DemandeDeRegroupement::jeton)
                .findFirst()
                .orElseThrow();
    }

    private Demandeur frais(long session) {
        return new Demandeur(connecte, identifiant(connecte), session, "192.0.2.1", Niveau.FRAIS, null);
    }

    private Identifiant identifiant(long compte) {
        return atelier.comptes.parId(compte).orElseThrow().identifiant();
    }

    private static SessionUtilisateur session(Demandeur demandeur) {
        return new SessionUtilisateur(demandeur.sessionId(), demandeur.identifiant(), Profil.RESPONSABLE, null);
    }

    private List<String> etats() {
        return base.lire("SELECT etat FROM responsable WHERE id IN (" + connecte + ", " + autre + ", " + tiers
                + ") ORDER BY id");
    }

    private List<String> liens() {
        return base.lire("SELECT responsable_id, eleve_id, niveau, lien, etat FROM rattachement ORDER BY 1, 2");
    }

    private String courriel(String adresse) {
        return base.lire("SELECT texte FROM courriel WHERE destinataire = '" + adresse + "' ORDER BY id LIMIT 1")
                .get(0);
    }

    private String lien(String adresse) {
        Matcher trouve = JETON.matcher(courriel(adresse));
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }

    private static void insuffisante(ThrowingCallable appel) {
        assertThatThrownBy(appel)
                .asInstanceOf(type(PreuveInsuffisante.class))
                .satisfies(e -> assertThat(e.acte()).isEqualTo(Acte.CHANGER_LE_COMPTE_QUI_RESTE));
    }

    private static void refuse(RefusRegroupement code, ThrowingCallable appel) {
        assertThatThrownBy(appel)
                .asInstanceOf(type(RegroupementRefuse.class))
                .satisfies(refus -> assertThat(refus.code()).isEqualTo(code));
    }
}
