package fr.academie.teleservices.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.PlafondDeSms;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.SmsDEssai;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import fr.academie.teleservices.socle.texte.Langue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** « Je n'ai pas de compte » : tous justes ou rien, tous activés ou aucun, et la même chose dite à qui n'est pas connu. */
@Tag("fuseau")
class SansCompteServiceTest {

    private static final String NUMERO = "+33639980001";
    private static final String IP = "203.0.113.7";
    private static final String CHOISI = "Marée-Haute-7-Grèves";
    private static final LocalDate UN = LocalDate.of(2012, 3, 12);
    private static final LocalDate DEUX = LocalDate.of(2014, 9, 4);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private Atelier atelier = atelier(Map.of(), Map.of());
    private long premier;
    private long second;

    @BeforeEach
    void installer() {
        base.vider();
        premier = compte("cristelle.durand", "Cristelle", "06 39 98 00 01", UN);
        second = compte("cristelle.durand2", "CRISTELLE", NUMERO, DEUX);
    }

    private Atelier atelier(Map<String, String> reglages, Map<String, String> profil) {
        return new Atelier(base.source(), Atelier.reglages(SmsDEssai.reglages(reglages)), Atelier.profil(profil));
    }

    private long compte(String identifiant, String prenom, String numero, LocalDate naissance) {
        long compte = familles.compte(identifiant, "DURAND", null, prenom, "CREE", Familles.ARGON2, "NULL");
        long eleve = familles.eleve("Enfant" + compte);
        familles.lier(compte, eleve);
        base.executer(
                "UPDATE responsable SET telephone_portable = '" + numero + "' WHERE id = " + compte,
                "UPDATE eleve SET date_naissance = '" + naissance + "' WHERE id = " + eleve);
        return compte;
    }

    @Test
    void duPortableAuxComptesActivesEnsemble() throws Exception {
        String jeton = demander("06 39 98 00 01");
        String code = SmsDEssai.dernierCode(base, NUMERO);
        assertThat(base.lire("SELECT CONCAT(code, jeton) FROM demande_sans_compte"))
                .noneMatch(trace -> trace.contains(code) || trace.contains(jeton));
        assertThat(atelier.sansCompte.tenu(jeton)).isFalse();
        atelier.sansCompte.confirmer(jeton, code.replace(" ", ""), IP);
        assertThat(atelier.sansCompte.tenu(jeton)).isTrue();
        assertThat(atelier.sansCourrier.comptes(jeton)).isEmpty();
        atelier.sansCompte.repondre(jeton, "cristelle", Set.of(UN, DEUX), IP);
        assertThat(atelier.sansCourrier.comptes(jeton)).extracting(Compte::id).containsExactly(premier, second);
        assertThatThrownBy(() -> atelier.sansCourrier.activer(jeton, "court", IP))
                .isInstanceOf(MotDePasseRefuse.class);

        assertThat(atelier.sansCourrier.activer(jeton, CHOISI, IP)).hasSize(2);
        assertThat(base.lire("SELECT etat, telephone_portable, telephone_confirme_le IS NOT NULL FROM responsable"))
                .containsOnly("ACTIF|" + NUMERO + "|1");
        for (String identifiant : List.of("cristelle.durand", "cristelle.durand2")) {
            assertThat(atelier.comptes.prouver(new Identifiant(identifiant), CHOISI))
                    .isPresent();
            assertThat(atelier.comptes.prouver(new Identifiant(identifiant), Familles.MOT_DE_PASSE))
                    .as("le mot de passe du courrier ne vaut plus")
                    .isEmpty();
        }
        assertThat(base.lire("SELECT action, JSON_VALUE(details, '$.moyen') FROM journal"))
                .containsExactly("ACTIVATION|SMS", "ACTIVATION|SMS");
        assertThat(base.lire("SELECT type FROM evenement")).containsOnly("COMPTE_ACTIVE");
        assertThat(base.lire("SELECT objet FROM courriel")).containsOnly("Votre compte vient d’être activé");
        assertThat(refus(() -> atelier.sansCourrier.activer(jeton, CHOISI, IP)))
                .as("une demande ne sert qu'une fois")
                .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
    }

    /** Ce que voit qui demande, et ce que la base en garde, ne tient pas à l'existence d'un compte. */
    @Test
    void unNumeroInconnuSeRefuseCommeUnCodeFaux() throws Exception {
        String connu = demander("06 39 98 00 01");
        String inconnu = demander("06 39 98 00 99");
        assertThat(SmsDEssai.deposes(base, "+33639980099")).isEmpty();
        assertThat(base.lire("SELECT essais, tenu_le, reponses, comptes FROM demande_sans_compte"))
                .containsExactly("0|∅|0|∅", "0|∅|0|∅");
        for (int essai = 0; essai < 5; essai++) {
            SansCompteRefuse un = refuse(() -> atelier.sansCompte.confirmer(connu, "00000000", IP));
            SansCompteRefuse autre = refuse(() -> atelier.sansCompte.confirmer(inconnu, "00000000", IP));
            assertThat(autre.code()).isEqualTo(un.code());
            assertThat(autre.restent()).isEqualTo(un.restent());
        }
        assertThat(refus(() -> atelier.sansCompte.confirmer(connu, SmsDEssai.dernierCode(base, NUMERO), IP)))
                .isEqualTo(RefusSansCompte.CODE_PERIME);
        assertThat(refus(() -> atelier.sansCompte.demander("05 56 00 00 00", Langue.REFERENCE, IP)))
                .isEqualTo(RefusSansCompte.NUMERO_ILLISIBLE);
    }

    @Test
    void unCompteActifOuFermeOuSansEnfantNeRecoitRien() throws Exception {
        base.executer("UPDATE responsable SET etat = 'ACTIF', active_le = UTC_TIMESTAMP(3) WHERE id = " + premier);
        base.executer("UPDATE rattachement SET etat = 'RETIRE' WHERE responsable_id = " + second);
        demander(NUMERO);
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM demande_sans_compte")).isEqualTo(1);
    }

    @Test
    void toutEstJusteOuRienEtTroisReponsesSontUneFin() throws Exception {
        String jeton = tenir();
        assertThat(refus(() -> atelier.sansCompte.repondre(jeton, "Cristelle", Set.of(UN), IP)))
                .as("il manque un enfant")
                .isEqualTo(RefusSansCompte.REPONSES_FAUSSES);
        assertThat(refus(() -> atelier.sansCompte.repondre(jeton, "Cristelle", Set.of(UN, DEUX, DEUX.plusDays(1)), IP)))
                .as("un de trop")
                .isEqualTo(RefusSansCompte.REPONSES_FAUSSES);
        assertThat(refus(() -> atelier.sansCompte.repondre(jeton, "Marc", Set.of(UN, DEUX), IP)))
                .as("le prénom d'un autre")
                .isEqualTo(RefusSansCompte.REPONSES_EPUISEES);
        assertThat(refus(() -> atelier.sansCompte.repondre(jeton, "Cristelle", Set.of(UN, DEUX), IP)))
                .isEqualTo(RefusSansCompte.REPONSES_EPUISEES);
        assertThat(atelier.sansCourrier.comptes(jeton)).isEmpty();
        assertThat(refus(() -> atelier.sansCourrier.activer(jeton, CHOISI, IP)))
                .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE etat = 'CREE'"))
                .isEqualTo(2);
    }

    @Test
    void unePersonneParmiCellesQuiPartagentUnPortable() throws Exception {
        long pere = compte("marc.durand", "Marc", NUMERO, UN);
        String jeton = tenir();
        atelier.sansCompte.repondre(jeton, "MARC", Set.of(UN), IP);
        assertThat(atelier.sansCourrier.comptes(jeton)).extracting(Compte::id).containsExactly(pere);
        atelier.sansCourrier.activer(jeton, CHOISI, IP);
        assertThat(base.lire("SELECT identifiant FROM responsable WHERE etat = 'ACTIF'"))
                .containsExactly("marc.durand");
    }

    @Test
    void unCompteQuiChangeEntreTempsFaitToutRefuser() throws Exception {
        String jeton = tenir();
        atelier.sansCompte.repondre(jeton, "Cristelle", Set.of(UN, DEUX), IP);
        base.executer("UPDATE responsable SET telephone_portable = '+33639980055' WHERE id = " + second);
        assertThat(refus(() -> atelier.sansCourrier.activer(jeton, CHOISI, IP)))
                .isEqualTo(RefusSansCompte.COMPTES_CHANGES);
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE etat = 'CREE'"))
                .as("tous ou aucun")
                .isEqualTo(2);
    }

    @Test
    void uneDemandeExpireEtLeCodeDUneAutreNeSertPas() throws Exception {
        String jeton = demander(NUMERO);
        String code = SmsDEssai.dernierCode(base, NUMERO);
        String autre = demander("06 39 98 00 98");
        assertThat(refus(() -> atelier.sansCompte.confirmer(autre, code, IP))).isEqualTo(RefusSansCompte.CODE_FAUX);
        assertThat(refus(() -> atelier.sansCompte.repondre(jeton, "Cristelle", Set.of(UN, DEUX), IP)))
                .as("les réponses avant le code")
                .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
        atelier.horloge.avancer(Duration.ofMinutes(16));
        assertThat(refus(() -> atelier.sansCompte.confirmer(jeton, code, IP)))
                .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
        assertThat(refus(() -> atelier.sansCompte.confirmer("inventé", code, IP)))
                .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
    }

    /** La moitié de la journée au plus pour des inconnus, et cinq SMS à un numéro ; au-delà, la page le dit à tous ou ne dit rien. */
    @Test
    void desInconnusNEpuisentNiUnNumeroNiLaJournee() throws Exception {
        for (int envoi = 0; envoi < 7; envoi++) {
            demander(NUMERO);
            atelier.horloge.avancer(Duration.ofMinutes(20));
        }
        assertThat(SmsDEssai.deposes(base, NUMERO)).hasSize(5);
        base.executer("DELETE FROM essai", "DELETE FROM sms");
        atelier = atelier(Map.of("sms.par_jour", "2"), Map.of());
        demander(NUMERO);
        SansCompteRefuse refus = refuse(() -> atelier.sansCompte.demander("06 39 98 00 77", Langue.REFERENCE, IP));
        assertThat(refus.code()).isEqualTo(RefusSansCompte.TROP_DE_DEMANDES);
        assertThat(refus.attente()).isNotNull();
        Atelier.Horloge horloge = atelier.horloge;
        assertThat(new PlafondDeSms(
                                atelier.transactions,
                                Atelier.reglages(SmsDEssai.reglages(Map.of("sms.par_jour", "2"))),
                                horloge)
                        .duService(PlafondDeSms.Demande.CONNUE))
                .as("qui est connecté a l'autre moitié")
                .isEmpty();
    }

    @Test
    void quiRedemandeSansCesseAttend() throws Exception {
        for (int envoi = 0; envoi < 3; envoi++) {
            atelier.sansCompte.demander(NUMERO, Langue.REFERENCE, IP);
        }
        assertThat(refus(() -> atelier.sansCompte.demander("+33 6 39 98 00 01", Langue.REFERENCE, IP)))
                .isEqualTo(RefusSansCompte.TROP_DE_DEMANDES);
        atelier.sansCompte.demander("06 39 98 00 02", Langue.REFERENCE, IP);
    }

    @Test
    void lAcademieQuiNeLePermetPasOuNEnvoiePasDeSmsNOuvreRien() {
        for (Atelier ferme :
                List.of(atelier(Map.of(), Map.of("activation.sans_courrier", "non")), new Atelier(base.source()))) {
            assertThat(ferme.sansCompte.ouvert()).isFalse();
            assertThat(refus(() -> ferme.sansCompte.demander(NUMERO, Langue.REFERENCE, IP)))
                    .isEqualTo(RefusSansCompte.DEMANDE_PERIMEE);
        }
        assertThat(base.compter("SELECT COUNT(*) FROM tache WHERE task_name = 'sans-compte'"))
                .isZero();
    }

    /** Qui n'a pas de compte n'a pas de langue à lui : la page où il demande dit celle qu'il lit. */
    @Test
    void leCodePartDansLaLangueDeLaPage() throws SansCompteRefuse {
        atelier.sansCompte.demander(NUMERO, new Langue(Locale.forLanguageTag("ar")), IP);
        Taches.faire(base, atelier.sansCompte.tache());
        assertThat(SmsDEssai.deposes(base, NUMERO)).singleElement().asString().contains("رمزكم لفتح حسابكم");
    }

    private String demander(String numero) throws SansCompteRefuse {
        String jeton = atelier.sansCompte.demander(numero, Langue.REFERENCE, IP);
        Taches.faire(base, atelier.sansCompte.tache());
        return jeton;
    }

    private String tenir() throws SansCompteRefuse {
        String jeton = demander(NUMERO);
        atelier.sansCompte.confirmer(jeton, SmsDEssai.dernierCode(base, NUMERO), IP);
        return jeton;
    }

    @FunctionalInterface
    private interface Geste {
        void faire() throws Exception;
    }

    private static RefusSansCompte refus(Geste geste) {
        return refuse(geste).code();
    }

    private static SansCompteRefuse refuse(Geste geste) {
        try {
            geste.faire();
        } catch (SansCompteRefuse e) {
            return e;
        } catch (Exception e) {
            throw new AssertionError("Une autre exception.", e);
        }
        throw new AssertionError("Aucun refus.");
    }
}
