package fr.academie.teleservices.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.Invariants;
import fr.academie.teleservices.motdepasse.MotDePasseRefuse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'activation et ce qui est déclaré avec elle s'écrivent ensemble, une fois. */
@Tag("fuseau")
class ActivationServiceTest {

    private static final String BON = "Marée-Haute-7-Grèves";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Familles familles = new Familles(base);
    private final Atelier atelier = new Atelier(base.source());
    private long dylan;
    private long florian;
    private Demandeur demandeur = Atelier.demandeur(0, "x", 0);

    @BeforeEach
    void installer() {
        base.vider();
        long compte = familles.cree("cristelle.durand");
        dylan = familles.eleve("Dylan");
        florian = familles.eleve("Florian");
        familles.lier(compte, dylan);
        familles.lier(compte, florian);
        demandeur = Atelier.demandeur(compte, "cristelle.durand", familles.session("cristelle.durand"));
    }

    @Test
    void leCompteDevientActifEtLesLiensDeclaresSontContestesAvecLui() throws Exception {
        familles.session("cristelle.durand");
        long deNadia = familles.eleve("Yanis");
        familles.lier(familles.actif("nadia.benali"), deNadia);

        atelier.activations.activer(demandeur, BON, Set.of(florian, deNadia));

        assertThat(base.lire("SELECT etat FROM responsable WHERE identifiant = 'cristelle.durand'"))
                .isEqualTo(List.of("ACTIF"));
        assertThat(base.compter("SELECT COUNT(*) FROM responsable WHERE identifiant = 'cristelle.durand'"
                        + " AND provisoire_expire_le IS NULL"))
                .as("un mot de passe choisi n'a pas de fin")
                .isEqualTo(1);
        assertThat(base.lire("SELECT eleve_id, etat FROM rattachement ORDER BY eleve_id"))
                .isEqualTo(List.of(dylan + "|ACTIF", florian + "|CONTESTE", deNadia + "|ACTIF"));
        assertThat(base.lire("SELECT action FROM journal ORDER BY id"))
                .isEqualTo(List.of("ACTIVATION", "CONTESTATION"));
        assertThat(base.lire("SELECT id FROM session_ouverte WHERE finie_le IS NULL"))
                .isEqualTo(List.of(String.valueOf(demandeur.sessionId())));
        assertThat(enCours()).isTrue();

        var apres = Invariants.photographie(base);
        atelier.activations.activer(demandeur, "Encore-Un-Autre-8", Set.of(dylan));
        assertThat(Invariants.photographie(base)).as("second envoi").isEqualTo(apres);
    }

    @Test
    void unMotDePasseRefuseNeSignaleRien() {
        var avant = Invariants.photographie(base);
        assertThatThrownBy(() -> atelier.activations.activer(demandeur, "court", Set.of(florian)))
                .isInstanceOf(MotDePasseRefuse.class);
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
    }

    @Test
    void unePannePendantLeContestationAnnuleAussiLActivation() {
        var avant = Invariants.photographie(base);
        base.executer("RENAME TABLE evenement TO evenement_absent");
        try {
            assertThatThrownBy(() -> atelier.activations.activer(demandeur, BON, Set.of(florian)))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            base.executer("RENAME TABLE evenement_absent TO evenement");
        }
        assertThat(Invariants.photographie(base)).isEqualTo(avant);
        assertThat(enCours()).isFalse();
    }

    @Test
    void confirmerSonAdresseOuLaRemettreAPlusTardFinitLActivation() throws Exception {
        atelier.activations.activer(demandeur, BON, Set.of());
        atelier.activations.remettreLeMail(demandeur);
        assertThat(enCours()).isFalse();
        atelier.activations.remettreLeMail(demandeur);
        assertThat(enCours()).isFalse();
    }

    private boolean enCours() {
        return base.compter(
                        "SELECT COUNT(*) FROM activation_en_cours WHERE responsable_id = " + demandeur.responsableId())
                == 1;
    }
}
