package fr.academie.teleservices.demonstration.cas;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Un navigateur réduit à ce que le protocole demande : des cookies, des formulaires, des redirections non suivies. */
final class NavigateurDEssai {

    private static final Pattern LT = Pattern.compile("name=\"lt\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String cas;

    NavigateurDEssai(String cas) {
        this.cas = cas;
    }

    HttpResponse<String> lire(String chemin) {
        return envoyer(HttpRequest.newBuilder(URI.create(cas + chemin)).GET());
    }

    /** Ouvre le formulaire, le remplit et l'envoie. */
    HttpResponse<String> seConnecter(String parametres, String identifiant, String motDePasse) {
        return envoyerLeFormulaire(jetonDe(lire("/login" + parametres).body()), parametres, identifiant, motDePasse);
    }

    HttpResponse<String> envoyerLeFormulaire(String lt, String parametres, String identifiant, String motDePasse) {
        Map<String, String> champs = new TreeMap<>(Map.of("lt", lt, "username", identifiant, "password", motDePasse));
        if (parametres.startsWith("?service=")) {
            champs.put(
                    "service",
                    java.net.URLDecoder.decode(parametres.substring("?service=".length()), StandardCharsets.UTF_8));
        }
        String corps = champs.entrySet().stream()
                .map(c -> c.getKey() + "=" + encode(c.getValue()))
                .collect(Collectors.joining("&"));
        return envoyer(HttpRequest.newBuilder(URI.create(cas + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(corps)));
    }

    static String jetonDe(String page) {
        Matcher jeton = LT.matcher(page);
        if (!jeton.find()) {
            throw new IllegalStateException("Pas de formulaire dans : " + page);
        }
        return jeton.group(1);
    }

    /** Le ticket de la redirection vers le service. */
    static String ticketDe(HttpResponse<String> reponse) {
        String adresse = reponse.headers().firstValue("Location").orElseThrow();
        return adresse.substring(adresse.indexOf("ticket=") + "ticket=".length());
    }

    static String encode(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> envoyer(HttpRequest.Builder requete) {
        if (!cookies.isEmpty()) {
            requete.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> reponse = client.send(requete.build(), HttpResponse.BodyHandlers.ofString());
            reponse.headers().allValues("Set-Cookie").forEach(this::retenir);
            return reponse;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void retenir(String entete) {
        String paire = entete.substring(0, entete.indexOf(';'));
        String nom = paire.substring(0, paire.indexOf('='));
        if (entete.contains("Max-Age=0")) {
            cookies.remove(nom);
        } else {
            cookies.put(nom, paire.substring(nom.length() + 1));
        }
    }
}
