package fr.academie.teleservices.demonstration.cas;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Prévient les services, de serveur à serveur, qu'une session est finie ; un service muet n'empêche rien. */
final class DeconnexionUnique {

    private static final Logger JOURNAL = Logger.getLogger(DeconnexionUnique.class.getName());
    private static final Duration DELAI = Duration.ofSeconds(5);

    private final Clock horloge;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newCachedThreadPool(DeconnexionUnique::fil))
            .build();

    DeconnexionUnique(Clock horloge) {
        this.horloge = horloge;
    }

    /** Un fil qui n'empêche pas de s'arrêter et ne retient pas l'application du CAS. */
    private static Thread fil(Runnable tache) {
        Thread fil = new Thread(tache, "deconnexion-unique");
        fil.setDaemon(true);
        fil.setContextClassLoader(DeconnexionUnique.class.getClassLoader());
        return fil;
    }

    /**
     * Envoie les avis de front et attend les réponses.
     *
     * @return le nombre de services qui ont répondu sans erreur
     */
    int prevenir(List<RegistreCas.Avis> avis) {
        List<CompletableFuture<Boolean>> envois =
                avis.stream().map(this::envoyer).toList();
        return (int) envois.stream().filter(CompletableFuture::join).count();
    }

    private CompletableFuture<Boolean> envoyer(RegistreCas.Avis avis) {
        String demande =
                ReponsesCas.deconnexion("LR-" + UUID.randomUUID(), horloge.instant(), avis.principal(), avis.ticket());
        HttpRequest requete = HttpRequest.newBuilder(URI.create(avis.service()))
                .timeout(DELAI)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "logoutRequest=" + URLEncoder.encode(demande, StandardCharsets.UTF_8)))
                .build();
        return client.sendAsync(requete, HttpResponse.BodyHandlers.discarding())
                .thenApply(reponse -> reponse.statusCode() < 400)
                .exceptionally(panne -> {
                    JOURNAL.log(Level.INFO, "Service injoignable à la déconnexion : " + avis.service(), panne);
                    return false;
                });
    }
}
