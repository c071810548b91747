package fr.academie.teleservices.porte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Niveau;
import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.socle.securite.Jeton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce que vaut le code d'une lettre, tant que vaut son mot de passe, et pour un seul navigateur. Source : DOMAIN §4. */
@Tag("fuseau")
class PorteServiceTest {

    private static final String ID = "cristelle.durand";
    private static final String AILLEURS = "0330002B";
    private static final String CHOISI = "Marée-Haute-7-Grèves";
    private static final String ICI = "127.0.0.1";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Atelier atelier = new Atelier(base.source());
    private final Familles familles = new Familles(base);
    private long compte;

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.cree(ID);
        familles.lier(compte, familles.eleve("Florian"));
    }

    @Test
    void leCodeAttendPuisOuvreCeQuOuvriraitLeMotDePasse() throws Exception {
        Jeton jeton = presenter(courrier());

        CourrierPresente courrier = atelier.portes.presente(jeton.valeur()).orElseThrow();
        assertThat(courrier.responsableId()).isEqualTo(compte);
        assertThat(courrier.uai()).isEqualTo(Familles.UAI);
        assertThat(atelier.portes.enfants(courrier))
                .extracting(enfant -> enfant.eleve().prenom())
                .containsExactly("Florian");
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte"))
                .as("rien n'est ouvert")
                .isZero();

        SessionUtilisateur ouverte = atelier.portes.ouvrir(jeton.valeur(), ICI).orElseThrow();
        assertThat(etat(ouverte).niveau()).isEqualTo(Niveau.PAPIER);
        assertThat(base.lire("SELECT niveau, portee FROM session_ouverte")).containsExactly("PAPIER|" + Familles.UAI);
        assertThat(base.lire("SELECT action, acteur_moyen, JSON_VALUE(details, '$.par') FROM journal WHERE action IN"
                        + " ('COURRIER_PRESENTE', 'CONNEXION') ORDER BY id"))
                .containsExactly("COURRIER_PRESENTE|COURRIER|CODE", "CONNEXION|COURRIER|∅");
        assertThat(atelier.portes.ouvrir(jeton.valeur(), ICI))
                .as("le jeton a servi")
                .isEmpty();

        atelier.activations.activer(demandeur(ouverte), CHOISI, Set.of());
        assertThat(base.lire("SELECT etat FROM responsable WHERE id = " + compte))
                .containsExactly("ACTIF");
        assertThat(etat(ouverte).niveau()).isEqualTo(Niveau.FRAIS);
    }

    @Test
    void unSecondNavigateurEstRefuseLeMemePeutViserDeuxFois() throws Exception {
        Lettre lettre = courrier();
        Jeton premier = presenter(lettre);
        refuse(code(lettre), null);
        refuse(code(lettre), "un-autre-jeton");

        Jeton second = atelier.portes.presenterLeCode(code(lettre), premier.valeur(), ICI);
        assertThat(atelier.portes.presente(premier.valeur())).as("remplacé").isEmpty();
        assertThat(atelier.portes.presente(second.valeur())).isPresent();

        atelier.horloge.avancer(PorteService.ATTENTE);
        assertThat(atelier.portes.presente(second.valeur())).isEmpty();
        refuse(code(lettre), second.valeur());
    }

    @Test
    void deuxNavigateursALaFoisUnSeulLObtient() throws Exception {
        ExecutorService fils = Executors.newFixedThreadPool(4);
        try {
            for (int manche = 0; manche < 10; manche++) {
                String code = code(courrier());
                CountDownLatch depart = new CountDownLatch(1);
                List<Future<Boolean>> essais = IntStream.range(0, 4)
                        .mapToObj(i -> fils.submit(() -> {
                            depart.await();
                            try {
                                atelier.portes.presenterLeCode(code, null, ICI);
                                return true;
                            } catch (CourrierNonReconnu e) {
                                return false;
                            }
                        }))
                        .toList();
                depart.countDown();
                int gagnants = 0;
                for (Future<Boolean> essai : essais) {
                    gagnants += essai.get() ? 1 : 0;
                }
                assertThat(gagnants).as("manche " + manche).isEqualTo(1);
            }
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void toutCeQuiOteSaValeurAuMotDePasseLOteAuCode() throws Exception {
        refuse("", null);
        refuse("n-importe-quoi", null);
        refuse("é".repeat(5_000), null);

        Lettre refaite = courrier();
        courrier();
        refuse(code(refaite), null);

        Lettre choisi = courrier();
        Jeton attend = presenter(choisi);
        base.executer("UPDATE responsable SET mot_de_passe = '" + Familles.BCRYPT + "' WHERE id = " + compte);
        assertThat(atelier.portes.presente(attend.valeur()))
                .as("un courrier qui attend aussi")
                .isEmpty();
        assertThat(atelier.portes.ouvrir(attend.valeur(), ICI)).isEmpty();

        Lettre perimee = courrier();
        atelier.horloge.avancer(Atelier.profil(Map.of()).validiteProvisoire());
        refuse(code(perimee), null);

        Lettre ferme = courrier();
        Jeton avantLaFermeture = presenter(ferme);
        base.executer("DELETE FROM rattachement");
        base.executer("UPDATE responsable SET etat = 'FERME', ferme_le = UTC_TIMESTAMP(3), motif_fermeture ="
                + " 'ETABLISSEMENT', mot_de_passe = NULL, provisoire_expire_le = NULL WHERE id = " + compte);
        assertThat(atelier.portes.presente(avantLaFermeture.valeur())).isEmpty();
        refuse(code(ferme), avantLaFermeture.valeur());
    }

    @Test
    void unCompteFermeAilleursEntreTempsNeSOuvrePas() throws Exception {
        Jeton jeton = presenter(courrier());
        atelier.horloge.avancer(Duration.ofSeconds(1));
        atelier.sessions.finirLesAutres(compte().identifiant(), 0);

        assertThat(atelier.portes.ouvrir(jeton.valeur(), ICI)).isEmpty();
        assertThat(base.compter("SELECT COUNT(*) FROM session_ouverte")).isZero();
    }

    @Test
    void lIdentifiantEtLeMotDePasseDeLaLettreFontDeMeme() throws Exception {
        Lettre lettre = courrier();
        String recopie = lettre.motDePasse().replace("-", "").toLowerCase(Locale.ROOT);
        Jeton jeton = atelier.portes.presenterLeMotDePasse(" Cristelle.Durand ", recopie, null, ICI);
        assertThat(atelier.portes.presente(jeton.valeur())).isPresent();
        assertThat(atelier.portes.presenterLeCode(code(lettre), null, ICI))
                .as("le code n'a pas servi")
                .isNotNull();
    }

    @Test
    void unMotDePasseChoisiNEstPasUnCourrier() {
        familles.actif("nadia.durand");
        assertThat(manque("nadia.durand", Familles.MOT_DE_PASSE)).isNotNegative();
        assertThat(base.compter("SELECT COUNT(*) FROM courrier_presente")).isZero();
    }

    @Test
    void lesEssaisSeComptentParAdresseEtParIdentifiant() throws Exception {
        Lettre lettre = courrier();
        int premier = manque(ID, "FAUX-FAUX-FAUX");
        assertThat(manque(ID, "FAUX-FAUX-FAUX")).isEqualTo(premier - 1);
        for (int i = 1; i < premier; i++) {
            manque(ID, "FAUX-FAUX-FAUX");
        }
        assertThatThrownBy(() -> atelier.portes.presenterLeMotDePasse(ID, lettre.motDePasse(), null, ICI))
                .isInstanceOf(TropDEssais.class);
        assertThat(manque("un.autre", "FAUX-FAUX-FAUX")).as("le voisin").isNotNegative();
        assertThat(atelier.portes.presenterLeMotDePasse(ID, lettre.motDePasse(), null, "203.0.113.7"))
                .as("le titulaire, d'ailleurs")
                .isNotNull();
    }

    @Test
    void lAutreCompteProuveParSonCourrierSeRegroupe() throws Exception {
        Demandeur principal = principal();
        atelier.preuves.prouverParCourrier(principal, compte);
        assertThat(base.lire("SELECT principal_id, secondaire_id FROM demande_regroupement"))
                .containsExactly(principal.responsableId() + "|" + compte);
    }

    @Test
    void leCourrierDUnEtablissementNeLivrePasLesElevesDUnAutre() throws Exception {
        familles.lier(compte, familles.eleve("Dylan", AILLEURS));
        CourrierPresente lu =
                atelier.portes.presente(presenter(courrier()).valeur()).orElseThrow();
        assertThat(atelier.portes.enfants(lu))
                .extracting(enfant -> enfant.eleve().prenom())
                .containsExactly("Florian");
        Demandeur principal = principal();

        RegroupementRefuse refus = catchThrowableOfType(
                RegroupementRefuse.class, () -> atelier.preuves.prouverParCourrier(principal, compte));
        assertThat(refus.code()).isEqualTo(RefusRegroupement.PREUVE_REFUSEE);
        assertThat(base.compter("SELECT COUNT(*) FROM demande_regroupement")).isZero();
        assertThat(base.lire("SELECT JSON_VALUE(details, '$.refus') FROM journal WHERE action = 'REGROUPEMENT_REFUSE'"))
                .containsExactly("PREUVE_REFUSEE");
    }

    @Test
    void entreParLeCasIlPresenteAussiSonCourrier() throws Exception {
        Jeton parCode = presenter(courrier());
        Demandeur entre = demandeur(atelier.portes.ouvrir(parCode.valeur(), ICI).orElseThrow());
        assertThat(atelier.portes.deLaSession(entre)).isPresent();
        Jeton jeton = atelier.portes.presenterLaSession(entre, null);
        assertThat(atelier.portes.presente(jeton.valeur())).isPresent();

        atelier.activations.activer(entre, CHOISI, Set.of());
        assertThat(atelier.portes.deLaSession(entre)).isEmpty();
        assertThatThrownBy(() -> atelier.portes.presenterLaSession(entre, null)).isInstanceOf(CourrierNonReconnu.class);
        assertThat(atelier.portes.presente(jeton.valeur())).isEmpty();
    }

    @Test
    void nulSecretNEstEnClairDansLaBase() throws Exception {
        Lettre lettre = courrier();
        Jeton jeton = presenter(lettre);
        assertThat(code(lettre)).hasSize(43);
        assertThat(base.lire("SELECT CONCAT_WS(' ', c.code, c.mot_de_passe, p.jeton, p.mot_de_passe, p.code) FROM"
                        + " code_de_courrier AS c JOIN courrier_presente AS p"))
                .singleElement()
                .asString()
                .matches("([0-9a-f]{64} ?){5}")
                .doesNotContain(code(lettre), jeton.valeur());
        assertThat(base.lire("SELECT CONCAT_WS(' ', action, details) FROM journal")
                        .toString())
                .doesNotContain(code(lettre), jeton.valeur());
        assertThat(lettre.toString() + jeton).doesNotContain(code(lettre), jeton.valeur());
    }

    private Lettre courrier() throws Exception {
        return atelier.courriers.faire(
                Atelier.agent("secretariat.moulin", Familles.UAI),
                compte,
                Familles.UAI,
                EnumSet.allOf(MotifCourrier.class),
                null,
                RaisonDuPapier.DEMANDE_PAPIER);
    }

    private static String code(Lettre lettre) {
        return Objects.requireNonNull(lettre.code());
    }

    private Jeton presenter(Lettre lettre) throws Exception {
        return atelier.portes.presenterLeCode(code(lettre), null, ICI);
    }

    private void refuse(String code, @Nullable String navigateur) {
        assertThatThrownBy(() -> atelier.portes.presenterLeCode(code, navigateur, ICI))
                .isInstanceOf(CourrierNonReconnu.class);
    }

    private int manque(String identifiant, String motDePasse) {
        return catchThrowableOfType(
                        CourrierNonReconnu.class,
                        () -> atelier.portes.presenterLeMotDePasse(identifiant, motDePasse, null, ICI))
                .restants();
    }

    private Demandeur principal() {
        long id = familles.actif("cristelle.principale");
        familles.lier(id, familles.eleve("Noé"));
        return new Demandeur(
                id, atelier.comptes.parId(id).orElseThrow().identifiant(), 1, ICI, Niveau.MOT_DE_PASSE, null);
    }

    private SessionService.Etat etat(SessionUtilisateur session) {
        return atelier.sessions.etat(session, compte()).orElseThrow();
    }

    private Demandeur demandeur(SessionUtilisateur session) {
        SessionService.Etat etat = etat(session);
        return new Demandeur(compte, session.identifiant(), session.sessionId(), ICI, etat.niveau(), etat.portee());
    }

    private Compte compte() {
        return atelier.comptes.parId(compte).orElseThrow();
    }
}
