package fr.academie.teleservices.navigateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /mesures} tel que Prometheus le lit, et ce que le tableau de bord et les alertes y cherchent. */
@ExtendWith(PileExtension.class)
@Timeout(120)
class MesuresIT {

    private static final Path SUPERVISION = Path.of("conf/supervision");
    private static final Pattern MESURE = Pattern.compile("(?m)^([a-z][a-z0-9_]*)(?:\\{([^}]*)\\})? \\S+$");
    private static final Pattern ETIQUETTE = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern DEMANDEE =
            Pattern.compile("\\b((?:teleservices|jvm|process|system)_[a-z0-9_]+)(?:\\{([^}]*)\\})?");
    private static final Pattern PAR = Pattern.compile("\\bby \\(([a-z_, ]+)\\)");

    /** Celles que Prometheus ajoute à tout ce qu'il lit. */
    private static final Set<String> DE_PROMETHEUS = Set.of("job", "instance");

    private static final int JOURNAL_RELU_SECONDES = 40;

    private final Pile pile;

    MesuresIT(Pile pile) {
        this.pile = pile;
    }

    @Test
    void leTableauEtLesAlertesNeCherchentQueCeQuiSeLitParHttp() throws IOException {
        Map<String, List<Map<String, String>>> exposees = series(apresUneVieEntiere());
        List<String> manquent = new ArrayList<>();
        for (String expression : expressions()) {
            Set<String> portees = new TreeSet<>(DE_PROMETHEUS);
            Matcher demandee = DEMANDEE.matcher(expression);
            while (demandee.find()) {
                Map<String, Pattern> filtres = filtres(demandee.group(2));
                List<Map<String, String>> trouvees = exposees.getOrDefault(demandee.group(1), List.of()).stream()
                        .filter(serie -> satisfait(serie, filtres))
                        .toList();
                trouvees.forEach(serie -> portees.addAll(serie.keySet()));
                if (trouvees.isEmpty()) {
                    manquent.add(demandee.group() + " dans " + expression);
                }
            }
            Matcher par = PAR.matcher(expression);
            while (par.find()) {
                if (!portees.containsAll(List.of(par.group(1).split(", *", -1)))) {
                    manquent.add(par.group() + " dans " + expression);
                }
            }
        }
        assertThat(manquent).isEmpty();
    }

    @Test
    void promtoolLitLeReleve() throws Exception {
        Path promtool = Path.of("/usr/bin/promtool");
        assumeTrue(Files.isExecutable(promtool), "promtool (paquet prometheus) manque : le relevé n'est pas jugé");
        Process juge = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        juge.getOutputStream().write(lire().body().getBytes(StandardCharsets.UTF_8));
        juge.getOutputStream().close();
        String dit = new String(juge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        juge.waitFor();
        assertThat(dit).doesNotContain("error while linting").doesNotContain("parsing error");
    }

    @Test
    void leReleveNePorteNiPersonneNiAdresse() {
        Pile.Compte compte = pile.actif("Dylan");
        new ClientHttp(pile).connecter(compte).lire("/compte/enfants");
        assertThat(lire().body()).doesNotContain(compte.identifiant(), "exemple.fr", "Dylan", "127.0.0.1");
    }

    /** 127.0.0.2 est une autre adresse que celles de l'exploitation, et la machine la tient. */
    @Test
    void dAilleursQueDeLExploitationIlNYARien() throws IOException {
        int port = URI.create(pile.adresse()).getPort();
        try (Socket prise = new Socket()) {
            prise.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), 0));
            prise.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            prise.getOutputStream()
                    .write(("GET " + Pile.APPLICATION + "/mesures HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404")
                    .doesNotContain("teleservices_");
        }
    }

    /** Une connexion, un refus, un regroupement, un flot arrêté, et le journal relu. */
    private String apresUneVieEntiere() {
        Pile.Compte secondaire = pile.cree("Florian");
        ClientHttp parent = new ClientHttp(pile).connecter(pile.actif("Dylan"));
        lire();
        Envois.saisir(parent, secondaire.identifiant(), "Mauvais!2026");
        Envois.valider(parent, Envois.etape2(parent, Envois.prouver(parent, secondaire)));
        for (int demande = 0; demande < 8; demande++) {
            Map<String, String> champs =
                    ClientHttp.champs(parent.lire("/oubli/identifiant").body());
            champs.put("mail-saisie", "personne@exemple.fr");
            parent.envoyer("/oubli/identifiant", champs);
        }
        String releve = lire().body();
        for (int seconde = 0; seconde < JOURNAL_RELU_SECONDES && !journalRelu(releve); seconde++) {
            LockSupport.parkNanos(1_000_000_000);
            releve = lire().body();
        }
        return releve;
    }

    private static boolean journalRelu(String releve) {
        return releve.contains("refus_total{code=\"PREUVE_REFUSEE\"}")
                && releve.contains("actes_total{acte=\"REGROUPEMENT\"}");
    }

    private HttpResponse<String> lire() {
        HttpResponse<String> releve = new ClientHttp(pile).lire("/mesures");
        assertThat(releve.statusCode()).isEqualTo(200);
        assertThat(releve.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4;charset=UTF-8");
        return releve;
    }

    private static Map<String, List<Map<String, String>>> series(String releve) {
        Map<String, List<Map<String, String>>> series = new TreeMap<>();
        Matcher mesure = MESURE.matcher(releve);
        while (mesure.find()) {
            Map<String, String> etiquettes = new TreeMap<>();
            Matcher etiquette = ETIQUETTE.matcher(mesure.group(2) == null ? "" : mesure.group(2));
            while (etiquette.find()) {
                etiquettes.put(etiquette.group(1), etiquette.group(3));
            }
            series.computeIfAbsent(mesure.group(1), nom -> new ArrayList<>()).add(etiquettes);
        }
        return series;
    }

    private static Map<String, Pattern> filtres(String texte) {
        Map<String, Pattern> filtres = new TreeMap<>();
        Matcher filtre = ETIQUETTE.matcher(texte == null ? "" : texte);
        while (filtre.find()) {
            if (!DE_PROMETHEUS.contains(filtre.group(1))) {
                boolean motif = filtre.group(2).equals("=~");
                filtres.put(filtre.group(1), Pattern.compile(motif ? filtre.group(3) : Pattern.quote(filtre.group(3))));
            }
        }
        return filtres;
    }

    private static boolean satisfait(Map<String, String> serie, Map<String, Pattern> filtres) {
        return filtres.entrySet().stream()
                .allMatch(filtre -> serie.containsKey(filtre.getKey())
                        && filtre.getValue().matcher(serie.get(filtre.getKey())).matches());
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (var lecteur = Json.createReader(Files.newBufferedReader(SUPERVISION.resolve("tableau-de-bord.json")))) {
            ajouter(lecteur.readObject(), expressions);
        }
        int duTableau = expressions.size();
        for (String ligne : Files.readAllLines(SUPERVISION.resolve("alertes.yml"))) {
            String sans = ligne.strip();
            if (sans.startsWith("expr: '")) {
                expressions.add(sans.substring("expr: '".length(), sans.length() - 1));
            }
        }
        assertThat(duTableau).isGreaterThan(20);
        assertThat(expressions).hasSizeGreaterThan(duTableau + 10);
        return expressions;
    }

    private static void ajouter(JsonValue valeur, List<String> expressions) {
        switch (valeur.getValueType()) {
            case OBJECT -> {
                JsonObject objet = valeur.asJsonObject();
                if (objet.containsKey("expr")) {
                    expressions.add(objet.getString("expr"));
                }
                objet.values().forEach(sous -> ajouter(sous, expressions));
            }
            case ARRAY -> valeur.asJsonArray().forEach(sous -> ajouter(sous, expressions));
            default -> {
                // Ni objet, ni liste : aucune expression dessous.
            }
        }
    }
}
