package fr.academie.teleservices.motdepasse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.RegleMotDePasse;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Saisies;
import fr.academie.teleservices.essais.Taches;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fuseau")
class OubliServiceTest {

    private static final String LIEN = "https://exemple.fr/oubli/nouveau?jeton=";
    private static final String NOUVEAU = "Pommes-Vertes-2026";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        long compte = familles.actif("cristelle.durand");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3)");
        demandeur = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void leLienRecuChangeLeMotDePasseUneFois() throws Exception {
        String jeton = demander();
        assertThat(atelier.oublis.compte(jeton)).isPresent();
        atelier.oublis.reinitialiser(jeton, NOUVEAU, "127.0.0.1");
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), NOUVEAU))
                .isPresent();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte WHERE finie_le IS NULL"))
                .isZero();
        assertThatThrownBy(() -> atelier.oublis.reinitialiser(jeton, "Autre-Mot-De-Passe-1", "127.0.0.1"))
                .isInstanceOf(OubliService.LienPerime.class);
        assertThat(base.lire("SELECT objet FROM courriel ORDER BY id"))
                .isEqualTo(List.of("Choisir un nouveau mot de passe", "Votre mot de passe a été changé"));
    }

    @Test
    void quiEstAussiAgentLitCeQueLeLienChange() {
        demander();
        assertThat(base.lire("SELECT texte FROM courriel").get(0)).doesNotContain("espace professionnel");
        base.executer(
                "DELETE FROM courriel",
                "DELETE FROM jeton_courriel",
                "INSERT INTO agent (identifiant, mot_de_passe, profil, nom, prenom)"
                        + " VALUES ('cristelle.durand', 'x', 'ETABLISSEMENT', 'Durand', 'Cristelle')");
        demander();
        assertThat(base.lire("SELECT texte FROM courriel").get(0))
                .contains("ce lien change le mot de passe de votre espace parent")
                .contains("Celui de votre espace professionnel, qui sert à vous connecter, ne change pas.");
    }

    @Test
    void leLienPartCommentQueLIdentifiantSoitTapeOuColle() {
        familles.actif("cristelle.durand2");
        base.executer("UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3)");
        for (String saisie : Saisies.DE_CRISTELLE) {
            base.executer("DELETE FROM essai", "DELETE FROM courriel", "DELETE FROM jeton_courriel");
            atelier.horloge.avancer(Duration.ofMinutes(11));
            demanderMotDePasse(saisie, "127.0.0.1", LIEN);
            assertThat(base.lire("SELECT destinataire FROM courriel"))
                    .as(saisie)
                    .containsExactly("cristelle.durand2@exemple.fr");
        }
    }

    @Test
    void unMotDePasseRefuseNUsePasLeLien() {
        String jeton = demander();
        assertThatThrownBy(() -> atelier.oublis.reinitialiser(jeton, "court", "127.0.0.1"))
                .isInstanceOf(MotDePasseRefuse.class);
        assertThat(atelier.oublis.compte(jeton)).isPresent();
    }

    @Test
    void leLienNeVautPlusRienApresTrenteMinutes() {
        String recent = demander();
        atelier.horloge.avancer(Duration.ofMinutes(29));
        assertThat(atelier.oublis.compte(recent)).isPresent();
        atelier.horloge.avancer(Duration.ofMinutes(1));
        assertThat(atelier.oublis.compte(recent)).isEmpty();
        assertThat(atelier.oublis.compte("x".repeat(5000))).isEmpty();
    }

    @Test
    void rienNePartPourUnCompteInconnuOuFermeNiSansAdresseOuSansEtablissement() {
        familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        long sansAdresse = familles.actif("sans.adresse");
        familles.lier(sansAdresse, familles.eleve("Dylan"));
        base.executer("UPDATE responsable SET mail = NULL WHERE id = " + sansAdresse);
        for (String saisi :
                List.of("cristelle.durand", "sans.adresse", "ferme", "inconnu", "", "é'; --", "a".repeat(9999))) {
            demanderMotDePasse(saisi, "127.0.0.1", LIEN);
        }
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    @Test
    void uneAdresseConnueMaisNonConfirmeeRecoitLEtablissementEtRienDAutre() {
        familles.lier(demandeur.responsableId(), familles.eleve("Dylan"));
        long cree = familles.cree("c.durand2");
        familles.lier(cree, familles.eleve("Florian"));
        base.executer(
                "UPDATE etablissement SET commune = 'Talence', telephone = '05 56 00 00 00'",
                "UPDATE responsable SET mail = 'famille@exemple.fr', mail_confirme_le = NULL");

        demanderMotDePasse("cristelle.durand", "127.0.0.1", LIEN);
        atelier.horloge.avancer(Duration.ofMinutes(11));
        demanderMotDePasse("c.durand2", "127.0.0.1", LIEN);
        atelier.horloge.avancer(Duration.ofMinutes(11));
        demanderIdentifiant("famille@exemple.fr", "127.0.0.1");

        assertThat(base.lire("SELECT destinataire FROM courriel"))
                .containsExactly("famille@exemple.fr", "famille@exemple.fr", "famille@exemple.fr");
        assertThat(base.lire("SELECT texte FROM courriel"))
                .allMatch(texte -> texte.contains("\n- Collège du Moulin, Talence, 05 56 00 00 00\n"))
                .noneMatch(texte -> texte.matches("(?si).*(durand|cristelle|dylan|florian|jeton).*"));
        assertThat(base.compter("SELECT COUNT(*) FROM jeton_courriel")).isZero();
    }

    @Test
    void uneAdresseConfirmeeSurUnSeulCompteNEnDitPasUnAutre() {
        familles.cree("c.durand2");
        base.executer("UPDATE responsable SET mail = 'famille@exemple.fr'");
        demanderIdentifiant("famille@exemple.fr", "127.0.0.1");
        assertThat(base.lire("SELECT texte FROM courriel"))
                .singleElement()
                .asString()
                .contains("- cristelle.durand (")
                .doesNotContain("c.durand2");
    }

    @Test
    void laBaseNeConnaitPasLeJeton() {
        String jeton = demander();
        assertThat(String.join("", base.lire("SELECT * FROM jeton_courriel"))).doesNotContain(jeton);
    }

    @Test
    void unLienQuiSertAnnuleLesAutres() throws Exception {
        String ancien = demander();
        atelier.horloge.avancer(Duration.ofMinutes(11));
        String recent = demander();
        atelier.oublis.reinitialiser(ancien, NOUVEAU, "127.0.0.1");
        assertThat(atelier.oublis.compte(recent)).isEmpty();
    }

    @Test
    void quiRedemandeTropLApprendAvecLHeureOuReessayer() throws TropDEssais {
        for (int i = 0; i < 5; i++) {
            atelier.oublis.demanderMotDePasse("personne.inconnue", "192.0.2.66", LIEN);
        }
        assertThatThrownBy(() -> atelier.oublis.demanderMotDePasse(" Personne.INCONNUE", "192.0.2.66", LIEN))
                .isInstanceOf(TropDEssais.class);
        atelier.oublis.demanderMotDePasse("personne.inconnue", "192.0.2.67", LIEN);
        assertThat(base.compter("SELECT COUNT(*) FROM tache")).isEqualTo(6);
    }

    /** Ce qu'une file pleine ne prend pas n'est jamais annoncé comme envoyé. */
    @Test
    void uneFilePleineLeDit() {
        base.executer("INSERT INTO tache (task_name, task_instance, task_data, execution_time, picked, version)"
                + " SELECT 'oubli', seq, '{}', UTC_TIMESTAMP(3) + INTERVAL 1 DAY, 0, 1 FROM seq_1_to_10000");
        assertThatThrownBy(() -> atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", LIEN))
                .isInstanceOfSatisfying(
                        TropDEssais.class,
                        refus -> assertThat(refus.attente().motif()).isEqualTo(Attente.Motif.AFFLUENCE));
    }

    @Test
    void cinqDemandesAnonymesNeFontNiTaireNiAnnulerNiRemplirLaBoite() {
        String ouvert = demander();
        for (int i = 0; i < 5; i++) {
            demanderMotDePasse("cristelle.durand", "192.0.2." + i, LIEN);
        }
        assertThat(atelier.oublis.compte(ouvert)).as("le lien dont il se sert").isPresent();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(1);
        atelier.horloge.avancer(Duration.ofMinutes(11));
        for (int i = 0; i < 5; i++) {
            demanderMotDePasse("cristelle.durand", "192.0.2.66", LIEN);
        }
        assertThat(atelier.oublis.compte(ouvert)).isPresent();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(2);
    }

    @Test
    void uneJourneeDeDemandesDUneAdresseNEnvoiePasPlusDeCinqCourriels() {
        for (int i = 0; i < 100; i++) {
            demanderMotDePasse("cristelle.durand", "192.0.2.66", LIEN);
            atelier.horloge.avancer(Duration.ofMinutes(11));
        }
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(5);
    }

    /** Une boîte inondée n'est pas une boîte fermée : qui demande d'ailleurs reçoit un lien, ou en a un qui vaut encore. */
    @Test
    void uneAdresseJamaisVueRecoitToujoursUnLien() {
        for (int i = 0; i < 20; i++) {
            demanderMotDePasse("cristelle.durand", "192.0.2." + i % 3, LIEN);
            atelier.horloge.avancer(Duration.ofMinutes(31));
        }
        long avant = base.compter("SELECT COUNT(*) FROM courriel");
        assertThat(avant).isLessThanOrEqualTo(7);
        atelier.horloge.avancer(Duration.ofHours(2));
        assertThat(atelier.oublis.compte(demander())).isPresent();
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(avant + 1);
    }

    @Test
    void unSeulMessageRappelleTousLesIdentifiantsDUneAdresse() {
        familles.actif("cristelle.durand2");
        base.executer("UPDATE responsable SET mail = 'famille@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
        demanderIdentifiant(" Famille@exemple.fr ", "127.0.0.1");
        assertThat(base.lire("SELECT texte FROM courriel"))
                .singleElement()
                .asString()
                .contains("cristelle.durand (", "cristelle.durand2 (");
    }

    @Test
    void uneAdresseMailTapeeALaPlaceDeLIdentifiantSeComprend() {
        demanderMotDePasse(" Cristelle.Durand@exemple.fr", "127.0.0.1", LIEN);
        familles.actif("cristelle.durand2");
        base.executer("UPDATE responsable SET mail = 'famille@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)");
        demanderMotDePasse("famille@exemple. fr", "127.0.0.1", LIEN);
        demanderMotDePasse("inconnu@exemple.fr", "127.0.0.1", LIEN);
        assertThat(base.lire("SELECT destinataire, objet FROM courriel ORDER BY id"))
                .containsExactly(
                        "cristelle.durand@exemple.fr|Choisir un nouveau mot de passe",
                        "famille@exemple.fr|Vos identifiants");
    }

    @Test
    void unIdentifiantQuiEstUneAdresseMailDesigneDAbordSonCompte() {
        familles.actif("c.durand@exemple.fr");
        base.executer(
                "UPDATE responsable SET mail = 'autre@exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)"
                        + " WHERE identifiant = 'c.durand@exemple.fr'",
                "UPDATE responsable SET mail = 'c.durand@exemple.fr' WHERE identifiant = 'cristelle.durand'");
        demanderMotDePasse("C.Durand@exemple.fr", "127.0.0.1", LIEN);
        assertThat(base.lire("SELECT destinataire FROM courriel")).containsExactly("autre@exemple.fr");
    }

    /** Tapée accentuée ou en xn--, gardée accentuée ou en xn-- ; les accents, eux, font une autre boîte. */
    @ParameterizedTest
    @ValueSource(strings = {"sabrina@xn--cole-exemple-9db.fr", "sabrina@école-exemple.fr"})
    void unDomaineAccentueSeTrouveSousSesDeuxFormes(String gardee) {
        base.executer("UPDATE responsable SET mail = '" + gardee + "'");
        familles.actif("helene");
        base.executer("UPDATE responsable SET mail = 'sabrina@ecole-exemple.fr', mail_confirme_le = UTC_TIMESTAMP(3)"
                + " WHERE identifiant = 'helene'");
        for (String saisie : List.of(
                "sabrina@école-exemple.fr",
                "Sabrina@XN--COLE-EXEMPLE-9DB.fr",
                "sabrina@e\u0301cole-exemple.fr",
                "sabrina@École-Exemple.FR ",
                "sabrina @école-exemple. fr",
                "Mail : sabrina@école-exemple.fr",
                "mailto:sabrina@école-exemple.fr")) {
            base.executer("DELETE FROM essai", "DELETE FROM courriel", "DELETE FROM jeton_courriel");
            atelier.horloge.avancer(Duration.ofMinutes(11));
            demanderIdentifiant(saisie, "127.0.0.1");
            assertThat(base.lire("SELECT texte FROM courriel"))
                    .as(saisie)
                    .singleElement()
                    .asString()
                    .contains("cristelle.durand (")
                    .doesNotContain("helene (");
        }
    }

    @Test
    void rienNePartPourUneAdresseInconnueOuNonConfirmee() {
        base.executer("UPDATE responsable SET mail_confirme_le = NULL");
        demanderIdentifiant("cristelle.durand@exemple.fr", "127.0.0.1");
        demanderIdentifiant("inconnu@exemple.fr\r\nBcc: x@exemple.fr", "127.0.0.1");
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
    }

    /** Les mots viennent de la base : enfants, leur établissement, et le service ; le refus ne redit pas lequel. */
    @Test
    void unMotDePasseFaitDesEnfantsDeLEtablissementOuDuServiceEstRefuse() throws Exception {
        assertThat(atelier.motsDePasse.exiger("Capucine-Moulin-7", compte(), null))
                .isEqualTo("Capucine-Moulin-7");
        familles.lier(demandeur.responsableId(), familles.eleve("Capucine"));

        for (String essaye : List.of("Capucine-Moulin-7", "C4puc1ne-5B-M0ulin", "Bordeaux-Scolarite1")) {
            assertThatThrownBy(() -> atelier.motsDePasse.exiger(essaye, compte(), null))
                    .isInstanceOfSatisfying(
                            MotDePasseRefuse.class,
                            refus -> assertThat(refus.defauts()).containsExactly(RegleMotDePasse.REPOSE_SUR_LE_COMPTE));
        }
    }

    private Compte compte() {
        return atelier.comptes.parId(demandeur.responsableId()).orElseThrow();
    }

    @Test
    void changerDansLeProfilExigeLActuelEtFermeLesAutresSessions() throws Exception {
        familles.session("cristelle.durand");
        assertThatThrownBy(() -> atelier.motsDePasse.changer(demandeur, "faux", NOUVEAU))
                .isInstanceOf(MotDePasseService.ActuelFaux.class);
        assertThatThrownBy(() -> atelier.motsDePasse.changer(demandeur, Familles.MOT_DE_PASSE, "Cristelle-Durand-1"))
                .isInstanceOf(MotDePasseRefuse.class);
        atelier.motsDePasse.changer(demandeur, Familles.MOT_DE_PASSE, NOUVEAU);
        assertThat(base.lire("SELECT id FROM session_ouverte WHERE finie_le IS NULL"))
                .isEqualTo(List.of(String.valueOf(demandeur.sessionId())));
        assertThat(atelier.comptes.prouver(new Identifiant("cristelle.durand"), NOUVEAU))
                .isPresent();
        assertThat(base.lire("SELECT action FROM journal")).contains("MOT_DE_PASSE_CHANGE");
    }

    @Test
    void tropDeMotsDePasseActuelsFauxFontAttendre() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> atelier.motsDePasse.changer(demandeur, "faux", NOUVEAU))
                    .isInstanceOf(MotDePasseService.ActuelFaux.class);
        }
        assertThatThrownBy(() -> atelier.motsDePasse.changer(demandeur, Familles.MOT_DE_PASSE, NOUVEAU))
                .isInstanceOf(TropDEssais.class);
    }

    @Test
    void uneDemandeRepriseApresUneMortNEnvoiePasUnSecondCourriel() throws TropDEssais {
        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", LIEN);
        String id = base.lire("SELECT task_instance FROM tache").get(0);
        atelier.oublis.tache().travail().faire(id, () -> false);
        atelier.oublis.tache().travail().faire(id, () -> false);
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isEqualTo(1);
        assertThat(base.lire("SELECT task_data FROM tache")).containsExactly("∅");
    }

    @Test
    void laSaisieAttendEnBaseSansQuUnMotDePasseTapeParErreurNYEntre() throws TropDEssais {
        for (String saisie : List.of("Mon Mot-De-Passe!", "Pommes-Vertes-2026 ", "é'; --", "a".repeat(9999))) {
            atelier.oublis.demanderIdentifiant(saisie, "127.0.0.1");
        }
        assertThat(base.compter("SELECT COUNT(*) FROM tache")).isZero();
        atelier.oublis.demanderMotDePasse("Mon Mot-De-Passe!", "127.0.0.1", LIEN);
        assertThat(String.join("", base.lire("SELECT CONVERT(task_data USING utf8mb4) FROM tache")))
                .contains("OUBLI_MOT_DE_PASSE")
                .doesNotContainIgnoringCase("mot-de-passe!")
                .doesNotContainIgnoringCase("monmot");
        base.executer("DELETE FROM tache");
        atelier.oublis.demanderIdentifiant("inconnu@exemple.fr", "127.0.0.1");
        atelier.oublis.demanderMotDePasse("inconnu", "127.0.0.1", LIEN);
        assertThat(base.compter("SELECT COUNT(*) FROM tache")).isEqualTo(2);
    }

    @Test
    void uneDemandeQuUneLonguePanneARetenueEstOubliee() throws TropDEssais {
        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", LIEN);
        atelier.horloge.avancer(Duration.ofMinutes(31));
        Taches.faire(base, atelier.oublis.tache());
        assertThat(base.compter("SELECT COUNT(*) FROM courriel")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM tache")).isZero();
    }

    private void demanderMotDePasse(String saisi, String adresse, String lien) {
        try {
            atelier.oublis.demanderMotDePasse(saisi, adresse, lien);
        } catch (TropDEssais e) {
            throw new AssertionError(e);
        }
        Taches.faire(base, atelier.oublis.tache());
    }

    private void demanderIdentifiant(String saisi, String adresse) {
        try {
            atelier.oublis.demanderIdentifiant(saisi, adresse);
        } catch (TropDEssais e) {
            throw new AssertionError(e);
        }
        Taches.faire(base, atelier.oublis.tache());
    }

    private String demander() {
        demanderMotDePasse(" Cristelle.DURAND ", "127.0.0.1", LIEN);
        String texte =
                base.lire("SELECT texte FROM courriel ORDER BY id DESC LIMIT 1").get(0);
        var lien = Pattern.compile(Pattern.quote(LIEN) + "([A-Za-z0-9_-]{43})").matcher(texte);
        assertThat(lien.find()).isTrue();
        return lien.group(1);
    }
}
