package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import fr.academie.teleservices.navigateur.GestesDuBureau.Lecture;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que personne ne devrait envoyer aux bureaux : chaque adresse et chaque bouton répond quand même par une page, jamais par une panne. */
@EssaiLong("chaque adresse du bureau sous chaque valeur tordue ; ChampsObligatoiresTest garde chaque champ")
@ExtendWith(PileExtension.class)
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SaisiesDuBureauIT {

    /** Les filtres, tris et pages que les listes lisent dans leur adresse. */
    private static final List<String> FILTRES = List.of(
            "q",
            "etat",
            "mail",
            "courrier",
            "classe",
            "tri",
            "sens",
            "page",
            "mots",
            "acteur",
            "action",
            "responsable",
            "du",
            "au",
            "pas",
            "indicateur",
            "fait",
            "refus",
            "motif");

    private final EcoleDEssai ecole;
    private final ClientHttp chef;
    private final ClientHttp assistance;
    private final List<String> defauts = new ArrayList<>();

    SaisiesDuBureauIT(Pile pile) {
        ecole = EcoleDEssai.creer(pile, "zecho");
        chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        assistance = new ClientHttp(pile);
        assistance.entrer("/assistance", "assistance", "Assistance!2026");
        ecole.commencer(chef);
    }

    @AfterEach
    void direLesDefauts() {
        List<String> dits = List.copyOf(defauts);
        defauts.clear();
        assertThat(dits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "99999999999999999999",
                "INCONNU",
                "_\\%\\_",
                "' OR 1=1 --",
                "a\u0000b",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u200F\u202Ezecho",
                "<script>alert(1)</script>",
                "2026-02-30",
                "+999999999-12-31"
            })
    void uneValeurInattendueNeFaitPasDePanne(String valeur) {
        lire("« " + valeur + " »", nom -> valeur);
        envoyer("« " + valeur + " »", nom -> valeur);
    }

    @Test
    void uneValeurEnormeNonPlus() {
        // Au-delà de 8 ko d'adresse, Tomcat répond lui-même ; un formulaire n'a pas cette borne.
        lire("énorme", nom -> "x".repeat(FILTRES.contains(nom) ? 380 : 6_000));
        envoyer("énorme", nom -> "x".repeat(10_000));
        envoyer("énorme", nom -> "\uD83D\uDE00".repeat(5_000));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void unParametreRepeteAbsentOuMalEncodeNonPlus() {
        for (Lecture lecture : GestesDuBureau.LECTURES) {
            Map<String, String> siens = lecture.cible().apply(ecole);
            String deux = Stream.concat(siens.keySet().stream(), FILTRES.stream())
                    .map(nom -> nom + "=1&" + nom + "=" + ClientHttp.encoder(siens.getOrDefault(nom, "2")))
                    .collect(Collectors.joining("&"));
            for (String question : new String[] {"", "?" + deux, "?id=%C3&q=%FF&page=%E2%82&=&&;", "?id&uai"}) {
                exiger(lecture.chemin() + question, agent(lecture).lire(lecture.chemin() + question));
            }
        }
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            Map<String, String> nus = new HashMap<>();
            List.of(Envois.ETAT, geste.bouton(), "formulaire", "voisins").forEach(nom -> {
                if (champs.containsKey(nom)) {
                    nus.put(nom, champs.getOrDefault(nom, ""));
                }
            });
            exiger(geste.nom() + " sans champ", chef.envoyer(geste.envoi(), nus));
        }
    }

    /** Les filtres d'abord, tous à la fois ; puis chaque numéro qui désigne quelque chose. */
    private void lire(String quoi, Function<String, String> valeurs) {
        for (Lecture lecture : GestesDuBureau.LECTURES) {
            Map<String, String> siens = lecture.cible().apply(ecole);
            Map<String, String> filtres = FILTRES.stream().collect(Collectors.toMap(nom -> nom, valeurs));
            filtres.keySet().removeAll(siens.keySet());
            essayer(quoi, lecture, GestesDuBureau.avec(filtres, siens));
            siens.keySet()
                    .forEach(nom ->
                            essayer(quoi, lecture, GestesDuBureau.avec(siens, Map.of(nom, valeurs.apply(nom)))));
        }
    }

    private void essayer(String quoi, Lecture lecture, Map<String, String> parametres) {
        exiger(lecture.chemin() + " " + quoi, agent(lecture).lire(lecture.adresse(parametres)));
    }

    private void envoyer(String quoi, Function<String, String> valeurs) {
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            Map<String, String> faux = new HashMap<>(champs);
            geste.saisie().keySet().forEach(nom -> faux.put(nom, valeurs.apply(nom)));
            if (!geste.saisie().isEmpty()) {
                exiger(geste.nom() + " " + quoi, chef.envoyer(geste.envoi(), faux));
            }
            // Une classe laissée vide est toute l'école : un geste en nombre userait ce que les autres essais
            // demandent.
            champs.computeIfPresent("classe", (nom, classe) -> "aucune");
            geste.designes().apply(ecole).keySet().stream()
                    .filter(nom -> !("classe".equals(nom) && valeurs.apply(nom).isBlank()))
                    .forEach(nom -> exiger(
                            geste.nom() + " " + nom + " " + quoi,
                            chef.envoyer(geste.envoi(), GestesDuBureau.avec(champs, Map.of(nom, valeurs.apply(nom))))));
        }
    }

    private ClientHttp agent(Lecture lecture) {
        return lecture.estDeLAssistance() ? assistance : chef;
    }

    /** Une page, un fichier ou une redirection ; un refus est dit par une page en français. */
    private void exiger(String quoi, HttpResponse<String> reponse) {
        boolean parlee = reponse.statusCode() < 400
                || (reponse.statusCode() < 500 && reponse.body().contains("<html lang=\"fr\""));
        if (!parlee) {
            defauts.add(quoi + " : " + reponse.statusCode());
        }
    }
}
