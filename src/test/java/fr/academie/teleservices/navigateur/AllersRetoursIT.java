package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.essais.MandataireMariaDb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ce que chaque page demande à la base, en allers-retours : un nombre qui ne dépend pas de la machine, et qui ne doit pas grandir. */
@ExtendWith(PileExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class AllersRetoursIT {

    /** Ce que le serveur demande de lui-même, qu'on lise une page ou non. */
    private static final Pattern DE_FOND = Pattern.compile(
            "(?is).*\\b(FROM|INTO|UPDATE) (tache|tache_passage|sonde|courriel|sms|remise|compte_cas)\\b.*|.*@@.*|COM_\\d+");

    private static final int LECTURES = 5;

    private final Pile pile;
    private MandataireMariaDb mandataire;
    private String application;

    AllersRetoursIT(Pile pile) {
        this.pile = pile;
    }

    @BeforeAll
    void demarrer() throws IOException {
        mandataire = new MandataireMariaDb(pile.portDeLaBase());
        application = pile.tardive(mandataire.port());
    }

    @AfterAll
    void arreter() throws IOException {
        pile.retirer(application);
        mandataire.partir();
    }

    @Test
    void lesPagesDUnParent() {
        ClientHttp parent = new ClientHttp(pile, application);
        parent.connecter(pile.actif("Dylan", "Florian"));
        exiger(
                parent,
                Map.of(
                        "/mentions-legales", 3,
                        "/accueil", 4,
                        "/compte/enfants", 7,
                        "/compte/regrouper", 3,
                        "/compte/profil", 6));
        exiger(new ClientHttp(pile, application), Map.of("/mentions-legales", 0));
    }

    /** Dont deux pour la ligne d'audit. */
    @Test
    void laListeDuBureau() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zallers");
        ClientHttp chef = new ClientHttp(pile, application);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        exiger(chef, Map.of("/etablissement?uai=" + ecole.uai(), 9));
    }

    private void exiger(ClientHttp navigateur, Map<String, Integer> bornes) {
        Map<String, List<String>> trop = new LinkedHashMap<>();
        bornes.forEach((page, borne) -> {
            List<String> demandes = deLaPage(navigateur, page);
            if (demandes.size() > borne) {
                trop.put(page, demandes);
            }
        });
        assertThat(trop).isEmpty();
    }

    /** La plus courte de plusieurs lectures : un travail de fond qui passe au même instant ne compte pas. */
    private List<String> deLaPage(ClientHttp navigateur, String page) {
        List<List<String>> lectures = new ArrayList<>();
        for (int lecture = 0; lecture < LECTURES; lecture++) {
            mandataire.remettreAZero();
            assertThat(navigateur.lire(page).statusCode()).as(page).isEqualTo(200);
            lectures.add(mandataire.allersRetours().stream()
                    .filter(demande -> !DE_FOND.matcher(demande).matches())
                    .toList());
        }
        return lectures.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
    }
}
