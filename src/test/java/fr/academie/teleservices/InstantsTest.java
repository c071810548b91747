package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.Preuve;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.MotifCourrier;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Taches;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * La base garde des instants en UTC, quel que soit le fuseau de la machine qui les écrit : les deux nuits où l'heure change en France,
 * un instant écrit à l'heure locale se confond avec un autre ou n'existe pas.
 */
class InstantsTest {

    private static final String LIEN = "https://exemple.fr/nouveau?jeton=";
    private static final DateTimeFormatter COMME_LA_BASE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final TimeZone FUSEAU_DES_ESSAIS = TimeZone.getDefault();

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long compte;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        compte = familles.actif("cristelle.durand");
        familles.lier(compte, familles.eleve("Dylan"));
        demandeur = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @AfterEach
    void remettreLeFuseau() {
        TimeZone.setDefault(FUSEAU_DES_ESSAIS);
    }

    static Stream<Arguments> nuits() {
        Stream<Arguments> paris = Stream.of(
                        // Avant, puis dans l'heure qui revient : 2 h 55 à Paris, deux fois.
                        "2026-10-24T23:55:00.123Z",
                        "2026-10-25T00:55:00.123Z",
                        "2026-10-25T01:55:00.123Z",
                        // Autour de l'heure qui n'existe pas : 1 h 55, puis 3 h 05 et 4 h 30 à Paris.
                        "2027-03-28T00:55:00.123Z",
                        "2027-03-28T01:05:00.123Z",
                        "2027-03-28T02:30:00.123Z")
                .map(le -> Arguments.of("Europe/Paris", Instant.parse(le)));
        Stream<Arguments> ailleurs = Stream.of("Indian/Reunion", "Pacific/Tahiti")
                .flatMap(fuseau -> Stream.of("2026-10-25T00:55:00.123Z", "2027-03-28T01:05:00.123Z")
                        .map(le -> Arguments.of(fuseau, Instant.parse(le))));
        return Stream.concat(paris, ailleurs);
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void unRegroupementPorteLesInstantsDeLHorloge(String fuseau, Instant le) throws RegroupementRefuse {
        partir(fuseau, le);
        long secondaire = familles.cree("cristelle.durand1");
        familles.lier(secondaire, familles.eleve("Florian"));
        provisoireJusqu(secondaire, le.plusSeconds(3600));

        UUID jeton = atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        assertThat(lire("CONCAT_WS('|', creee_le, expire_le) FROM demande_regroupement"))
                .containsExactly(ecrit(le) + "|" + ecrit(le.plus(Duration.ofMinutes(10))));
        atelier.horloge.avancer(Duration.ofMinutes(10).minusMillis(1));
        atelier.regroupements.apercu(demandeur, jeton);
        Instant confirmeLe = atelier.horloge.instant();
        atelier.regrouper(demandeur, jeton);

        assertThat(atelier.regroupements.fait(demandeur, jeton).orElseThrow().faitLe())
                .isEqualTo(confirmeLe);
        assertThat(lire(
                        "CAST(fait_le AS CHAR) FROM regroupement UNION ALL SELECT CAST(ferme_le AS CHAR) FROM responsable WHERE id = "
                                + secondaire
                                + " UNION ALL SELECT DISTINCT CAST(le AS CHAR) FROM journal"
                                + " UNION ALL SELECT DISTINCT CAST(le AS CHAR) FROM evenement"
                                + " UNION ALL SELECT DISTINCT CAST(a_envoyer_le AS CHAR) FROM courriel"))
                .hasSize(5)
                .containsOnly(ecrit(confirmeLe));
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void unePreuveEtUnMotDePasseProvisoireViventLeTempsDit(String fuseau, Instant le) throws RegroupementRefuse {
        partir(fuseau, le);
        long secondaire = familles.cree("cristelle.durand1");
        provisoireJusqu(secondaire, le.plus(Duration.ofMinutes(15)));
        assertThat(atelier.comptes.parId(secondaire).orElseThrow().provisoireExpireLe())
                .isEqualTo(le.plus(Duration.ofMinutes(15)));

        UUID jeton = atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        atelier.horloge.avancer(Duration.ofMinutes(10));
        assertThatThrownBy(() -> atelier.regroupements.apercu(demandeur, jeton)).isInstanceOf(RegroupementRefuse.class);
        atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE);
        atelier.horloge.avancer(Duration.ofMinutes(5));
        assertThatThrownBy(() -> atelier.preuves.prouver(demandeur, "cristelle.durand1", Familles.MOT_DE_PASSE))
                .isInstanceOf(RegroupementRefuse.class);
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void leCodeEnvoyeALAdresseMailSertTrenteMinutes(String fuseau, Instant le) throws Exception {
        partir(fuseau, le);
        base.executer("UPDATE responsable SET mail_confirme_le = '" + ecrit(le.minusSeconds(60)) + "'");

        atelier.mails.demander(demandeur, "nouvelle@exemple.fr", "https://exemple.fr");
        assertThat(lire("CONCAT_WS('|', envoye_le, expire_le) FROM mail_en_attente"))
                .containsExactly(ecrit(le) + "|" + ecrit(le.plus(Duration.ofMinutes(30))));
        assertThat(lire("CONCAT_WS('|', JSON_VALUE(avant, '$.confirmeLe'), cree_le, expire_le) FROM opposition"))
                .containsExactly(
                        ecrit(le.minusSeconds(60)) + "|" + ecrit(le) + "|" + ecrit(le.plus(Duration.ofDays(3))));
        atelier.horloge.avancer(Duration.ofMinutes(30).minusMillis(1));
        atelier.mails.confirmer(demandeur, trouver("\\b(\\d{6})\\b", "destinataire = 'nouvelle@exemple.fr'"));

        assertThat(atelier.comptes.fiche(compte).orElseThrow().mailConfirmeLe()).isEqualTo(atelier.horloge.instant());
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void leLienDUnMotDePasseOublieSertTrenteMinutes(String fuseau, Instant le) throws Exception {
        partir(fuseau, le);
        base.executer("UPDATE responsable SET mail_confirme_le = '" + ecrit(le.minusSeconds(60)) + "'");

        atelier.oublis.demanderMotDePasse("cristelle.durand", "127.0.0.1", LIEN);
        Taches.faire(base, atelier.oublis.tache());
        assertThat(lire("CONCAT_WS('|', cree_le, expire_le) FROM jeton_courriel"))
                .containsExactly(ecrit(le) + "|" + ecrit(le.plus(Duration.ofMinutes(30))));
        String jeton = trouver(Pattern.quote(LIEN) + "([A-Za-z0-9_-]{43})", "TRUE");
        atelier.horloge.avancer(Duration.ofMinutes(30).minusMillis(1));
        assertThat(atelier.oublis.compte(jeton)).isPresent();
        atelier.horloge.avancer(Duration.ofMillis(1));
        assertThat(atelier.oublis.compte(jeton)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void unCourrierEtLActivationQuiLeSuitPortentLeurInstant(String fuseau, Instant le) throws Exception {
        partir(fuseau, le);
        long nouveau = familles.compte("marie.petit", "PETIT", null, "Marie", "CREE", null, "NULL");
        long dylan = familles.eleve("Noé");
        familles.lier(nouveau, dylan);

        Lettre lettre = atelier.courriers.faire(
                Atelier.agent("secretariat.moulin", Familles.UAI),
                nouveau,
                Familles.UAI,
                EnumSet.of(MotifCourrier.PREMIER),
                null);
        assertThat(lire("CAST(expire_le AS CHAR) FROM compte_cas WHERE identifiant = 'marie.petit'"))
                .containsExactly(ecrit(le.plus(Duration.ofDays(90))));
        assertThat(lire("CAST(fait_le AS CHAR) FROM courrier UNION ALL SELECT CAST(le AS CHAR) FROM journal_bureau"))
                .containsExactly(ecrit(le), ecrit(le));
        assertThat(lettre.faiteLe()).isEqualTo(le);

        atelier.activations.activer(
                Atelier.demandeur(nouveau, "marie.petit", familles.session("marie.petit")),
                "Un autre Mot2Passe!",
                Set.of(dylan));
        assertThat(lire("CAST(active_le AS CHAR) FROM responsable WHERE id = " + nouveau
                        + " UNION ALL SELECT CAST(conteste_le AS CHAR) FROM rattachement WHERE responsable_id = "
                        + nouveau
                        + " UNION ALL SELECT CAST(depuis AS CHAR) FROM activation_en_cours"))
                .containsExactly(ecrit(le), ecrit(le), ecrit(le));
        assertThat(atelier.comptes.fiche(nouveau).orElseThrow().activeLe()).isEqualTo(le);
    }

    @ParameterizedTest
    @MethodSource("nuits")
    void unInstantQueLaBaseAEcritSeRelitTelQuel(String fuseau, Instant le) {
        partir(fuseau, le);
        base.executer("UPDATE responsable SET cree_le = '" + ecrit(le) + "'");

        assertThat(atelier.comptes.fiche(compte).orElseThrow().creeLe()).isEqualTo(le);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Indian/Reunion", "Pacific/Tahiti"})
    void unCourrierNeSeFaitNiAvantSonCompteNiDesHeuresApres(String fuseau) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(fuseau));
        long nouveau = familles.compte("marie.petit", "PETIT", null, "Marie", "CREE", null, "NULL");
        familles.lier(nouveau, familles.eleve("Noé"));

        Lettre lettre = atelier.courriers.faire(
                Atelier.agent("secretariat.moulin", Familles.UAI),
                nouveau,
                Familles.UAI,
                EnumSet.of(MotifCourrier.PREMIER),
                null);

        Instant creeLe = atelier.comptes.fiche(nouveau).orElseThrow().creeLe();
        assertThat(lettre.faiteLe()).isBetween(creeLe, creeLe.plusSeconds(60));
        assertThat(base.compter("SELECT COUNT(*) FROM courrier AS k JOIN responsable AS r ON r.id = k.responsable_id"
                        + " WHERE k.fait_le BETWEEN r.cree_le AND r.cree_le + INTERVAL 1 MINUTE"))
                .isEqualTo(1);
    }

    @Test
    void uneNuitDeChangementDHeureLesFaitsRestentDansLOrdre() {
        partir("Europe/Paris", Instant.parse("2026-10-25T00:10:00Z"));
        for (int i = 0; i < 9; i++) {
            atelier.sessions.ouvrir(
                    new Preuve("ST-" + i, "127.0.0.1", null, false),
                    atelier.comptes.parId(compte).orElseThrow());
            atelier.horloge.avancer(Duration.ofMinutes(15));
        }

        List<String> ecrits = lire("CAST(le AS CHAR) FROM journal WHERE action = 'CONNEXION' ORDER BY id");
        assertThat(ecrits).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    private void partir(String fuseau, Instant le) {
        TimeZone.setDefault(TimeZone.getTimeZone(fuseau));
        atelier.horloge.arreterA(le);
    }

    private void provisoireJusqu(long id, Instant expireLe) {
        base.executer("UPDATE responsable SET provisoire_expire_le = '" + ecrit(expireLe) + "' WHERE id = " + id);
    }

    /** Mis en texte par la base : le pilote ferait passer un {@code DATETIME} par le fuseau de la machine virtuelle. */
    private List<String> lire(String colonnes) {
        return base.lire("SELECT " + colonnes);
    }

    private String trouver(String motif, String condition) {
        String texte = base.lire("SELECT texte FROM courriel WHERE " + condition + " ORDER BY id DESC LIMIT 1")
                .get(0);
        var trouve = Pattern.compile(motif).matcher(texte);
        assertThat(trouve.find()).isTrue();
        return trouve.group(1);
    }

    /** Cet instant tel que la base doit l'écrire. */
    private static String ecrit(Instant le) {
        return COMME_LA_BASE.format(LocalDateTime.ofInstant(le, ZoneOffset.UTC));
    }
}
