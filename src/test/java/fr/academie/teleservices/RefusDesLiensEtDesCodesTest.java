package fr.academie.teleservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import fr.academie.teleservices.motdepasse.OubliService.LienPerime;
import fr.academie.teleservices.motdepasse.PreuveRefusee;
import fr.academie.teleservices.opposition.OppositionRefusee;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Le coût d'un refus ne dit pas sa cause, en nombres qui ne dépendent pas de la machine : un lien qui ne vaut plus rien se refuse par les
 * mêmes allers-retours, un code au bout du même temps. Les durées elles-mêmes : {@code BancDesCodes} et {@code BancDesLiens}.
 */
class RefusDesLiensEtDesCodesTest {

    private static final Duration REFUS = Duration.ofMillis(120);
    private static final String VIVANT = "UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE";
    private static final String PASSE = "UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE";
    private static final String PHRASE = "Marée-Haute-7-Grèves";
    private static final List<String> LIENS = List.of("inconnu", "expire", "servi", "ferme", "ẍ");

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);

    @BeforeEach
    void vider() {
        base.vider();
    }

    @Test
    void toutLienMortSeRefuseParLesMemesAllersRetours() throws Exception {
        liens();
        try (MandataireMariaDb mandataire = new MandataireMariaDb(base.base().port())) {
            Atelier atelier = new Atelier(base.source(mandataire.url(), 1));
            Map<String, Consumer<String>> gestes = new LinkedHashMap<>();
            gestes.put(
                    "oubli lu", lien -> assertThat(atelier.oublis.compte(lien)).isEmpty());
            gestes.put(
                    "oubli envoyé",
                    lien -> assertThatThrownBy(() -> atelier.oublis.reinitialiser(lien, PHRASE, "127.0.0.1"))
                            .isInstanceOf(LienPerime.class));
            gestes.put(
                    "adresse lue",
                    lien -> assertThat(atelier.mails.aConfirmer(lien)).isEmpty());
            gestes.put(
                    "adresse envoyée",
                    lien -> assertThatThrownBy(() -> atelier.mails.confirmerParLien(lien, "127.0.0.1"))
                            .isInstanceOf(CoordonneeRefusee.class));
            gestes.put(
                    "opposition lue",
                    lien -> assertThat(atelier.oppositions.effet(lien)).isEmpty());
            gestes.put(
                    "opposition envoyée",
                    lien -> assertThatThrownBy(() -> atelier.oppositions.opposer(lien, "127.0.0.1"))
                            .isInstanceOf(OppositionRefusee.class));
            gestes.forEach((nom, geste) -> {
                geste.accept(jeton("chauffe"));
                Map<String, List<String>> couts = new LinkedHashMap<>();
                for (String lien : LIENS) {
                    mandataire.remettreAZero();
                    geste.accept(jeton(lien));
                    couts.put(lien, sansValeurs(mandataire.allersRetours()));
                }
                assertThat(couts.get("inconnu")).as(nom).isNotEmpty();
                assertThat(couts.values()).as(nom + " " + couts).containsOnly(couts.get("inconnu"));
            });
        }
    }

    @Test
    void toutCodeQuiNeVautRienEstRefuseAuBoutDuMemeTemps() {
        Atelier atelier = new Atelier(
                base.source(),
                Atelier.reglages(Map.of("hachage.refus", REFUS.toMillis() + " ms")),
                Atelier.profil(Map.of()));
        for (String[] cas : new String[][] {
            {"aucun", "", "0", "0"},
            {"expiré", PASSE, "0", "0"},
            {"d'une autre session", VIVANT, "9", "0"},
            {"épuisé", VIVANT, "0", "5"},
            {"faux", VIVANT, "0", "0"}
        }) {
            Demandeur demandeur = demandeur(cas[0]);
            if (!cas[1].isEmpty()) {
                base.executer(
                        "INSERT INTO code_de_preuve (responsable_id, session_id, code, essais, envoye_le, expire_le)"
                                + " VALUES (" + demandeur.responsableId() + ", " + demandeur.sessionId() + " + "
                                + cas[2] + ", '"
                                + Familles.ARGON2 + "', " + cas[3] + ", UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE, " + cas[1]
                                + ")");
            }
            assertThat(duree(() -> assertThatThrownBy(() -> atelier.titulaires.confirmer(demandeur, "00000000"))
                            .isInstanceOf(PreuveRefusee.class)))
                    .as("code de preuve " + cas[0])
                    .isGreaterThanOrEqualTo(REFUS);
        }
        for (String[] cas : new String[][] {{"expiré", PASSE, "0"}, {"épuisé", VIVANT, "5"}, {"faux", VIVANT, "0"}}) {
            Demandeur demandeur = demandeur("mail." + cas[0]);
            attendre(demandeur.responsableId(), cas[0], cas[1], cas[2]);
            assertThat(duree(() -> assertThatThrownBy(() -> atelier.mails.confirmer(demandeur, "000000"))
                            .isInstanceOf(CoordonneeRefusee.class)))
                    .as("code d'adresse " + cas[0])
                    .isGreaterThanOrEqualTo(REFUS);
        }
    }

    private static List<String> sansValeurs(List<String> requetes) {
        return requetes.stream()
                .map(requete -> requete.replaceAll("'[^']*'", "?"))
                .toList();
    }

    private static Duration duree(Runnable geste) {
        long debut = System.nanoTime();
        geste.run();
        return Duration.ofNanos(System.nanoTime() - debut);
    }

    /** Un titulaire dont l'adresse était confirmée avant le courrier qui l'a fait entrer. */
    private Demandeur demandeur(String nom) {
        String identifiant = nom.replaceAll("[^a-z.]", "");
        familles.etablissement();
        long compte = familles.actif(identifiant);
        base.executer(
                "UPDATE responsable SET mail_confirme_le = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE id = " + compte,
                "INSERT INTO portee (responsable_id, uai, empreinte, faite_par, depuis, expire_le, courante,"
                        + " titulaire, avisee) VALUES (" + compte + ", '" + Familles.UAI + "', '" + Familles.ARGON2
                        + "', 'moulin', UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, " + VIVANT + ", 1, 1, 1)");
        return Atelier.demandeur(compte, identifiant, familles.session(identifiant));
    }

    private void liens() {
        long compte = familles.actif("actif");
        long ferme = familles.compte("ferme", "DURAND", null, "Cristelle", "FERME", null, "NULL");
        oubli(compte, "expire", PASSE, "NULL");
        oubli(compte, "servi", VIVANT, "UTC_TIMESTAMP(3)");
        oubli(ferme, "ferme", VIVANT, "NULL");
        attendre(compte, "expire", PASSE, "0");
        attendre(ferme, "ferme", VIVANT, "0");
        opposition(compte, "expire", PASSE, "NULL");
        opposition(compte, "servi", VIVANT, "UTC_TIMESTAMP(3)");
    }

    private void oubli(long compte, String nom, String expireLe, String serviLe) {
        base.executer(
                "INSERT INTO jeton_courriel (empreinte, emploi, responsable_id, cree_le, expire_le, servi_le) VALUES"
                        + " (SHA2('" + jeton(nom) + "', 256), 'MOT_DE_PASSE', " + compte
                        + ", UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ", " + serviLe + ")");
    }

    private void attendre(long compte, String nom, String expireLe, String essais) {
        base.executer(
                "INSERT INTO mail_en_attente (responsable_id, mail, code, lien, essais, envoye_le, expire_le) VALUES ("
                        + compte + ", 'm" + compte + "@exemple.fr', '" + Familles.ARGON2 + "', SHA2('" + jeton(nom)
                        + "', 256), " + essais + ", UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe + ")");
    }

    private void opposition(long compte, String nom, String expireLe, String closeLe) {
        base.executer(
                "INSERT INTO opposition (acte, responsable_id, avant, cree_le, expire_le, close_le) VALUES ('MAIL', "
                        + compte
                        + ", IF(" + closeLe + " IS NULL, '{}', NULL), UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, " + expireLe
                        + ", " + closeLe + ")",
                "INSERT INTO opposition_lien (empreinte, opposition_id, compte_id) SELECT SHA2('" + jeton(nom)
                        + "', 256), MAX(id), " + compte + " FROM opposition");
    }

    private static String jeton(String nom) {
        return (nom + "x".repeat(43)).substring(0, 43);
    }
}
