package fr.academie.teleservices.socle.courriel;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.mesure.Mesurable;
import fr.academie.teleservices.socle.mesure.Mesure;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import fr.academie.teleservices.socle.texte.NomDeDomaine;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remet au serveur SMTP les courriels de la boîte de sortie, en tâche de fond.
 *
 * <p>Chaque courriel est d'abord réservé pour {@code BAIL} en base, puis envoyé, puis marqué : un arrêt au milieu le fait partir deux
 * fois plutôt que zéro. Un refus le reporte de 1 minute, puis 2, 4… jusqu'à 6 heures ; après {@value #TENTATIVES_MAX} refus il reste
 * en base, sans échéance. Un serveur injoignable n'use aucune tentative. Une fois remis, un courriel perd son texte, qui peut porter un
 * lien secret.
 */
@Singleton
public final class RemiseDesCourriels implements Mesurable {

    private static final Logger LOG = LoggerFactory.getLogger(RemiseDesCourriels.class);
    private static final Duration CADENCE = Duration.ofSeconds(2);
    private static final Duration BAIL = Duration.ofMinutes(5);
    private static final Duration REPORT_MAXIMAL = Duration.ofHours(6);
    private static final int TENTATIVES_MAX = 30;
    private static final int LOT = 20;
    private static final Duration SERVEUR_MUET = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final CourrielMapper courriels;
    private final Reglages.Smtp reglages;
    private final MiseEnPageHtml miseEnPage;
    private final Textes textes;
    private final String nomDExpediteur;
    private final Clock horloge;
    private final LiaisonSmtp liaison;

    @Inject
    public RemiseDesCourriels(
            Transactions transactions, Reglages reglages, ProfilAcademie profil, Textes textes, Clock horloge) {
        this(transactions, reglages, profil, textes, horloge, LiaisonSmtp.DELAI);
    }

    RemiseDesCourriels(
            Transactions transactions,
            Reglages reglages,
            ProfilAcademie profil,
            Textes textes,
            Clock horloge,
            Duration delai) {
        this.transactions = transactions;
        this.courriels = transactions.mapper(CourrielMapper.class);
        this.reglages = reglages.smtp();
        this.textes = textes;
        this.miseEnPage = new MiseEnPageHtml(reglages, profil);
        this.nomDExpediteur = profil.service() + " – " + profil.academie();
        this.horloge = horloge;
        this.liaison = new LiaisonSmtp(reglages.smtp(), delai);
    }

    /** La remise, qu'un seul serveur fait à la fois : une seule connexion au serveur SMTP pour toute l'application. */
    public TacheReguliere tache() {
        return new TacheReguliere("courriels", CADENCE, this::remettreTout);
    }

    /**
     * {@code courrielsEnAttente} : ceux qui restent à remettre ; il croît quand le serveur SMTP se tait. {@code courrielsMisDeCote} : ceux
     * que l'on a renoncé à remettre. {@code retardDesCourriels} : l'attente du plus ancien, en secondes.
     */
    @Override
    public List<Mesure> mesures() {
        return List.of(
                new Mesure("courrielsEnAttente", courriels::enAttente),
                new Mesure("courrielsMisDeCote", courriels::misDeCote),
                new Mesure("retardDesCourriels", () -> Mesure.secondesDepuis(courriels.plusAncien(), horloge)));
    }

    /** Efface les courriels écrits avant {@code avant} et que l'on a renoncé à remettre ; rend leur nombre. */
    public int purgerLesAbandonnes(Instant avant) {
        return transactions.executer(() -> courriels.purgerLesAbandonnes(avant));
    }

    /** Efface les courriels remis avant {@code avant} ; ce qui n'est pas remis reste. */
    public int purger(Instant avant) {
        return transactions.executer(() -> courriels.purger(avant));
    }

    private int remettreTout() {
        int total = 0;
        int remis;
        do {
            remis = remettre();
            total += remis;
        } while (remis == LOT);
        return total;
    }

    /** Remet un lot de ce qui est dû, par une seule connexion au serveur ; rend combien l'ont été. */
    int remettre() {
        List<CourrielMapper.CourrielDu> dus = reserver();
        if (dus.isEmpty()) {
            return 0;
        }
        int remis = 0;
        // Un lot s'arrête à la moitié de son bail, qui n'expire donc pas pendant l'envoi.
        Instant limite = horloge.instant().plus(BAIL.dividedBy(2));
        Session session = liaison.session();
        try (Transport transport = session.getTransport()) {
            for (int i = 0; i < dus.size(); i++) {
                if (horloge.instant().isAfter(limite)) {
                    rendre(dus.subList(i, dus.size()), new MessagingException("Serveur trop lent."));
                    return remis;
                }
                try {
                    if (!transport.isConnected()) {
                        liaison.ouvrir(transport);
                    }
                } catch (MessagingException e) {
                    rendre(dus.subList(i, dus.size()), e);
                    return remis;
                }
                remis += remettre(session, transport, dus.get(i)) ? 1 : 0;
            }
        } catch (MessagingException e) {
            LOG.debug("La connexion au serveur SMTP s'est mal fermée ; tout ce qui est remis est marqué.", e);
        }
        return remis;
    }

    private boolean remettre(Session session, Transport transport, CourrielMapper.CourrielDu du) {
        try {
            MimeMessage message = message(session, du);
            transport.sendMessage(message, message.getAllRecipients());
            Instant le = horloge.instant();
            transactions.executer(() -> {
                courriels.marquerEnvoye(du.id(), le);
            });
            return true;
        } catch (MessagingException | UnsupportedEncodingException e) {
            reporter(du, e);
            return false;
        }
    }

    private List<CourrielMapper.CourrielDu> reserver() {
        Instant maintenant = horloge.instant();
        return transactions.executer(() -> {
            List<CourrielMapper.CourrielDu> dus = courriels.prendre(maintenant, LOT);
            dus.forEach(du -> courriels.reporter(du.id(), du.tentatives() + 1, maintenant.plus(BAIL)));
            return dus;
        });
    }

    /** Le serveur est injoignable : ce n'est la faute d'aucun courriel, et aucun n'y use une tentative. */
    private void rendre(List<CourrielMapper.CourrielDu> dus, MessagingException cause) {
        Instant prochain = horloge.instant().plus(SERVEUR_MUET);
        transactions.executer(() -> {
            dus.forEach(du -> courriels.reporter(du.id(), du.tentatives(), prochain));
        });
        LOG.warn(
                "{} : {} courriels attendent, nouvel essai dans {} min.",
                liaison.pourquoi(cause),
                dus.size(),
                SERVEUR_MUET.toMinutes());
    }

    private void reporter(CourrielMapper.CourrielDu du, Exception cause) {
        int tentatives = du.tentatives() + 1;
        boolean abandon = tentatives >= TENTATIVES_MAX;
        long minutes = 1L << Math.min(tentatives - 1, 9);
        Duration report = Duration.ofMinutes(Math.min(minutes, REPORT_MAXIMAL.toMinutes()));
        Instant prochain = abandon ? null : horloge.instant().plus(report);
        transactions.executer(() -> {
            courriels.reporter(du.id(), tentatives, prochain);
        });
        LOG.warn(
                "Courriel {} non remis (tentative {}) : {}. {}",
                du.id(),
                tentatives,
                cause.getClass().getSimpleName(),
                abandon ? "Abandonné, il reste en base." : "Nouvel essai dans " + report.toMinutes() + " min.");
    }

    private MimeMessage message(Session session, CourrielMapper.CourrielDu du)
            throws MessagingException, UnsupportedEncodingException {
        Textes siens = textes.pourLeCompte(du.langue());
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage message = new MimeMessage(session);
        InternetAddress expediteur = new InternetAddress(reglages.expediteur(), true);
        expediteur.setPersonal(nomDExpediteur, utf8);
        message.setFrom(expediteur);
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(NomDeDomaine.adresseEnAscii(du.destinataire()), true));
        message.setSubject(du.objet(), utf8);
        MimeBodyPart texte = new MimeBodyPart();
        texte.setText(du.texte(), utf8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(miseEnPage.html(du.objet(), du.texte(), siens), utf8, "html");
        message.setContent(new MimeMultipart("alternative", texte, html));
        message.setSentDate(Date.from(horloge.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", siens.getLangue().lang());
        message.saveChanges();
        return message;
    }
}
