package fr.academie.teleservices.socle.sms;

import fr.academie.teleservices.socle.config.ErreurDeConfiguration;
import fr.academie.teleservices.socle.config.ReglagesSms;
import fr.academie.teleservices.socle.config.ReglagesSms.Forme;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.tache.Delais;
import fr.academie.teleservices.socle.texte.Gabarit;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Porte un SMS à la passerelle que les réglages décrivent : un délai pour tout, ni redirection ni second essai ; de la réponse, le début
 * seulement. Ni le numéro, ni le texte, ni le secret ne vont dans une trace.
 */
final class PasserelleSms implements Closeable {

    private static final int SUCCES = 2;
    private static final int CENT = 100;
    private static final int PANNE = 500;
    private static final int TROP_DE_DEMANDES = 429;
    private static final int CORPS_LU = 16 * 1024;
    private static final Timeout VIE_D_UNE_LIAISON = Timeout.ofMinutes(1);

    /** Ce que la liaison écrit elle-même. */
    private static final List<String> RESERVES =
            List.of("content-length", "transfer-encoding", "connection", "host", "upgrade", "expect");

    private final ReglagesSms reglages;
    private final Gabarit corps;
    private final ContentType type;
    private final Delais delais = new Delais("sms");
    private final CloseableHttpClient client;

    PasserelleSms(ReglagesSms reglages) {
        this.reglages = reglages;
        UnaryOperator<String> echappement = reglages.forme() == Forme.JSON
                ? FabriqueJson::echapper
                : texte -> URLEncoder.encode(texte, StandardCharsets.UTF_8);
        try {
            type = ContentType.create(reglages.forme().type(), StandardCharsets.UTF_8);
            corps = Gabarit.regle("sms.corps", reglages.corps(), echappement);
            rendre("+33600000000", "", 0);
        } catch (IllegalArgumentException e) {
            throw new ErreurDeConfiguration(
                    "Le réglage « sms.corps » n'est pas un modèle où seuls {{numero}}, {{texte}}, {{expediteur}},"
                            + " {{reference}} et {{secret}} se remplacent : c'est ce qui est attendu.",
                    e);
        }
        if (reglages.entetes().keySet().stream().anyMatch(nom -> RESERVES.contains(nom.toLowerCase(Locale.ROOT)))) {
            throw new ErreurDeConfiguration(
                    "Le réglage « sms.entetes » nomme un en-tête que la liaison écrit elle-même : d'autres sont"
                            + " attendus.");
        }
        Timeout chacun = Timeout.of(reglages.delai());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(reglages.delai().dividedBy(2)))
                                .setSocketTimeout(chacun)
                                .setTimeToLive(VIE_D_UNE_LIAISON)
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Ce qu'il advient d'un envoi. */
    enum Issue {
        REMIS,
        /** La passerelle ne veut pas de ce SMS, ou l'a reçu sans rien en dire : il a pu partir, et ne se renvoie pas sans compter. */
        REFUSE,
        /** La passerelle n'est pas là, ou pas à présent : ce n'est la faute d'aucun SMS. */
        MUETTE
    }

    /** Porte ce SMS ; rend toujours une issue, au bout du délai au plus tard. */
    Issue porter(String numero, String texte, long reference) {
        HttpUriRequestBase envoi = new HttpUriRequestBase(reglages.methode().name(), reglages.adresse());
        reglages.entetes().forEach(envoi::setHeader);
        envoi.setEntity(new StringEntity(rendre(numero, texte, reference), type));
        Delais.Terme terme = delais.finir(reglages.delai(), envoi::cancel);
        try (ClassicHttpResponse reponse = client.executeOpen(null, envoi, null)) {
            return issue(reponse.getCode(), debut(reponse.getEntity()));
        } catch (IOException e) {
            // Une fois la liaison faite, elle a peut-être le SMS. La cause n'est pas tracée : elle peut citer ce que
            // l'envoi porte.
            return e instanceof ConnectException
                            || e instanceof ConnectTimeoutException
                            || e instanceof UnknownHostException
                    ? Issue.MUETTE
                    : Issue.REFUSE;
        } finally {
            terme.annuler();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        delais.close();
    }

    private Issue issue(int statut, String debut) {
        if (statut >= PANNE || statut == TROP_DE_DEMANDES) {
            return Issue.MUETTE;
        }
        boolean dit = reglages.reussite() == null
                || reglages.reussite().matcher(debut).find();
        return statut / CENT == SUCCES && dit ? Issue.REMIS : Issue.REFUSE;
    }

    private static String debut(@Nullable HttpEntity reponse) throws IOException {
        // Ne se ferme pas ici : fermer un corps le lit jusqu'au bout.
        return reponse == null ? "" : new String(reponse.getContent().readNBytes(CORPS_LU), StandardCharsets.UTF_8);
    }

    private String rendre(String numero, String texte, long reference) {
        return corps.rendre(Map.of(
                "numero",
                numero,
                "texte",
                texte,
                "expediteur",
                reglages.expediteur(),
                "secret",
                reglages.secret(),
                "reference",
                "sms-" + reference));
    }
}
