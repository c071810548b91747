package fr.academie.teleservices.navigateur;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Un navigateur réduit au protocole : cookies par chemin, formulaires, redirections non suivies. */
public final class ClientHttp {

    static final String SESSION = "JSESSIONID";
    private static final String LIMITE = "limite-des-fichiers-d-essai";
    private static final Pattern CHAMP = Pattern.compile("<input[^>]*>|<button [^>]*type=\"submit\"[^>]*>");
    private static final Pattern ATTRIBUT = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final HttpClient client;
    private final Map<String, Temoin> temoins = new LinkedHashMap<>();
    private final String adresse;
    private String application = Pile.APPLICATION;

    private record Temoin(String valeur, String chemin) {}

    ClientHttp(Pile pile) {
        this(pile.adresse(), connexions(null));
    }

    /** Le même, devant cette application ({@code /teleservices-bordeaux}). */
    ClientHttp(Pile pile, String application) {
        this(pile.adresse(), connexions(null));
        this.application = application;
    }

    /**
     * Un navigateur neuf, devant un serveur qui n'est pas celui de la {@link Pile}.
     *
     * @param adresse origine de l'application
     * @param confiance les certificats crus ; nul : ceux du système
     */
    public ClientHttp(String adresse, @Nullable SSLContext confiance) {
        this(adresse, connexions(confiance));
    }

    private ClientHttp(String adresse, HttpClient connexions) {
        this.adresse = adresse;
        this.client = connexions;
    }

    /** Un navigateur neuf, par des connexions que d'autres emploient aussi : des milliers n'en ouvrent pas chacun. */
    public static ClientHttp parmi(HttpClient connexions, String adresse) {
        return new ClientHttp(adresse, connexions);
    }

    /**
     * De quoi joindre un serveur, sans suivre ses redirections.
     *
     * @param confiance les certificats crus ; nul : ceux du système
     */
    public static HttpClient connexions(@Nullable SSLContext confiance) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        return confiance == null ? client.build() : client.sslContext(confiance).build();
    }

    /** Lit une adresse complète, ou un chemin de l'application. */
    public HttpResponse<String> lire(String adresseOuChemin, String... entetes) {
        return envoyer(requete(adresseOuChemin, entetes).GET());
    }

    /** Envoie un formulaire. */
    public HttpResponse<String> envoyer(String adresseOuChemin, Map<String, String> champs, String... entetes) {
        String corps = champs.entrySet().stream()
                .map(c -> encoder(c.getKey()) + "=" + encoder(c.getValue()))
                .collect(Collectors.joining("&"));
        return envoyer(requete(adresseOuChemin, entetes)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(corps)));
    }

    /** Un fichier choisi dans un formulaire. */
    static final class Fichier {
        private final String nom;
        private final byte[] contenu;

        Fichier(String nom, byte[] contenu) {
            this.nom = nom;
            this.contenu = contenu;
        }
    }

    /** Envoie des fichiers, chacun dans le champ de ce nom, comme un navigateur le fait. */
    HttpResponse<String> envoyerDesFichiers(String chemin, Map<String, Fichier> fichiers, String... entetes) {
        ByteArrayOutputStream corps = new ByteArrayOutputStream();
        fichiers.forEach((champ, fichier) -> {
            corps.writeBytes(("--" + LIMITE + "\r\nContent-Disposition: form-data; name=\"" + champ + "\"; filename=\""
                            + fichier.nom + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            corps.writeBytes(fichier.contenu);
            corps.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        corps.writeBytes(("--" + LIMITE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return envoyer(requete(chemin, entetes)
                .header("Content-Type", "multipart/form-data; boundary=" + LIMITE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(corps.toByteArray())));
    }

    HttpResponse<String> envoyer(String methode, String adresseOuChemin) {
        return envoyer(requete(adresseOuChemin).method(methode, HttpRequest.BodyPublishers.noBody()));
    }

    /** Commence une connexion, s'identifie au CAS et rend l'adresse de retour, ticket compris, sans la suivre. */
    String retourDuCas(Pile.Compte compte) {
        return sIdentifier(versOu(lire("/accueil")), compte);
    }

    /** S'identifie au CAS à l'adresse donnée et rend l'adresse de retour. */
    String sIdentifier(String adresseDuCas, Pile.Compte compte) {
        return sIdentifier(adresseDuCas, compte.identifiant(), compte.motDePasse());
    }

    public String sIdentifier(String adresseDuCas, String identifiant, String motDePasse) {
        HttpResponse<String> page = lire(adresseDuCas);
        if (page.statusCode() != 200) {
            return versOu(page);
        }
        Map<String, String> champs = champs(page.body());
        champs.put("username", identifiant);
        champs.put("password", motDePasse);
        return versOu(envoyer(adresseDuCas.substring(0, adresseDuCas.indexOf('?')), champs));
    }

    /** S'identifie et entre. */
    ClientHttp connecter(Pile.Compte compte) {
        HttpResponse<String> entree = lire(retourDuCas(compte));
        if (entree.statusCode() != 302) {
            throw new AssertionError("Connexion refusée : " + entree.statusCode() + " " + entree.body());
        }
        return this;
    }

    /** Entre dans un bureau en s'identifiant au CAS ; rend la dernière réponse, refus compris. */
    HttpResponse<String> entrer(String bureau, String identifiant, String motDePasse) {
        return lire(sIdentifier(versOu(lire(bureau)), identifiant, motDePasse));
    }

    /** Les champs d'une page et leurs valeurs, cachés compris. */
    public static Map<String, String> champs(String page) {
        Map<String, String> champs = new LinkedHashMap<>();
        Matcher champ = CHAMP.matcher(page);
        while (champ.find()) {
            Map<String, String> attributs = new LinkedHashMap<>();
            Matcher attribut = ATTRIBUT.matcher(champ.group());
            while (attribut.find()) {
                attributs.put(attribut.group(1), attribut.group(2));
            }
            boolean laisse = "radio".equals(attributs.get("type")) && !attributs.containsKey("checked");
            if (attributs.containsKey("name") && !laisse) {
                champs.put(
                        attributs.get("name"),
                        attributs.getOrDefault("value", "").replace("&amp;", "&"));
            }
        }
        return champs;
    }

    public static String versOu(HttpResponse<String> reponse) {
        return reponse.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new AssertionError("Pas de redirection : " + reponse.statusCode() + " " + reponse.body()));
    }

    public static String parametre(String adresse, String nom) {
        Matcher parametre = Pattern.compile("[?&]" + nom + "=([^&]*)").matcher(adresse);
        if (!parametre.find()) {
            throw new AssertionError(nom + " manque dans " + adresse);
        }
        return URLDecoder.decode(parametre.group(1), StandardCharsets.UTF_8);
    }

    static String encoder(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8);
    }

    boolean aUneSession() {
        return temoins.containsKey(SESSION);
    }

    public String temoin(String nom) {
        Temoin temoin = temoins.get(nom);
        if (temoin == null) {
            throw new AssertionError("Pas de cookie " + nom + " parmi " + temoins.keySet());
        }
        return temoin.valeur();
    }

    /** Le nom du cookie de la connexion commencée. */
    String temoinDEntree() {
        return temoins.keySet().stream()
                .filter(nom -> nom.startsWith("teleservices-entree-"))
                .findFirst()
                .orElseThrow();
    }

    public void poser(String nom, String valeur) {
        temoins.put(nom, new Temoin(valeur, application));
    }

    void oublierTout() {
        temoins.clear();
    }

    private HttpRequest.Builder requete(String adresseOuChemin, String... entetes) {
        URI uri = URI.create(complete(adresseOuChemin));
        HttpRequest.Builder requete = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        String envoyes = temoins.entrySet().stream()
                .filter(t -> uri.getPath().startsWith(t.getValue().chemin()))
                .map(t -> t.getKey() + "=" + t.getValue().valeur())
                .collect(Collectors.joining("; "));
        if (!envoyes.isEmpty()) {
            requete.header("Cookie", envoyes);
        }
        return entetes.length == 0 ? requete : requete.headers(entetes);
    }

    /** Une redirection est relative au serveur, le chemin d'une page à l'application. */
    private String complete(String adresseOuChemin) {
        if (adresseOuChemin.startsWith("http")) {
            return adresseOuChemin;
        }
        boolean duServeur = adresseOuChemin.startsWith(application + "/");
        return adresse + (duServeur ? "" : application) + adresseOuChemin;
    }

    private HttpResponse<String> envoyer(HttpRequest.Builder requete) {
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
        String[] parts = entete.split(";\\s*", -1);
        String nom = parts[0].substring(0, parts[0].indexOf('='));
        String chemin = "/";
        boolean efface = false;
        for (String part : parts) {
            chemin = part.startsWith("Path=") ? part.substring("Path=".length()) : chemin;
            efface = efface || part.equals("Max-Age=0");
        }
        if (efface) {
            temoins.remove(nom);
        } else {
            temoins.put(nom, new Temoin(parts[0].substring(nom.length() + 1), chemin));
        }
    }
}
