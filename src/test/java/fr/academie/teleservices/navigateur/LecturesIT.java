package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.Familles;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lire n'écrit rien : chaque page, avec et sans ses paramètres, laisse la base comme elle était, aux lignes d'audit près. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class LecturesIT {

    private static final List<String> AVEC_DES_PARAMETRES = List.of(
            "/compte/contester?eleve=1",
            "/compte/enfants?fait=contestation",
            "/compte/profil?fait=motDePasse",
            "/mail/confirmer?jeton=AAAAAAAAAAAAAAAAAAAAAA",
            "/mail/opposition?jeton=AAAAAAAAAAAAAAAAAAAAAA",
            "/oubli/nouveau?jeton=AAAAAAAAAAAAAAAAAAAAAA",
            "/tuile",
            "/sante");

    private final Pile pile;

    LecturesIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void lesPagesDUnResponsableNEcriventRien() {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        String jeton = Envois.prouver(parent, secondaire);
        parent.lire("/compte/historique");
        long eleve = pile.base().compter("SELECT MIN(id) FROM eleve");

        List<String> adresses = Stream.of(
                        Pages.PERSONNELLES,
                        Pages.PUBLIQUES,
                        AVEC_DES_PARAMETRES,
                        List.of(Regroupement.ETAPE_2 + jeton, Regroupement.ETAPE_3 + jeton, "/accueil?eleve=" + eleve))
                .flatMap(List::stream)
                .toList();
        for (String adresse : adresses) {
            assertThat(EtatDeLaBase.changements(pile.base(), () -> exigerUneReponse(parent.lire(adresse))))
                    .as(adresse)
                    .isEmpty();
        }
    }

    @Test
    void revoirLEtape2ApresUnChangementNEcritRien() {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        String jeton = Envois.prouver(parent, secondaire);
        pile.base().executer("UPDATE rattachement SET niveau = 2 WHERE responsable_id = " + secondaire.id());

        assertThat(EtatDeLaBase.changements(pile.base(), () -> parent.lire(Regroupement.ETAPE_2 + jeton)))
                .isEmpty();
    }

    @Test
    void lesPagesDuBureauNEcriventQueLeurTrace() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zlecture");
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ecole.commencer(chef);
        ClientHttp assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        for (GestesDuBureau.Lecture lecture : GestesDuBureau.LECTURES) {
            ClientHttp agent = lecture.estDeLAssistance() ? assistance : chef;
            assertThat(EtatDeLaBase.changements(
                            pile.base(),
                            () -> assertThat(agent.lire(lecture.adresse(ecole)).statusCode())
                                    .isEqualTo(200)))
                    .as(lecture.chemin())
                    .isEmpty();
        }
    }

    private static void exigerUneReponse(HttpResponse<String> reponse) {
        assertThat(reponse.statusCode()).isLessThan(500);
    }
}
