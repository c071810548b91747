package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remet au serveur SMTP les courriels de la boîte de sortie, en tâche de fond.
 *
 * <p>Chaque courriel est d'abord réservé pour {@code BAIL} en base, puis envoyé, puis marqué : un arrêt au milieu le fait partir deux
 * fois plutôt que zéro. Un échec le reporte de 1 minute, puis 2, 4… jusqu'à 6 heures ; après {@value #TENTATIVES_MAX} tentatives il
 * reste en base, sans échéance.
 */
@Singleton
public final class RemiseDesCourriels {

    private static final Logger LOG = LoggerFactory.getLogger(RemiseDesCourriels.class);
    private static final Duration CADENCE = Duration.ofSeconds(2);
    private static final Duration BAIL = Duration.ofMinutes(5);
    private static final Duration REPORT_MAXIMAL = Duration.ofHours(6);
    private static final int TENTATIVES_MAX = 30;
    private static final int LOT = 20;
    private static final String DELAI_SMTP_MS = "10000";

    private final Transactions transactions;
    private final CourrielMapper courriels;
    private final Reglages.Smtp reglages;
    private final Clock horloge;
    private @Nullable ScheduledExecutorService fil;

    @Inject
    public RemiseDesCourriels(Transactions transactions, Reglages reglages, Clock horloge) {
        this.transactions = transactions;
        this.courriels = transactions.mapper(CourrielMapper.class);
        this.reglages = reglages.smtp();
        this.horloge = horloge;
    }

    public synchronized void demarrer() {
        fil = Executors.newSingleThreadScheduledExecutor(tache -> {
            Thread fil = new Thread(tache, "remise-courriels");
            fil.setDaemon(true);
            return fil;
        });
        var suivi = fil.scheduleWithFixedDelay(
                this::remettreSansFaillir, CADENCE.toMillis(), CADENCE.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Remise des courriels programmée : {}", suivi);
    }

    public synchronized void arreter() {
        if (fil != null) {
            fil.shutdownNow();
            try {
                if (!fil.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("La remise des courriels ne s'arrête pas ; un courriel peut partir deux fois.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Courriels qui attendent d'être remis. */
    public int enAttente() {
        return courriels.enAttente();
    }

    private void remettreSansFaillir() {
        try {
            remettre();
        } catch (RuntimeException e) {
            LOG.warn("La boîte de sortie des courriels n'a pas pu être lue ; nouvel essai dans {}.", CADENCE, e);
        }
    }

    private void remettre() {
        for (CourrielMapper.CourrielDu du : reserver()) {
            try {
                envoyer(du);
                Instant le = maintenant();
                transactions.executer(() -> {
                    courriels.marquerEnvoye(du.id(), le);
                    return true;
                });
            } catch (MessagingException e) {
                reporter(du, e);
            }
        }
    }

    private List<CourrielMapper.CourrielDu> reserver() {
        Instant maintenant = maintenant();
        return transactions.executer(() -> {
            List<CourrielMapper.CourrielDu> dus = courriels.prendre(maintenant, LOT);
            dus.forEach(du -> courriels.reporter(du.id(), du.tentatives() + 1, maintenant.plus(BAIL)));
            return dus;
        });
    }

    private void reporter(CourrielMapper.CourrielDu du, MessagingException cause) {
        int tentatives = du.tentatives() + 1;
        boolean abandon = tentatives >= TENTATIVES_MAX;
        long minutes = 1L << Math.min(tentatives - 1, 9);
        Duration report = Duration.ofMinutes(Math.min(minutes, REPORT_MAXIMAL.toMinutes()));
        Instant prochain = abandon ? null : maintenant().plus(report);
        transactions.executer(() -> {
            courriels.reporter(du.id(), tentatives, prochain);
            return true;
        });
        LOG.warn(
                "Courriel {} non remis (tentative {}) : {}. {}",
                du.id(),
                tentatives,
                cause.getClass().getSimpleName(),
                abandon ? "Abandonné, il reste en base." : "Nouvel essai dans " + report.toMinutes() + " min.");
    }

    private void envoyer(CourrielMapper.CourrielDu du) throws MessagingException {
        Properties p = new Properties();
        p.setProperty("mail.smtp.host", reglages.hote());
        p.setProperty("mail.smtp.port", String.valueOf(reglages.port()));
        p.setProperty("mail.smtp.connectiontimeout", DELAI_SMTP_MS);
        p.setProperty("mail.smtp.timeout", DELAI_SMTP_MS);
        p.setProperty("mail.smtp.writetimeout", DELAI_SMTP_MS);
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.required", String.valueOf(est(Reglages.Chiffrement.STARTTLS)));
        p.setProperty("mail.smtp.starttls.enable", String.valueOf(est(Reglages.Chiffrement.STARTTLS)));
        p.setProperty("mail.smtp.ssl.enable", String.valueOf(est(Reglages.Chiffrement.TLS)));
        p.setProperty("mail.smtp.auth", String.valueOf(reglages.utilisateur() != null));
        MimeMessage message = new MimeMessage(Session.getInstance(p));
        message.setFrom(new InternetAddress(reglages.expediteur(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(du.destinataire(), true));
        message.setSubject(du.objet(), StandardCharsets.UTF_8.name());
        message.setText(du.texte(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(horloge.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message, reglages.utilisateur(), reglages.motDePasse());
    }

    private boolean est(Reglages.Chiffrement chiffrement) {
        return reglages.chiffrement() == chiffrement;
    }

    private Instant maintenant() {
        return horloge.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
