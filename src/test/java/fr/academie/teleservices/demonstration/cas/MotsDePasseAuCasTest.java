package fr.academie.teleservices.demonstration.cas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.RegleMotDePasse;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Un même mot de passe choisi ici et tapé au CAS. Le genre : blanc autour, insécable ou fin à la place d'une espace, accent composé ou
 * décomposé, apostrophe, guillemets, tirets et points que le téléphone change, signe invisible, emoji avec sa variante.
 */
class MotsDePasseAuCasTest {

    private static final String BON = "notre voiture rouge roule vite sur sable";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final ComptesCas cas = new ComptesCas(base.source(), atelier.horloge);
    private final Identifiant identifiant = new Identifiant("zoe.martin");

    @BeforeEach
    void installer() {
        base.vider();
        familles.compte("zoe.martin", "MARTIN", null, "Zoé", "ACTIF", Familles.ARGON2, "NULL");
    }

    /** Ce qui est accepté entre tel quel au CAS et ici : rien n'a changé en chemin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                BON,
                "notre voiture  rouge roule vite sur sable",
                "l'été où notre œuf éclôt près d'un grand cèdre bleu",
                "Ô-Vent_42!\"#$%&'()*+,-./:;<=>?@[]^`{|}~",
                "«Grand» cheval gris 4€ µ§¤",
                "cheval 🐎 gris 🌳 grand ciel vaste plaine ronde"
            })
    void ceQuiEstAccepteSeProuveAuCasEtIci(String choisi) throws Exception {
        assertThat(atelier.motsDePasse.exiger(choisi, compte(), null)).isEqualTo(choisi);
        poser(choisi);
        assertThat(auCas(choisi)).isTrue();
        assertThat(atelier.comptes.prouver(identifiant, choisi)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'notre voiture rouge roule vite sur sable ', BLANC_AUTOUR",
        "' notre voiture rouge roule vite sur sable', BLANC_AUTOUR",
        "'notre voiture rouge roule vite sur sable\u00a0', BLANC_AUTOUR",
        "'notre voiture rouge roule vite sur sable\n', BLANC_AUTOUR",
        "'notre voiture rouge roule vite sur sable\u200b', BLANC_AUTOUR",
        "notre\u00a0voiture rouge roule vite sur sable, SIGNE_CHANGEANT",
        "notre voiture\u202frouge roule vite sur sable, SIGNE_CHANGEANT",
        "notre voi\u00adture rouge roule vite sur sable, SIGNE_CHANGEANT",
        "notre voiture rouge roule vite sur l\u2019herbe, SIGNE_CHANGEANT",
        "notre voiture rouge roule vite \u201csur\u201d sable, SIGNE_CHANGEANT",
        "notre voiture rouge \u2014 roule vite sur sable, SIGNE_CHANGEANT",
        "notre voiture rouge roule vite sur sable\u2026, SIGNE_CHANGEANT",
        "notre voiture rouge roule vite cet e\u0301te\u0301, SIGNE_CHANGEANT",
        "notre voiture rouge \u2764\ufe0f roule vite sur sable, SIGNE_CHANGEANT",
        "'notre voiture\trouge roule vite sur sable', SIGNE_CHANGEANT"
    })
    void ceQuUnAutreAppareilEnverraitAutrementEstRefuseEnDisantPourquoi(String choisi, RegleMotDePasse regle) {
        assertThat(refus(choisi)).containsExactly(regle);
    }

    /** Une empreinte faite ailleurs : le CAS l'accepte telle quelle, l'étape 1 et PROFIL aussi. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "notre voiture rouge roule vite sur sable ",
                " notre voiture",
                "l\u2019herbe",
                "e\u0301te\u0301",
                "notre\u00a0voiture",
                "trois\u2026"
            })
    void uneEmpreinteFaiteAilleursSeProuveIciCommeAuCas(String ailleurs) throws Exception {
        poser(ailleurs);
        assertThat(auCas(ailleurs)).isTrue();
        assertThat(atelier.comptes.prouver(identifiant, ailleurs)).isPresent();
        Compte compte = compte();
        atelier.motsDePasse.changer(
                Atelier.demandeur(compte.id(), "zoe.martin", familles.session("zoe.martin")), ailleurs, BON);
        assertThat(auCas(BON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BON + " ",
                "\u00a0" + BON,
                "notre\u00a0voiture rouge roule vite sur sable",
                "notre voiture rouge roule vite sur sable\u200b"
            })
    void unClavierQuiChangeLaSaisieNeFermePasLaPorteIci(String tape) {
        poser(BON);
        assertThat(atelier.comptes.prouver(identifiant, tape)).isPresent();
    }

    @Test
    void unRefusDureAutantQuelQueSoitLeNombreDeLectures() {
        Atelier patient = new Atelier(
                base.source(), Atelier.reglages(Map.of("hachage.refus", "400 ms")), Atelier.profil(Map.of()));
        for (String tape : List.of("faux", "faux ", "ktrm 7hpc x4dn", " KTRM\u20117HPC x4dn ")) {
            long debut = System.nanoTime();
            assertThat(patient.comptes.prouver(identifiant, tape)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - debut))
                    .as(tape)
                    .isBetween(Duration.ofMillis(400), Duration.ofMillis(700));
        }
    }

    private List<RegleMotDePasse> refus(String choisi) {
        try {
            atelier.motsDePasse.exiger(choisi, compte(), null);
            return List.of();
        } catch (MotDePasseRefuse e) {
            return e.defauts();
        }
    }

    private boolean auCas(String tape) throws SQLException {
        @Nullable CompteCas entre = cas.authentifier("zoe.martin", tape).compte();
        return entre != null;
    }

    private Compte compte() {
        return atelier.comptes.parIdentifiant(identifiant).orElseThrow();
    }

    private void poser(String motDePasse) {
        base.executer("UPDATE responsable SET mot_de_passe = '{bcrypt}"
                + new BCryptPasswordEncoder(10).encode(motDePasse) + "'");
    }
}
