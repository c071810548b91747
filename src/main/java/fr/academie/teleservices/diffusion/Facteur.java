package fr.academie.teleservices.diffusion;

import fr.academie.teleservices.socle.config.ReglagesDeDiffusion.Abonne;
import fr.academie.teleservices.socle.tache.Delais;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Porte un envoi à un abonné : dix secondes en tout, ni redirection, ni mandataire, ni second essai. Seul le statut de la réponse compte ;
 * son corps n'est lu que pour rendre la liaison réutilisable, et jamais gardé.
 */
final class Facteur implements Closeable {

    static final Duration DELAI = Duration.ofSeconds(10);

    private static final int CORPS_LU = 8 * 1024;
    private static final int LIGNE_MAXIMALE = 8 * 1024;
    private static final int ENTETES_MAXIMAUX = 100;
    private static final Timeout INACTIVITE = Timeout.ofSeconds(1);
    private static final Timeout VIE_D_UNE_LIAISON = Timeout.ofMinutes(1);
    private static final int SUCCES = 2;
    private static final int AILLEURS = 3;
    private static final int CENT = 100;
    private static final int TROP_DE_DEMANDES = 429;
    private static final int INDISPONIBLE = 503;

    private final Abonne abonne;
    private final Duration delai;
    private final Delais delais;
    private final CloseableHttpClient client;

    Facteur(Abonne abonne) {
        this(abonne, InetAddress::getAllByName, tls(), DELAI);
    }

    /**
     * @param annuaire qui cherche les noms
     * @param tls à qui l'on se fie
     * @param delai tout l'envoi, de la recherche du nom à la réponse
     */
    Facteur(Abonne abonne, Resolution.Annuaire annuaire, SSLContext tls, Duration delai) {
        this.abonne = abonne;
        this.delai = delai;
        this.delais = new Delais(abonne.nom());
        Timeout chacun = Timeout.of(delai);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Resolution(abonne, annuaire, delais, delai))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(chacun).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(chacun)
                                .setSocketTimeout(chacun)
                                .setValidateAfterInactivity(INACTIVITE)
                                .setTimeToLive(VIE_D_UNE_LIAISON)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LIGNE_MAXIMALE)
                                        .setMaxHeaderCount(ENTETES_MAXIMAUX)
                                        .build())
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Porte ce corps, avec ces en-têtes ; rend toujours une issue. */
    Reponse porter(Map<String, String> entetes, String corps) {
        HttpPost envoi = new HttpPost(abonne.adresse());
        entetes.forEach(envoi::setHeader);
        AtomicBoolean parti = new AtomicBoolean();
        envoi.setEntity(new HttpEntityWrapper(new StringEntity(corps, ContentType.APPLICATION_JSON)) {
            @Override
            public void writeTo(OutputStream sortie) throws IOException {
                parti.set(true);
                super.writeTo(sortie);
            }
        });
        AtomicBoolean expire = new AtomicBoolean();
        Delais.Terme terme = delais.finir(delai, () -> {
            expire.set(true);
            envoi.cancel();
        });
        Reponse issue = null;
        try (ClassicHttpResponse reponse = client.executeOpen(null, envoi, null)) {
            issue = issue(reponse);
            vider(reponse.getEntity());
            return issue;
        } catch (IOException e) {
            // Une réponse qui se ferme mal a pourtant été donnée.
            return issue == null ? Reponse.manquee(faute(e, parti.get(), expire.get())) : issue;
        } finally {
            terme.annuler();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        delais.close();
    }

    private static Reponse issue(ClassicHttpResponse reponse) {
        int statut = reponse.getCode();
        FauteDeRemise faute = statut / CENT == SUCCES
                ? null
                : statut / CENT == AILLEURS
                        ? FauteDeRemise.REDIRECTION
                        : statut == TROP_DE_DEMANDES || statut == INDISPONIBLE
                                ? FauteDeRemise.OCCUPE
                                : FauteDeRemise.REFUS;
        Header attente = reponse.getFirstHeader("Retry-After");
        return new Reponse(faute, statut, attente == null ? null : attente.getValue());
    }

    /** Un corps court se lit pour rendre la liaison ; au-delà, ou s'il manque, fermer la réponse ferme la liaison. */
    private static void vider(@Nullable HttpEntity corps) {
        if (corps == null) {
            return;
        }
        try {
            // Ne se ferme pas ici : fermer un corps le lit jusqu'au bout.
            corps.getContent().readNBytes(CORPS_LU);
        } catch (IOException e) {
            // Le statut est arrivé : lui seul compte.
            return;
        }
    }

    private static FauteDeRemise faute(IOException e, boolean parti, boolean expire) {
        if (parti) {
            return expire || e instanceof SocketTimeoutException ? FauteDeRemise.DELAI : FauteDeRemise.COUPURE;
        }
        if (e instanceof Resolution.AdresseRefusee) {
            return FauteDeRemise.ADRESSE_REFUSEE;
        }
        if (e instanceof UnknownHostException) {
            return FauteDeRemise.NOM_INCONNU;
        }
        return e instanceof SSLException && !expire ? FauteDeRemise.CERTIFICAT : FauteDeRemise.INJOIGNABLE;
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Toute machine Java porte TLS.", e);
        }
    }
}
