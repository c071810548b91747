package fr.academie.teleservices.rapprochement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.PreuveInsuffisante;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L'académie regarde l'aperçu, l'applique ou le laisse ; elle seule, et le journal du bureau le dit. */
class RapprochementDeLAcademieTest {

    private static final Agent ASSISTANCE = assistance(true);

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private final AtelierDuRapprochement rapprochement = new AtelierDuRapprochement(base, atelier);
    private final RapprochementDeLAcademie academie =
            new RapprochementDeLAcademie(rapprochement.rapprochements, atelier.bureau, atelier.transactions);

    private long reste;
    private long ferme;

    private static Agent assistance(boolean frais) {
        return new Agent(
                new Identifiant("assistance"),
                Profil.ASSISTANCE,
                "CASTÉRA",
                "Hélène",
                null,
                new Habilitations(Set.of(), Set.of()),
                1,
                "127.0.0.1",
                frais);
    }

    @BeforeEach
    void installer() {
        base.vider();
        familles.etablissement();
        reste = familles.actif("cristelle.durand");
        ferme = familles.cree("cristelle.durand2");
        rapprochement.dire(reste);
        rapprochement.dire(ferme);
        rapprochement.dire(familles.cree("cristelle.durand3"), "MME", null, AtelierDuRapprochement.PORTABLE);
    }

    private Rapprochement apercu() {
        Rapprochement demande = academie.demander(ASSISTANCE);
        rapprochement.servir();
        return rapprochement.rapprochements.parId(demande.id()).orElseThrow();
    }

    @Test
    void deLaDemandeAuRapportToutEstAuJournal() {
        Rapprochement apercu = apercu();
        assertThat(academie.aValider(ASSISTANCE)).isEqualTo(1);
        assertThat(academie.bilan(ASSISTANCE, apercu).parCode().toString())
                .isEqualTo("{A_REGROUPER=1, DONNEE_ABSENTE=1}");
        assertThat(academie.chercher(ASSISTANCE, new RechercheDePaires("", "durand2"), 1)
                        .paires())
                .singleElement()
                .satisfies(paire -> {
                    assertThat(paire.code()).isEqualTo("A_REGROUPER");
                    assertThat(paire.compteId()).isEqualTo(reste);
                    assertThat(paire.autreId()).isEqualTo(ferme);
                    assertThat(paire.personne()).isEqualTo("Cristelle DURAND");
                });
        assertThat(academie.appliquer(ASSISTANCE, apercu.id(), Objects.requireNonNull(apercu.calculeLe())))
                .isTrue();
        rapprochement.servir();

        Rapprochement fini = academie.dernier(ASSISTANCE).orElseThrow();
        assertThat(fini.etat()).isEqualTo(EtatDuRapprochement.FINI);
        assertThat(academie.aValider(ASSISTANCE)).isZero();
        assertThat(academie.bilan(ASSISTANCE, fini).parCode().toString()).isEqualTo("{FAITE=1, DONNEE_ABSENTE=1}");
        List<String> exportees = new ArrayList<>();
        academie.exporter(ASSISTANCE, new RechercheDePaires("FAITE", ""), paire -> exportees.add(paire.code()));
        assertThat(exportees).containsExactly("FAITE");
        assertThat(base.lire("SELECT fait_par, origine FROM regroupement")).containsExactly("assistance|RAPPROCHEMENT");
        assertThat(base.lire("SELECT action, details FROM journal_bureau ORDER BY id"))
                .containsExactly(
                        "RAPPROCHEMENT_DEMANDE|{\"rapprochement\":" + fini.id() + "}",
                        "CONSULTATION|{\"liste\":\"RAPPROCHEMENT\",\"texte\":\"durand2\",\"lignes\":1}",
                        "RAPPROCHEMENT_VALIDE|{\"rapprochement\":" + fini.id() + "}",
                        "EXPORT|{\"quoi\":\"RAPPROCHEMENT\"}");
    }

    @Test
    void unApercuRecalculeDepuisNeSAppliquePas() {
        Rapprochement vu = apercu();
        atelier.horloge.avancer(Duration.ofMinutes(1));
        Rapprochement recalcule = apercu();
        assertThat(recalcule.id()).isEqualTo(vu.id());
        assertThat(academie.appliquer(ASSISTANCE, vu.id(), Objects.requireNonNull(vu.calculeLe())))
                .isFalse();
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'RAPPROCHEMENT_VALIDE'"))
                .isZero();
        assertThat(academie.appliquer(ASSISTANCE, vu.id(), Objects.requireNonNull(recalcule.calculeLe())))
                .isTrue();
        assertThat(academie.appliquer(ASSISTANCE, vu.id(), Objects.requireNonNull(recalcule.calculeLe())))
                .as("une seconde fois")
                .isFalse();
    }

    @Test
    void unApercuLaisseNeFaitRien() {
        Rapprochement apercu = apercu();
        assertThat(academie.abandonner(ASSISTANCE, apercu)).isTrue();
        assertThat(academie.abandonner(ASSISTANCE, apercu)).isFalse();
        assertThat(academie.appliquer(ASSISTANCE, apercu.id(), Objects.requireNonNull(apercu.calculeLe())))
                .isFalse();
        assertThat(base.compter("SELECT COUNT(*) FROM regroupement")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau WHERE action = 'RAPPROCHEMENT_ABANDONNE'"))
                .isEqualTo(1);
    }

    @Test
    void appliquerDemandeUneSessionFraiche() {
        Rapprochement apercu = apercu();
        assertThatThrownBy(() ->
                        academie.appliquer(assistance(false), apercu.id(), Objects.requireNonNull(apercu.calculeLe())))
                .isInstanceOf(PreuveInsuffisante.class);
        assertThat(academie.aValider(ASSISTANCE)).isEqualTo(1);
    }

    @Test
    void unAgentDEtablissementNEntrePas() {
        Agent secretaire = Atelier.agent("secretariat.moulin", Familles.UAI);
        Rapprochement apercu = apercu();
        RechercheDePaires toutes = new RechercheDePaires("", "");
        assertThat(academie.aValider(secretaire)).isZero();
        List<Runnable> gestes = List.of(
                () -> academie.dernier(secretaire),
                () -> academie.bilan(secretaire, apercu),
                () -> academie.chercher(secretaire, toutes, 1),
                () -> academie.exporter(secretaire, toutes, paire -> {}),
                () -> academie.demander(secretaire),
                () -> academie.abandonner(secretaire, apercu),
                () -> academie.appliquer(secretaire, apercu.id(), Objects.requireNonNull(apercu.calculeLe())));
        for (Runnable geste : gestes) {
            assertThatThrownBy(geste::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "∅", textBlock = """
        '',              '',             2
        '',              'DURAND',       2
        '',              'Durând crist', 2
        '',              'cristelle.durand3', 1
        '',              'P2',           1
        '',              '0330001A',     2
        '',              '0330001a P3',  1
        '',              'x',            2
        '',              '100%',         0
        'A_REGROUPER',   '',             1
        'DONNEE_ABSENTE','durand3',      1
        'FAITE',         '',             0
        'INCONNU',       '',             2
        """)
    void onChercheParCodeIdentifiantNumeroOuNom(String code, String mots, int trouvees) {
        apercu();
        RapprochementDeLAcademie.Page page = academie.chercher(ASSISTANCE, new RechercheDePaires(code, mots), 1);
        assertThat(page.total()).isEqualTo(trouvees);
        assertThat(page.paires()).hasSize(trouvees);
        assertThat(academie.chercher(ASSISTANCE, new RechercheDePaires(code, mots), 2))
                .as("au-delà de la dernière page, la dernière")
                .isEqualTo(page);
    }
}
