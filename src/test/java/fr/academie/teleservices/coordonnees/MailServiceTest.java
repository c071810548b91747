package fr.academie.teleservices.coordonnees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.OppositionService;
import fr.academie.teleservices.opposition.RefusOpposition;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'adresse mail attend sa confirmation ; l'ancienne peut s'y opposer. */
@Tag("fuseau")
class MailServiceTest {

    private static final String APPLICATION = "https://exemple.fr/teleservices";
    private static final String NOUVELLE = "nouvelle@exemple.fr";
    private static final String ANCIENNE = "cristelle.durand@exemple.fr";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final MailService mails = atelier.mails;
    private final OppositionService oppositions = atelier.oppositions;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        demandeur = parent("cristelle.durand");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3)");
    }

    @Test
    void lAdresseChangeQuandLeCodeEstDonneEtPasAvant() throws Exception {
        mails.demander(demandeur, "  Nouvelle@EXEMPLE.fr ", APPLICATION);
        assertThat(adresse()).isEqualTo(ANCIENNE);
        assertThat(mails.enAttente(demandeur)).contains("Nouvelle@exemple.fr");

        String code = code();
        mails.confirmer(demandeur, " " + code.substring(0, 3) + " " + code.substring(3));

        assertThat(adresse()).isEqualTo("Nouvelle@exemple.fr");
        assertThat(mails.estConfirme(demandeur)).isTrue();
        assertThat(mails.enAttente(demandeur)).isEmpty();
        assertThat(base.lire(
                        "SELECT action, JSON_VALUE(details, '$.avant'), JSON_VALUE(details, '$.apres') FROM journal"
                                + " ORDER BY id"))
                .isEqualTo(List.of(
                        "MAIL_DEMANDE|∅|Nouvelle@exemple.fr", "MAIL_CONFIRME|" + ANCIENNE + "|Nouvelle@exemple.fr"));
        assertThat(base.lire("SELECT type, JSON_VALUE(charge, '$.champs[0]') FROM evenement"))
                .isEqualTo(List.of("COMPTE_MODIFIE|MAIL"));
        refuse(RefusDeCoordonnee.RIEN_EN_ATTENTE, () -> mails.confirmer(demandeur, code));
    }

    @Test
    void leLienConfirmeUneFois() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String lien = jeton("confirmer");
        assertThat(mails.aConfirmer(lien)).contains(new ChangementDeMail("cristelle.durand", ANCIENNE, NOUVELLE));
        mails.confirmerParLien(lien, "127.0.0.1");
        assertThat(adresse()).isEqualTo(NOUVELLE);
        assertThat(mails.aConfirmer(lien)).isEmpty();
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmerParLien(lien, "127.0.0.1"));
    }

    @Test
    void laBaseNeConnaitNiLeCodeNiLesLiens() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        assertThat(String.join("", base.lire("SELECT * FROM mail_en_attente")))
                .doesNotContain(code(), jeton("confirmer"))
                .contains("{argon2}");
        assertThat(String.join("", base.lire("SELECT * FROM opposition_lien"))).doesNotContain(jeton("opposition"));
    }

    @Test
    void cinqCodesFauxFontDemanderUnNouveau() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String code = code();
        String faux = "000000".equals(code) ? "111111" : "000000";
        for (int restent = 4; restent > 0; restent--) {
            int attendu = restent;
            assertThatThrownBy(() -> mails.confirmer(demandeur, faux))
                    .isInstanceOfSatisfying(CoordonneeRefusee.class, refus -> {
                        assertThat(refus.code()).isEqualTo(RefusDeCoordonnee.CODE_FAUX);
                        assertThat(refus.nombre()).isEqualTo(attendu);
                    });
        }
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmer(demandeur, faux));
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmer(demandeur, code));
        assertThat(adresse()).isEqualTo(ANCIENNE);

        atelier.horloge.avancer(Duration.ofMinutes(1));
        mails.renvoyer(demandeur, APPLICATION);
        mails.confirmer(demandeur, code());
        assertThat(adresse()).isEqualTo(NOUVELLE);
    }

    @Test
    void unNouveauCodeAttendUneMinuteEtRemplaceLePrecedent() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String premier = code();
        String premierLien = jeton("confirmer");
        refuse(RefusDeCoordonnee.TROP_TOT, () -> mails.renvoyer(demandeur, APPLICATION));
        atelier.horloge.avancer(Duration.ofMinutes(1));
        mails.renvoyer(demandeur, APPLICATION);
        assertThat(mails.aConfirmer(premierLien)).isEmpty();
        if (!premier.equals(code())) {
            refuse(RefusDeCoordonnee.CODE_FAUX, () -> mails.confirmer(demandeur, premier));
        }
        assertThat(base.compter("SELECT COUNT(*) FROM opposition"))
                .as("l'ancienne adresse n'est prévenue qu'une fois")
                .isEqualTo(1);
    }

    @Test
    void lesEnvoisSontComptes() throws Exception {
        for (int i = 0; i < 5; i++) {
            mails.demander(demandeur, "adresse" + i + "@exemple.fr", APPLICATION);
        }
        refuse(RefusDeCoordonnee.TROP_D_ENVOIS, () -> mails.demander(demandeur, "encore@exemple.fr", APPLICATION));
    }

    /** Une boîte qui n'est peut-être pas la sienne ne se remplit pas, même lentement. */
    @Test
    void dixCodesParJourAuPlusVontAUneMemeBoiteDUnMemeCompte() throws Exception {
        for (int i = 0; i < 10; i++) {
            mails.demander(demandeur, NOUVELLE, APPLICATION);
            atelier.horloge.avancer(Duration.ofMinutes(16));
        }
        assertThatThrownBy(() -> mails.demander(demandeur, NOUVELLE, APPLICATION))
                .isInstanceOfSatisfying(CoordonneeRefusee.class, refus -> {
                    assertThat(refus.code()).isEqualTo(RefusDeCoordonnee.TROP_D_ENVOIS);
                    assertThat(refus.attente())
                            .isNotNull()
                            .satisfies(attente -> assertThat(attente.minutes()).isGreaterThan(60));
                });
        mails.demander(demandeur, "autre@exemple.fr", APPLICATION);
    }

    /** Un nouveau code rend cinq essais : sans borne sur le jour, un million de codes finirait par se deviner. */
    @Test
    void quinzeCodesFauxParJourAuPlusDUnMessageALAutre() throws Exception {
        for (int i = 0; i < 3; i++) {
            mails.demander(demandeur, NOUVELLE, APPLICATION);
            String faux = "000000".equals(code()) ? "111111" : "000000";
            for (int j = 0; j < 5; j++) {
                assertThatThrownBy(() -> mails.confirmer(demandeur, faux)).isInstanceOf(CoordonneeRefusee.class);
            }
            atelier.horloge.avancer(Duration.ofMinutes(16));
        }
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        refuse(RefusDeCoordonnee.TROP_D_ESSAIS, () -> mails.confirmer(demandeur, code()));
        atelier.horloge.avancer(Duration.ofDays(1));
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        mails.confirmer(demandeur, code());
        assertThat(adresse()).isEqualTo(NOUVELLE);
    }

    @Test
    void leCodeEtLeLienExpirentApresTrenteMinutes() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String code = code();
        String lien = jeton("confirmer");
        atelier.horloge.avancer(Duration.ofMinutes(30));
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmer(demandeur, code));
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmerParLien(lien, "127.0.0.1"));
        assertThat(adresse()).isEqualTo(ANCIENNE);
    }

    @Test
    void leCodeDUnAutreCompteNeVautRien() throws Exception {
        Demandeur autre = parent("nadia.benali");
        mails.demander(autre, NOUVELLE, APPLICATION);
        String sien = code();
        refuse(RefusDeCoordonnee.RIEN_EN_ATTENTE, () -> mails.confirmer(demandeur, sien));
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        if (!sien.equals(code())) {
            refuse(RefusDeCoordonnee.CODE_FAUX, () -> mails.confirmer(demandeur, sien));
        }
    }

    @Test
    void plusieursComptesPeuventAvoirLaMemeAdresse() throws Exception {
        Demandeur autre = parent("cristelle.durand2");
        for (Demandeur parent : List.of(demandeur, autre)) {
            mails.demander(parent, NOUVELLE, APPLICATION);
            mails.confirmer(parent, code());
        }
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE mail = '" + NOUVELLE + "'"))
                .isEqualTo(2);
    }

    @Test
    void uneAdresseMalFormeeOuDejaConfirmeeEstRefusee() {
        for (String saisie :
                List.of("", "x", "x@y", "a b@exemple.fr", "a@exemple.fr\r\nBcc: b@exemple.fr", "@exemple.fr")) {
            refuse(RefusDeCoordonnee.MAL_FORMEE, () -> mails.demander(demandeur, saisie, APPLICATION));
        }
        refuse(RefusDeCoordonnee.DEJA_CONFIRMEE, () -> mails.demander(demandeur, ANCIENNE, APPLICATION));
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM essai")).isZero();
    }

    @Test
    void lOppositionAvantLaConfirmationLaisseLAncienneEtToutSArrete() throws Exception {
        familles.session("cristelle.durand");
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String code = code();
        oppositions.opposer(jeton("opposition"), "192.0.2.7");

        refuse(RefusDeCoordonnee.RIEN_EN_ATTENTE, () -> mails.confirmer(demandeur, code));
        assertThat(adresse()).isEqualTo(ANCIENNE);
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL"))
                .isZero();
        assertThat(base.lire("SELECT action, adresse FROM journal ORDER BY id DESC LIMIT 1"))
                .isEqualTo(List.of("MAIL_OPPOSITION|192.0.2.7"));
        assertThat(base.lire("SELECT destinataire FROM courriel ORDER BY id DESC LIMIT 2"))
                .isEqualTo(List.of(NOUVELLE, ANCIENNE));
    }

    @Test
    void lOppositionApresLaConfirmationRetablitLAncienneEtAnnuleLesLiensEnvoyesDepuis() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String opposition = jeton("opposition");
        mails.confirmer(demandeur, code());
        mails.demander(demandeur, "encore@exemple.fr", APPLICATION);
        String desVoleurs = jeton("opposition");
        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", APPLICATION + "/mail/x?jeton=");
        Taches.faire(base, atelier.oublis.tache());
        String motDePasse = jeton("x");
        atelier.horloge.avancer(Duration.ofMinutes(20));

        oppositions.opposer(opposition, "192.0.2.7");

        assertThat(adresse()).isEqualTo(ANCIENNE);
        assertThat(mails.estConfirme(demandeur)).isTrue();
        assertThat(mails.enAttente(demandeur)).isEmpty();
        assertThat(atelier.oublis.compte(motDePasse)).isEmpty();
        assertThat(oppositions.effet(desVoleurs)).isEmpty();
        perime(() -> oppositions.opposer(opposition, "192.0.2.7"));
        perime(() -> oppositions.opposer(desVoleurs, "192.0.2.7"));
    }

    @Test
    void lOppositionNeVautPlusApres72HeuresEtLAdresseResteCommeElleEst() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String opposition = jeton("opposition");
        mails.confirmer(demandeur, code());
        atelier.horloge.avancer(Duration.ofDays(3));
        assertThat(oppositions.effet(opposition)).isEmpty();
        perime(() -> oppositions.opposer(opposition, "127.0.0.1"));
        assertThat(adresse()).isEqualTo(NOUVELLE);
        oppositions.oublier(atelier.horloge.instant());
        oppositions.purger(atelier.horloge.instant().plusSeconds(1));
        assertThat(base.compter("SELECT COUNT(*) FROM opposition")).isZero();
    }

    @Test
    void uneAncienneNonConfirmeeEstRemiseTelleQuelle() throws Exception {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String opposition = jeton("opposition");
        mails.confirmer(demandeur, code());
        oppositions.opposer(opposition, "127.0.0.1");
        assertThat(adresse()).isEqualTo(ANCIENNE);
        assertThat(mails.estConfirme(demandeur)).isFalse();
    }

    @Test
    void unCompteFermeEntreTempsNeConfirmePlusRien() throws Exception {
        mails.demander(demandeur, NOUVELLE, APPLICATION);
        String code = code();
        String opposition = jeton("opposition");
        base.executer("UPDATE responsable SET etat = 'FERME', motif_fermeture = 'REGROUPEMENT', mot_de_passe = NULL,"
                + " ferme_le = UTC_TIMESTAMP(3)");
        refuse(RefusDeCoordonnee.CODE_PERIME, () -> mails.confirmer(demandeur, code));
        assertThatThrownBy(() -> oppositions.opposer(opposition, "127.0.0.1"))
                .isInstanceOfSatisfying(
                        OppositionRefusee.class,
                        refus -> assertThat(refus.code()).isEqualTo(RefusOpposition.COMPTE_FERME));
        assertThat(adresse()).isEqualTo(ANCIENNE);
    }

    private Demandeur parent(String identifiant) {
        long id = familles.actif(identifiant);
        return Atelier.demandeur(id, identifiant, familles.session(identifiant));
    }

    private String adresse() {
        return base.lire("SELECT mail FROM responsable WHERE id = " + demandeur.responsableId())
                .get(0);
    }

    private String code() {
        return dernier("(?m)^([0-9]{6})$", "LIKE '%code pour confirmer%'");
    }

    private String jeton(String page) {
        return dernier("/mail/" + page + "\\?jeton=([A-Za-z0-9_-]{43})", "LIKE '%/mail/" + page + "%'");
    }

    private String dernier(String motif, String condition) {
        String texte = base.lire("SELECT texte FROM courriel WHERE texte " + condition + " ORDER BY id DESC LIMIT 1")
                .get(0);
        var trouve = Pattern.compile(motif).matcher(texte);
        assertThat(trouve.find()).as(texte).isTrue();
        return trouve.group(1);
    }

    private static void perime(ThrowingCallable opposition) {
        assertThatThrownBy(opposition)
                .isInstanceOfSatisfying(
                        OppositionRefusee.class,
                        refus -> assertThat(refus.code()).isEqualTo(RefusOpposition.LIEN_PERIME));
    }

    private static void refuse(RefusDeCoordonnee code, ThrowingCallable demande) {
        assertThatThrownBy(demande)
                .isInstanceOfSatisfying(
                        CoordonneeRefusee.class,
                        refus -> assertThat(refus.code()).isEqualTo(code));
    }
}
