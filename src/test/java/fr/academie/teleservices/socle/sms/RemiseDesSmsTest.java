package fr.academie.teleservices.socle.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.academie.teleservices.essais.Atelier;
import fr.academie.teleservices.essais.BaseDEssai;
import fr.academie.teleservices.essais.Communs;
import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Les SMS vers une vraie passerelle HTTP, puis arrêtée, refusante, lente, bavarde, ou qui renvoie ailleurs. */
class RemiseDesSmsTest {

    private static final String NUMERO = "+33639980001";
    private static final String SECRET = "secret-tres-secret";
    private static final Duration VIE = Duration.ofMinutes(15);
    private static final String ETAT =
            "SELECT tentatives, envoye_le IS NOT NULL, a_envoyer_le IS NOT NULL, texte = '' FROM sms ORDER BY id";

    private final BaseDEssai base = BaseDEssai.partagee();
    private final Transactions transactions = Communs.transactions(base.source());
    private final Atelier.Horloge horloge = new Atelier.Horloge();
    private final List<String> corps = new CopyOnWriteArrayList<>();
    private final List<String> autorisations = new CopyOnWriteArrayList<>();
    private final List<String> chemins = new CopyOnWriteArrayList<>();
    private HttpServer serveur;
    private volatile int statut = 200;
    private volatile String reponse = "{\"status\":\"queued\"}";
    private volatile long attente;

    @BeforeEach
    void installer() throws IOException {
        base.vider();
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/", this::recevoir);
        serveur.start();
    }

    @AfterEach
    void arreter() {
        serveur.stop(0);
    }

    private void recevoir(HttpExchange echange) throws IOException {
        chemins.add(echange.getRequestMethod() + " " + echange.getRequestURI());
        autorisations.add(String.valueOf(echange.getRequestHeaders().getFirst("Authorization")));
        corps.add(new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            Thread.sleep(attente);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        echange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/ailleurs");
        byte[] octets = reponse.getBytes(StandardCharsets.UTF_8);
        echange.sendResponseHeaders(statut, octets.length);
        echange.getResponseBody().write(octets);
        echange.close();
    }

    @Test
    void unSmsPartEchappeEnJsonEtPerdSonTexte() {
        Reglages reglages = reglages(Map.of());
        deposer(reglages, "1234 5678");
        assertThat(new RemiseDesSms(transactions, reglages, horloge).remettre()).isEqualTo(1);
        var lu = FabriqueJson.lireObjet(corps.get(0));
        assertThat(lu.getString("to")).isEqualTo(NUMERO);
        assertThat(lu.getString("text"))
                .startsWith("Scolarité Services : 1234 5678 est votre code")
                .endsWith("Ne répondez pas à ce message.");
        assertThat(lu.getString("from")).isEqualTo("AcEssai");
        assertThat(lu.getString("id")).startsWith("sms-");
        assertThat(autorisations).containsExactly("Bearer " + SECRET);
        assertThat(chemins).containsExactly("POST /");
        assertThat(base.lire(ETAT)).containsExactly("1|1|0|1");
    }

    @Test
    void uneValeurNeSortPasDeSaPlace() {
        Reglages json = reglages(Map.of());
        passerelle(json).porter(NUMERO, "a\",\"to\":\"+33600000000\n\\ é {{secret}}", 1);
        var lu = FabriqueJson.lireObjet(corps.get(0));
        assertThat(lu.getString("to")).isEqualTo(NUMERO);
        assertThat(lu.getString("text")).isEqualTo("a\",\"to\":\"+33600000000\n\\ é {{secret}}");
        Reglages formulaire = reglages(
                Map.of("sms.forme", "formulaire", "sms.methode", "put", "sms.corps", "to={{numero}}&text={{texte}}"));
        passerelle(formulaire).porter(NUMERO, "a&to=+33600000000 é", 2);
        assertThat(corps.get(1)).startsWith("to=%2B33639980001&text=a%26to%3D");
        assertThat(URLDecoder.decode(corps.get(1).split("text=", -1)[1], StandardCharsets.UTF_8))
                .isEqualTo("a&to=+33600000000 é");
        assertThat(chemins.get(1)).startsWith("PUT ");
    }

    @Test
    void unRefusEspaceLesEssaisEtUneReponseQuiNeDitPasLeSuccesEnEstUn() {
        Reglages reglages = reglages(Map.of());
        RemiseDesSms remise = new RemiseDesSms(transactions, reglages, horloge);
        deposer(reglages, "1");
        statut = 400;
        assertThat(remise.remettre()).isZero();
        assertThat(base.lire(ETAT)).containsExactly("1|0|1|0");
        horloge.avancer(Duration.ofSeconds(50));
        remise.remettre();
        assertThat(base.lire(ETAT)).as("pas avant la minute").containsExactly("1|0|1|0");
        horloge.avancer(Duration.ofSeconds(20));
        statut = 200;
        reponse = "{\"status\":\"rejected\"}";
        remise.remettre();
        assertThat(base.lire(ETAT)).containsExactly("2|0|1|0");
        horloge.avancer(Duration.ofMinutes(2));
        reponse = "{\"status\":\"queued\"}";
        assertThat(remise.remettre()).isEqualTo(1);
        assertThat(base.lire(ETAT)).containsExactly("3|1|0|1");
    }

    @Test
    void passerelleArreteeNiPerduNiEpuisePuisPerimeNePartPlus() {
        Reglages reglages = reglages(Map.of());
        RemiseDesSms remise = new RemiseDesSms(transactions, reglages, horloge);
        deposer(reglages, "1");
        deposer(reglages, "2");
        statut = 503;
        for (int essai = 0; essai < 5; essai++) {
            remise.remettre();
            horloge.avancer(Duration.ofMinutes(1));
        }
        assertThat(base.lire(ETAT)).containsExactly("0|0|1|0", "0|0|1|0");
        assertThat(corps).as("le premier silence arrête le lot").hasSize(5);
        horloge.avancer(VIE);
        statut = 200;
        assertThat(remise.remettre()).isZero();
        assertThat(corps).as("un code qui ne sert plus ne part pas en retard").hasSize(5);
        assertThat(base.lire(ETAT)).containsExactly("0|0|0|1", "0|0|0|1");
        assertThat(remise.mesures().get(0).lecture().getAsLong()).isZero();
    }

    @Test
    void unPortFermeNUseAucunEssai() {
        Reglages reglages = reglages(Map.of());
        deposer(reglages, "1");
        serveur.stop(0);
        new RemiseDesSms(transactions, reglages, horloge).remettre();
        assertThat(base.lire(ETAT)).containsExactly("0|0|1|0");
    }

    @Test
    void uneRedirectionNEstPasSuivieNiUneReponseLongueLueEntiereNiUneLenteAttendue() {
        statut = 302;
        Reglages reglages = reglages(Map.of("sms.delai", "600 ms"));
        PasserelleSms passerelle = passerelle(reglages);
        assertThat(passerelle.porter(NUMERO, "t", 1)).isEqualTo(PasserelleSms.Issue.REFUSE);
        assertThat(chemins).containsExactly("POST /");
        statut = 200;
        reponse = "\"status\":\"queued\"" + "x".repeat(3_000_000);
        assertThat(passerelle.porter(NUMERO, "t", 1)).isEqualTo(PasserelleSms.Issue.REMIS);
        reponse = "x".repeat(100_000) + "\"status\":\"queued\"";
        assertThat(passerelle.porter(NUMERO, "t", 1))
                .as("au-delà du début, rien n'est lu")
                .isEqualTo(PasserelleSms.Issue.REFUSE);
        attente = 1500;
        long debut = System.nanoTime();
        assertThat(passerelle.porter(NUMERO, "t", 1))
                .as("elle l'a peut-être : cela compte un essai")
                .isEqualTo(PasserelleSms.Issue.REFUSE);
        assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofMillis(1400));
    }

    /** Ce que la remise écrit dans ses traces : ni le numéro, ni le code, ni le secret. */
    @Test
    void aucuneTraceNeDitLeNumeroLeCodeOuLeSecret() {
        Reglages reglages = reglages(Map.of());
        RemiseDesSms remise = new RemiseDesSms(transactions, reglages, horloge);
        List<String> ecrit = new CopyOnWriteArrayList<>();
        Handler oreille = new Handler() {
            @Override
            public void publish(LogRecord ligne) {
                ecrit.add(new SimpleFormatter().format(ligne));
            }

            @Override
            public void flush() {
                // Rien n'est retenu.
            }

            @Override
            public void close() {
                // Rien n'est ouvert.
            }
        };
        Logger racine = Logger.getLogger("fr.academie.teleservices");
        racine.addHandler(oreille);
        try {
            for (int code : List.of(400, 503, 200)) {
                statut = code;
                deposer(reglages, "8642 9753");
                remise.remettre();
                horloge.avancer(VIE);
            }
            remise.remettre();
        } finally {
            racine.removeHandler(oreille);
        }
        assertThat(String.join("", ecrit))
                .contains("refusé", "ne répond pas", "abandonné")
                .doesNotContain("39980001", "8642", SECRET);
        assertThat(String.valueOf(reglages.sms()) + reglages).doesNotContain(SECRET);
    }

    @Test
    void sansPasserelleRienNeSeDeposeNiNeTourne() {
        Reglages sans = Atelier.reglages(Map.of());
        deposer(sans, "1");
        RemiseDesSms remise = new RemiseDesSms(transactions, sans, horloge);
        assertThat(base.compter("SELECT COUNT(*) FROM sms")).isZero();
        assertThat(remise.taches()).isEmpty();
        assertThat(remise.mesures()).isEmpty();
        assertThat(remise.remettre()).isZero();
    }

    @Test
    void unReglageQuiNeConvientPasArreteLeDemarrage() {
        for (Map<String, String> mauvais : List.of(
                Map.of("sms.adresse", "http://sms.exemple.fr/"),
                Map.of("sms.corps", "{\"to\": \"{{numero}}\"}"),
                Map.of("sms.corps", "{\"to\": \"{{numero}}\", \"text\": \"{{texte}}\", \"x\": \"{{{texte}}}\"}"),
                Map.of("sms.corps", "{{numero}} {{texte}} {{&secret}}"),
                Map.of("sms.corps", "{{numero}} {{texte}} {{inconnu}}"),
                Map.of("sms.corps", "{{numero}} {{texte}} {{#ouvert}}"),
                Map.of("sms.expediteur", "Académie"),
                Map.of("sms.expediteur", "12345"),
                Map.of("sms.expediteur", "douzelettres"),
                Map.of("sms.reussite", "("),
                Map.of("sms.methode", "get"),
                Map.of("sms.entetes", "Authorization, Content-Length", "sms.entete.Content-Length", "3"),
                Map.of("sms.entete.Authorization", "Bearer\u00e9"))) {
            assertThatThrownBy(() -> new RemiseDesSms(transactions, reglages(mauvais), horloge))
                    .as(mauvais.toString())
                    .isInstanceOf(ErreurDeConfiguration.class)
                    .hasMessageContaining("« sms.")
                    .hasMessageNotContaining(SECRET);
        }
        assertThat(reglages(Map.of("sms.adresse", "https://sms.exemple.fr/")).sms())
                .isNotNull();
        assertThat(reglages(Map.of("sms.adresse", "http://[::1]:8080/")).sms()).isNotNull();
    }

    private void deposer(Reglages reglages, String code) {
        new EnvoiDeSms(new ModelesDeSms(Atelier.textes(), Atelier.profil(Map.of())), transactions, reglages, horloge)
                .deposerEn(null, "telephone.code", NUMERO, VIE, code, VIE.toMinutes());
    }

    private static PasserelleSms passerelle(Reglages reglages) {
        return new PasserelleSms(Objects.requireNonNull(reglages.sms()));
    }

    private int port() {
        return serveur.getAddress().getPort();
    }

    private Reglages reglages(Map<String, String> autres) {
        Map<String, String> tous = new HashMap<>(Map.of(
                "sms.adresse", "http://127.0.0.1:" + port() + "/",
                "sms.corps",
                        "{\"from\":\"{{expediteur}}\",\"to\":\"{{numero}}\",\"text\":\"{{texte}}\",\"id\":\"{{reference}}\"}",
                "sms.entetes", "Authorization",
                "sms.entete.Authorization", "Bearer {{secret}}",
                "sms.secret", SECRET,
                "sms.reussite", "\"status\":\"queued\"",
                "sms.expediteur", "AcEssai"));
        tous.putAll(autres);
        return Atelier.reglages(tous);
    }
}
