package fr.academie.teleservices.demonstration;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Un vrai serveur SMTP sur 127.0.0.1 qui garde en mémoire tout ce que l'application envoie, quel qu'en soit le destinataire. */
public final class CourrierDeDemonstration implements AutoCloseable {

    /**
     * Un courriel reçu.
     *
     * @param recuLe instant de la réception ; l'origine des temps si le message n'en porte pas
     * @param texte texte brut du message
     */
    public record Courriel(String objet, String expediteur, String destinataires, Instant recuLe, String texte) {}

    private final GreenMail serveur;
    /** Un message ne change plus : lu une fois, si souvent qu'on regarde la boîte. */
    private final Map<MimeMessage, Courriel> lus = new ConcurrentHashMap<>();

    private CourrierDeDemonstration(GreenMail serveur) {
        this.serveur = serveur;
    }

    /** Démarre sur un port libre. */
    public static CourrierDeDemonstration demarrer() {
        ServerSetup reglages = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        reglages.setServerStartupTimeout(10_000);
        GreenMail serveur = new GreenMail(reglages);
        try {
            serveur.start();
        } catch (IllegalStateException e) {
            throw new DemarrageImpossible("Le serveur de courriels n'a pas démarré : " + e.getMessage(), e);
        }
        return new CourrierDeDemonstration(serveur);
    }

    public int port() {
        return serveur.getSmtp().getPort();
    }

    /** Les courriels reçus, du plus ancien au plus récent. */
    public List<Courriel> recus() {
        return Arrays.stream(serveur.getReceivedMessages())
                .map(message -> lus.computeIfAbsent(message, CourrierDeDemonstration::lire))
                .toList();
    }

    /**
     * Attend qu'il y ait au moins ce nombre de courriels.
     *
     * @return tous les courriels reçus, moins nombreux si le délai est passé
     */
    public List<Courriel> attendre(int nombre, Duration delai) {
        serveur.waitForIncomingEmail(delai.toMillis(), nombre);
        return recus();
    }

    /** Oublie ce qui a été reçu. */
    public void vider() {
        try {
            serveur.purgeEmailFromAllMailboxes();
            lus.clear();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        serveur.stop();
    }

    private static Courriel lire(MimeMessage message) {
        try {
            String objet = message.getSubject();
            return new Courriel(
                    objet == null ? "(sans objet)" : objet,
                    adresses(message.getHeader("From")),
                    adresses(message.getHeader("To")),
                    message.getReceivedDate() == null
                            ? message.getSentDate() == null
                                    ? Instant.EPOCH
                                    : message.getSentDate().toInstant()
                            : message.getReceivedDate().toInstant(),
                    texte(message));
        } catch (MessagingException | IOException e) {
            return new Courriel("(message illisible)", "", "", Instant.EPOCH, String.valueOf(e.getMessage()));
        }
    }

    private static String adresses(String[] entetes) throws UnsupportedEncodingException {
        return entetes == null ? "" : MimeUtility.decodeText(String.join(", ", entetes));
    }

    /** Le premier texte brut du message ; à défaut, le premier texte quel qu'il soit. */
    private static String texte(Part partie) throws MessagingException, IOException {
        Object contenu = partie.getContent();
        if (contenu instanceof Multipart plusieurs) {
            String repli = "";
            for (int i = 0; i < plusieurs.getCount(); i++) {
                BodyPart morceau = plusieurs.getBodyPart(i);
                if (morceau.isMimeType("text/plain") || morceau.isMimeType("multipart/*")) {
                    return texte(morceau);
                }
                repli = repli.isEmpty() && morceau.isMimeType("text/*") ? texte(morceau) : repli;
            }
            return repli;
        }
        return contenu instanceof String texte
                ? texte
                : Collections.singletonList(contenu).toString();
    }
}
