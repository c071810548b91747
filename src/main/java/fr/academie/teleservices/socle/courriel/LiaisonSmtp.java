package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.config.Reglages;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;

/** La liaison au serveur SMTP que disent les réglages, et pourquoi elle ne se fait pas. */
public final class LiaisonSmtp {

    /** Attente de chaque réponse du serveur. */
    static final Duration DELAI = Duration.ofSeconds(10);

    private final Reglages.Smtp reglages;
    private final String delai;

    public LiaisonSmtp(Reglages.Smtp reglages) {
        this(reglages, DELAI);
    }

    LiaisonSmtp(Reglages.Smtp reglages, Duration delai) {
        this.reglages = reglages;
        this.delai = String.valueOf(delai.toMillis());
    }

    Session session() {
        return Session.getInstance(proprietes());
    }

    void ouvrir(Transport transport) throws MessagingException {
        transport.connect(reglages.utilisateur(), reglages.motDePasse());
    }

    /** Ouvre la liaison, donne l'identité s'il y en a une, et la ferme, sans rien envoyer ; la faute, ou vide. */
    public Optional<String> eprouver() {
        try (Transport transport = session().getTransport()) {
            ouvrir(transport);
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(pourquoi(e));
        }
    }

    /** Ce qui n'a pas permis d'ouvrir la liaison, et quoi faire ; jamais une réponse du serveur, qui peut citer une adresse. */
    String pourquoi(MessagingException refus) {
        String serveur = "Le serveur SMTP " + reglages.hote() + ":" + reglages.port();
        if (refus instanceof AuthenticationFailedException) {
            return serveur + " refuse l'identité : vérifiez smtp.utilisateur et smtp.mot_de_passe";
        }
        for (Throwable cause = refus; cause != null; cause = cause.getCause()) {
            String dit = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (dit.contains("starttls is required")) {
                return serveur + " ne propose pas STARTTLS, que « smtp.chiffrement = starttls » exige : donnez-lui un"
                        + " certificat, ou écrivez « tls » (port 465), ou « aucun » si ce réseau est à vous seuls";
            }
            if (cause instanceof SSLException || dit.contains("could not convert socket to tls")) {
                return serveur + " n'a pas pu chiffrer la liaison : son certificat n'est pas à ce nom, ou Java ne"
                        + " connaît pas l'autorité qui l'a signé, ou smtp.chiffrement ne va pas à ce port";
            }
            if (cause instanceof UnknownHostException) {
                return serveur + " n'existe pas sous ce nom : vérifiez smtp.hote";
            }
        }
        return serveur + " ne répond pas : vérifiez smtp.hote, smtp.port et le pare-feu ("
                + refus.getClass().getSimpleName() + ")";
    }

    private Properties proprietes() {
        Properties p = new Properties();
        p.setProperty("mail.transport.protocol", "smtp");
        p.setProperty("mail.smtp.host", reglages.hote());
        p.setProperty("mail.smtp.port", String.valueOf(reglages.port()));
        p.setProperty("mail.smtp.connectiontimeout", delai);
        p.setProperty("mail.smtp.timeout", delai);
        p.setProperty("mail.smtp.writetimeout", delai);
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.required", String.valueOf(est(Reglages.Chiffrement.STARTTLS)));
        p.setProperty("mail.smtp.starttls.enable", String.valueOf(est(Reglages.Chiffrement.STARTTLS)));
        p.setProperty("mail.smtp.ssl.enable", String.valueOf(est(Reglages.Chiffrement.TLS)));
        p.setProperty("mail.smtp.auth", String.valueOf(reglages.utilisateur() != null));
        return p;
    }

    private boolean est(Reglages.Chiffrement chiffrement) {
        return reglages.chiffrement() == chiffrement;
    }
}
