package fr.academie.teleservices.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.Habilitations;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.journal.Profil;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** L'académie voit ce qui est mis de côté, et le remet dans l'ordre. */
class SuiviDesRemisesTest {

    private static final Agent ASSISTANCE = new Agent(
            new Identifiant("assistance"),
            Profil.ASSISTANCE,
            "CASTÉRA",
            "Hélène",
            null,
            new Habilitations(Set.of(), Set.of()),
            1,
            "127.0.0.1",
            true);

    private final BaseDEssai base = BaseDEssai.partagee();
    private ServiceAbonne ent;
    private AtelierDeDiffusion diffusion;
    private SuiviDesRemises suivi;
    private String refuse;
    private String suivant;

    @BeforeEach
    void parquer() throws IOException {
        base.vider();
        ent = new ServiceAbonne();
        diffusion = new AtelierDeDiffusion(Map.of("ent", ent.adresse()));
        diffusion.inscrire();
        suivi = new SuiviDesRemises(
                diffusion.atelier.bureau, diffusion.atelier.transactions, diffusion.atelier.horloge);
        long compte = new Familles(base).actif("cristelle.durand");
        refuse = diffusion.annoncer(compte, "cristelle.durand");
        suivant = diffusion.annoncer(compte, "cristelle.durand");
        ent.repondre(422);
        for (int essai = 1; essai <= Attentes.ESSAIS; essai++) {
            diffusion.remettre("ent");
            diffusion.atelier.horloge.avancer(Attentes.apresLEssai(Math.min(essai, Attentes.ESSAIS - 1)));
        }
        ent.repondre(200);
    }

    @AfterEach
    void fermer() {
        diffusion.remises.arreter();
        ent.close();
    }

    @Test
    void ceQuiEstMisDeCoteDitQuiPourquoiEtCeQuiAttendDerriere() {
        assertThat(suivi.parquees(ASSISTANCE)).singleElement().satisfies(parquee -> {
            assertThat(parquee.abonne()).isEqualTo("ent");
            assertThat(parquee.compte()).isEqualTo("cristelle.durand");
            assertThat(parquee.type()).isEqualTo("COMPTE_ACTIVE");
            assertThat(parquee.faute()).isEqualTo(FauteDeRemise.REFUS);
            assertThat(parquee.statut()).isEqualTo(422);
            assertThat(parquee.essais()).isEqualTo(Attentes.ESSAIS);
            assertThat(parquee.derriere()).isEqualTo(1);
        });
        assertThat(suivi.abonnes(ASSISTANCE)).singleElement().satisfies(etat -> {
            assertThat(etat.enAttente()).isEqualTo(1);
            assertThat(etat.parquees()).isEqualTo(1);
            assertThat(etat.reposJusquA()).isNull();
            assertThat(etat.plusAncienne()).isNotNull();
        });
    }

    @Test
    void remettreFaitRepartirDansLOrdreEtLaisseSaTrace() {
        assertThat(suivi.remettre(ASSISTANCE, "ent")).isEqualTo(1);
        assertThat(diffusion.remettre("ent")).isEqualTo(2);
        assertThat(ent.evenements()).endsWith(refuse, suivant);
        assertThat(base.lire("SELECT action, acteur, details FROM journal_bureau"))
                .containsExactly("REMISE|assistance|{\"abonne\":\"ent\",\"lignes\":1}");
    }

    @Test
    void remettreDeuxFoisOuAUnInconnuNeFaitRienDePlus() {
        suivi.remettre(ASSISTANCE, "ent");
        assertThat(suivi.remettre(ASSISTANCE, "ent")).isZero();
        assertThat(suivi.remettre(ASSISTANCE, "inconnu")).isZero();
        assertThat(base.compter("SELECT COUNT(*) FROM journal_bureau")).isEqualTo(1);
    }

    @Test
    void regarderEtEmporterLaissentLeurTrace() {
        suivi.parquees(ASSISTANCE);
        suivi.exporter(ASSISTANCE);
        assertThat(base.lire("SELECT action, details FROM journal_bureau ORDER BY id"))
                .containsExactly(
                        "CONSULTATION|{\"liste\":\"REMISES\",\"lignes\":1}",
                        "EXPORT|{\"liste\":\"REMISES\",\"lignes\":1}");
    }

    @Test
    void unAgentDEtablissementNEntrePas() {
        Agent secretaire = Atelier.agent("secretariat.moulin", Familles.UAI);
        assertThatThrownBy(() -> suivi.parquees(secretaire)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suivi.abonnes(secretaire)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> suivi.remettre(secretaire, "ent")).isInstanceOf(IllegalArgumentException.class);
    }
}
