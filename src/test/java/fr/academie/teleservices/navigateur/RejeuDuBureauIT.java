package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Chaque bouton du bureau, envoyé deux fois tel quel : la seconde n'ajoute rien. La liste des boutons est celle du produit ({@link
 * PagesDuBureau}) ; un bouton nouveau y est rejoué sans que personne l'écrive.
 */
@EssaiLong("chaque geste du bureau envoyé deux fois ; UneFoisTest garde que chacun a sa clé")
@ExtendWith(PileExtension.class)
@Timeout(120)
class RejeuDuBureauIT {

    /**
     * Ce qu'une requête écrit par elle-même ; les demandes de rupture, de quelques minutes, qui ne font rien sans leur confirmation.
     */
    private static final Set<String> VIVANTES = Set.of(
            "journal_bureau",
            "session_ouverte",
            "essai",
            "courriel",
            "tache",
            "tache_passage",
            "teleservices_schema",
            "demande_rupture",
            "demande_rupture_eleve");

    private final Pile pile;

    RejeuDuBureauIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void chaqueBoutonEnvoyeDeuxFoisNAjouteRienLaSeconde() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zrejeu");
        ClientHttp chef = entrer(ecole);
        ecole.commencer(chef);
        List<String> defauts = new ArrayList<>();
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            HttpResponse<String> premiere = geste.envoyer(chef, champs);
            suivre(chef, premiere);
            ecole.retenir(premiere);
            Map<String, Long> apres = compter();
            HttpResponse<String> seconde = geste.envoyer(chef, champs);
            suivre(chef, seconde);
            if (!compter().equals(apres)) {
                defauts.add(geste.nom() + " : " + apres + " puis " + compter());
            }
            if (seconde.statusCode() >= 400) {
                defauts.add(geste.nom() + " : " + seconde.statusCode());
            }
        }
        assertThat(defauts).isEmpty();
    }

    /** Un double clic, deux onglets, un mandataire qui rejoue : tous arrivent avant que le premier ait répondu. */
    @Test
    void chaqueBoutonEnvoyeTroisFoisALaFoisFaitCommeUneFois() {
        EcoleDEssai seule = EcoleDEssai.creer(pile, "zuneseule");
        EcoleDEssai ensemble = EcoleDEssai.creer(pile, "zensemble");
        ClientHttp temoin = entrer(seule);
        ClientHttp presse = entrer(ensemble);
        seule.commencer(temoin);
        ensemble.commencer(presse);
        List<String> defauts = new ArrayList<>();
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, Long> uneFois = ajoute(temoin, geste, seule, 1, defauts);
            Map<String, Long> troisFois = ajoute(presse, geste, ensemble, 3, defauts);
            if (!troisFois.equals(uneFois)) {
                defauts.add(geste.nom() + " : une fois " + uneFois + ", trois fois à la fois " + troisFois);
            }
        }
        assertThat(defauts).isEmpty();
    }

    /** Les lignes que ce geste ajoute, envoyé tant de fois à la fois ; celles du journal du bureau, de son action seulement. */
    private Map<String, Long> ajoute(ClientHttp chef, Geste geste, EcoleDEssai ecole, int fois, List<String> defauts) {
        Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
        Map<String, Long> avant = compterAvecLesTraces(geste);
        List<CompletableFuture<HttpResponse<String>>> envois = new ArrayList<>();
        for (int i = 0; i < fois; i++) {
            envois.add(CompletableFuture.supplyAsync(() -> geste.envoyer(chef, champs)));
        }
        for (CompletableFuture<HttpResponse<String>> envoi : envois) {
            HttpResponse<String> reponse = envoi.join();
            suivre(chef, reponse);
            ecole.retenir(reponse);
            if (reponse.statusCode() >= 400) {
                defauts.add(geste.nom() + " : " + reponse.statusCode());
            }
        }
        Map<String, Long> ajoutees = compterAvecLesTraces(geste);
        ajoutees.replaceAll((table, lignes) -> lignes - avant.getOrDefault(table, 0L));
        return ajoutees;
    }

    private Map<String, Long> compterAvecLesTraces(Geste geste) {
        Map<String, Long> lignes = compter();
        geste.traces()
                .forEach(action -> lignes.put(
                        action,
                        pile.base().compter("SELECT COUNT(*) FROM journal_bureau WHERE action = '" + action + "'")));
        return lignes;
    }

    @Test
    void unePersonneSaisieDeuxFoisParLeMemeEnvoiEstDiteDejaFaiteMemeEnsemble() {
        EcoleDEssai ecole = EcoleDEssai.creer(pile, "zdeuxfois");
        ClientHttp chef = entrer(ecole);
        Geste geste = GestesDuBureau.geste("/etablissement/nouveau#saisir");
        Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
        List<CompletableFuture<HttpResponse<String>>> envois = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            envois.add(CompletableFuture.supplyAsync(() -> chef.envoyer(geste.envoi(), champs)));
        }
        assertThat(envois.stream().map(CompletableFuture::join))
                .allSatisfy(reponse -> assertThat(reponse.statusCode()).isEqualTo(302))
                .filteredOn(reponse -> !ClientHttp.versOu(reponse).contains("deja=OUI"))
                .hasSize(1);
        assertThat(saisies(ecole)).isEqualTo("1");
        HttpResponse<String> encore = chef.envoyer(geste.envoi(), champs);
        assertThat(chef.lire(ClientHttp.versOu(encore)).body()).contains("C’est déjà fait");
        assertThat(saisies(ecole)).isEqualTo("1");

        // Une page neuve porte un autre jeton : un homonyme se saisit.
        chef.envoyer(geste.envoi(), GestesDuBureau.ouvrir(chef, geste, ecole));
        assertThat(saisies(ecole)).isEqualTo("2");
    }

    private String saisies(EcoleDEssai ecole) {
        return pile.base()
                .lire("SELECT COUNT(*) FROM responsable_attendu WHERE personne_id IS NULL AND nom_famille = 'Essai'"
                        + " AND uai = '" + ecole.uai() + "'")
                .get(0);
    }

    private ClientHttp entrer(EcoleDEssai ecole) {
        ClientHttp chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        return chef;
    }

    private static void suivre(ClientHttp chef, HttpResponse<String> reponse) {
        if (reponse.statusCode() == 302) {
            GestesDuBureau.attendreLaFin(chef, ClientHttp.versOu(reponse));
        }
    }

    private Map<String, Long> compter() {
        Map<String, Long> lignes = new TreeMap<>();
        pile
                .base()
                .lire("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE'")
                .stream()
                .filter(table -> !VIVANTES.contains(table))
                .forEach(table -> lignes.put(
                        table,
                        Long.valueOf(pile.base()
                                .lire("SELECT COUNT(*) FROM " + table)
                                .get(0))));
        return lignes;
    }
}
