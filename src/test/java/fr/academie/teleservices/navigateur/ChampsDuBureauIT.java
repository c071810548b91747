package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.academie.teleservices.essais.EssaiLong;
import fr.academie.teleservices.essais.Familles;
import fr.academie.teleservices.navigateur.GestesDuBureau.Geste;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chaque formulaire du bureau, laissé vide ou mal rempli : chaque champ est nommé au récapitulatif, qui y mène, et rien n'est fait. Un champ
 * obligatoire ajouté plus tard est lu dans sa page. Du même genre que le vide : des blancs, des signes invisibles, un choix sans case cochée.
 */
@EssaiLong("chaque champ du bureau, vide ou faux, dans un navigateur ; ChampsObligatoiresTest lit les mêmes pages")
@ExtendWith(PileExtension.class)
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChampsDuBureauIT {

    private static final Pattern OBLIGATOIRE =
            Pattern.compile("<(?:input|textarea|select)\\s[^>]*(?:aria-required=\"true\"|\\srequired=)[^>]*>");
    private static final Pattern NOM = Pattern.compile("\\sname=\"([^\"]+)\"");
    private static final Pattern MENE = Pattern.compile("<a href=\"#([^\"]+)\">([^<]+)</a>");
    private static final Pattern RECAPITULATIF = Pattern.compile("id=\"erreurs\".*?</div>", Pattern.DOTALL);

    private final Pile pile;
    private final EcoleDEssai ecole;
    private final ClientHttp chef;

    ChampsDuBureauIT(Pile pile) {
        this.pile = pile;
        ecole = EcoleDEssai.creer(pile, "zchamps");
        chef = new ClientHttp(pile);
        chef.entrer("/etablissement", ecole.agent("chef"), Familles.MOT_DE_PASSE);
        ecole.commencer(chef);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0\u200b", "\t", "\u2800\u00ad", "\u0301"})
    void chaqueChampObligatoireLaisseVideEstNomme(String vide) {
        List<String> defauts = new ArrayList<>();
        int regardes = 0;
        for (Geste geste : GestesDuBureau.GESTES) {
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            String page = chef.lire(
                            geste.page() + GestesDuBureau.question(geste.cible().apply(ecole)))
                    .body();
            Set<String> obligatoires = obligatoires(formulaire(page, geste));
            if (obligatoires.isEmpty()) {
                continue;
            }
            regardes += obligatoires.size();
            obligatoires.forEach(nom -> champs.put(nom, vide));
            HttpResponse<String> refus = suivre(chef.envoyer(geste.envoi(), champs));
            Set<String> menes = menes(refus.body()).keySet();
            for (String nom : obligatoires) {
                if (menes.stream().noneMatch(mene -> mene.equals(nom) || mene.startsWith(nom + "-"))) {
                    defauts.add(geste.nom() + " ne nomme pas " + nom + " : " + menes);
                }
            }
            menes.stream()
                    .filter(mene -> !refus.body().contains("id=\"" + mene + "\""))
                    .forEach(mene -> defauts.add(geste.nom() + " mène à " + mene + ", qui n'existe pas"));
        }
        assertThat(defauts).isEmpty();
        assertThat(regardes)
                .as("deux noms, quatre champs d'agent, un motif, un compte")
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void unChoixSansCaseCocheeMeneALaPremiere() {
        Geste rompre = GestesDuBureau.geste("/etablissement/rupture#continuer");
        Map<String, String> champs = GestesDuBureau.ouvrir(chef, rompre, ecole);
        champs.remove("eleve");
        assertThat(menes(chef.envoyer(rompre.envoi(), champs).body()))
                .containsKey("eleve-" + ecole.numero("eleveARompre"));

        Geste rattacher = GestesDuBureau.geste("/etablissement/attendu#rattacher");
        champs = GestesDuBureau.ouvrir(chef, rattacher, ecole);
        champs.remove("compte");
        assertThat(menes(chef.envoyer(rattacher.envoi(), champs).body()))
                .containsKey("compte-" + ecole.numero("voisin"));
    }

    @Test
    void unPapierSansRaisonMeneALaPremiereRaison() {
        String question = "?id=" + ecole.numero("aJoindre") + "&uai=" + ecole.uai();
        Map<String, String> champs = ClientHttp.champs(
                chef.lire("/etablissement/courrier" + question).body());
        champs.remove("raison");
        champs.put("motif", "REINITIALISATION");
        HttpResponse<String> refus = suivre(chef.envoyer("/etablissement/courrier.pdf", champs));
        assertThat(menes(refus.body())).hasSize(1);
        assertThat(refus.body())
                .contains("id=\"" + menes(refus.body()).keySet().iterator().next() + "\"");
    }

    @Test
    void uneReponseVideNommeLaReponseEtLeMotif() {
        Geste repondre = GestesDuBureau.geste("/etablissement/contestation#repondre");
        Map<String, String> champs = GestesDuBureau.ouvrir(chef, repondre, ecole);
        champs.remove("reponse");
        champs.put("motif", " ");
        assertThat(menes(chef.envoyer(repondre.envoi(), champs).body())).containsOnlyKeys("reponse-CONFIRME", "motif");
    }

    @Test
    void confirmerLeDernierRepresentantSansSuiteNiMotifNommeLesDeux() {
        long eleve = Long.parseLong(ecole.numero("autreEleve"));
        long declarant = pile.familles()
                .compte(ecole.mot() + ".dernier", "Zchamps", null, "Alix", "ACTIF", Familles.ARGON2, "NULL");
        pile.base().executer("UPDATE rattachement SET niveau = 3 WHERE eleve_id = " + eleve);
        long lien = pile.familles().lier(declarant, eleve, 1, 90, "CONTESTE");
        Map<String, String> champs = ClientHttp.champs(
                chef.lire("/etablissement/contestation?lien=" + lien).body());
        champs.put("reponse", "CONFIRME");
        champs.remove("suite");
        champs.put("motif", "");
        assertThat(menes(chef.envoyer("/etablissement/contestation", champs).body()))
                .containsOnlyKeys("suite-AUCUN", "motif");
    }

    @ParameterizedTest
    @CsvSource({
        "\uD83D\uDE00, \uD83D\uDE00",
        "Zo\u00e9 \u2764\uFE0F, \u2764\uFE0F",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67, \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDEB\uD83C\uDDF7, \uD83C\uDDEB\uD83C\uDDF7",
        "\u738B, \u738B",
        "Lee \uC774, \uC774",
        "\u0939\u093F, \u0939\u093F",
        "A\u0007na, U+0007",
        "A\uE000na, U+E000",
        "Ana \uD835\uDC00, \uD835\uDC00"
    })
    void unSigneQuiNeSImprimePasEstRefuseEnLeNommant(String saisi, String signe) {
        for (String nom : List.of("/etablissement/nouveau#saisir", "/etablissement/habilitations/donner#habiliter")) {
            Geste geste = GestesDuBureau.geste(nom);
            Map<String, String> champs = GestesDuBureau.ouvrir(chef, geste, ecole);
            champs.put("nom-saisie", saisi);
            champs.put("prenom-saisie", saisi);
            HttpResponse<String> refus = chef.envoyer(geste.envoi(), champs);
            assertThat(refus.statusCode()).as(nom).isEqualTo(200);
            assertThat(menes(refus.body()))
                    .containsOnlyKeys("nom-saisie", "prenom-saisie")
                    .allSatisfy((champ, texte) -> assertThat(texte).contains("« " + signe + " »"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N\u2019Diaye",
                "Nguy\u1ec5n Th\u1ecb",
                "\u0141ukasz-\u0160ime",
                "\u0418\u0432\u0430\u043d\u043e\u0432",
                "\u03a0\u03b1\u03c0\u03b1\u03b4\u03cc\u03c0\u03bf\u03c5\u03bb\u03bf\u03c2",
                "\u0628\u0646 \u0639\u0644\u064a",
                "Zoe\u0301",
                "Dupont (Martin)"
            })
    void unNomQuiSImprimeEstAccepte(String saisi) {
        Geste geste = GestesDuBureau.geste("/etablissement/nouveau#saisir");
        Map<String, String> champs = new HashMap<>(GestesDuBureau.ouvrir(chef, geste, ecole));
        champs.put("nom-saisie", saisi);
        champs.put("prenom-saisie", saisi);
        assertThat(chef.envoyer(geste.envoi(), champs).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> suivre(HttpResponse<String> reponse) {
        return reponse.statusCode() == 302 ? chef.lire(ClientHttp.versOu(reponse)) : reponse;
    }

    /** Le formulaire de ce bouton ; une page en a plusieurs, ou pas encore celui-là. */
    private static String formulaire(String page, Geste geste) {
        int bouton = geste.estDeFaces()
                ? page.indexOf("id=\"" + geste.bouton() + "\"")
                : page.indexOf("action=\"" + Pile.APPLICATION + geste.envoi() + "\"");
        return bouton < 0 ? "" : page.substring(page.lastIndexOf("<form", bouton), page.indexOf("</form>", bouton));
    }

    private static Set<String> obligatoires(String page) {
        return OBLIGATOIRE
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .flatMap(champ -> NOM.matcher(champ).results().map(nom -> nom.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Les liens du récapitulatif : l'identifiant du champ, et ce qui en est dit. */
    private static Map<String, String> menes(String page) {
        Map<String, String> menes = new HashMap<>();
        RECAPITULATIF
                .matcher(page)
                .results()
                .forEach(erreurs -> MENE.matcher(erreurs.group())
                        .results()
                        .forEach(lien -> menes.put(lien.group(1), lien.group(2).replace("\u00a0", " "))));
        return menes;
    }
}
