package fr.academie.teleservices.demonstration.cas;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les sessions, les tickets de service et les jetons de formulaire en cours, en mémoire. */
final class RegistreCas {

    private static final Duration VIE_D_UNE_SESSION = Duration.ofHours(8);
    private static final Duration VIE_D_UN_FORMULAIRE = Duration.ofMinutes(30);
    private static final int FORMULAIRES_AU_PLUS = 5_000;

    /**
     * Un ticket de service.
     *
     * @param primaire vrai si la personne vient de saisir son mot de passe
     */
    record Ticket(String valeur, String service, SessionSso session, boolean primaire, Instant delivreLe) {}

    /** Un service à prévenir qu'une session est finie. */
    record Avis(String ticket, String service, String principal) {}

    private record Formulaire(String navigateur, Instant rendu) {}

    private final SecureRandom hasard = new SecureRandom();
    private final Clock horloge;
    private final Duration vieDuTicket;
    private final Map<String, SessionSso> sessions = new HashMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, Formulaire> formulaires = new LinkedHashMap<>();

    RegistreCas(Clock horloge, Duration vieDuTicket) {
        this.horloge = horloge;
        this.vieDuTicket = vieDuTicket;
    }

    /** Un secret de 256 bits précédé de son genre, comme les jetons d'un vrai CAS. */
    String jeton(String genre) {
        byte[] octets = new byte[32];
        hasard.nextBytes(octets);
        return genre + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    synchronized SessionSso ouvrir(String saisi, String identifiant) {
        oublierLesPerimes();
        SessionSso session = new SessionSso(jeton("TGT-"), saisi, identifiant, horloge.instant());
        sessions.put(session.jeton(), session);
        return session;
    }

    synchronized Optional<SessionSso> session(@Nullable String jeton) {
        return Optional.ofNullable(jeton == null ? null : sessions.get(jeton)).filter(this::vivante);
    }

    synchronized long nombreDeSessions(String identifiant) {
        return sessions.values().stream()
                .filter(s -> s.identifiant().equals(identifiant) && vivante(s))
                .count();
    }

    synchronized List<SessionSso> sessionsDe(String identifiant) {
        return sessions.values().stream()
                .filter(s -> s.identifiant().equals(identifiant))
                .toList();
    }

    /** Remet un ticket à usage unique pour ce service. */
    synchronized String delivrer(SessionSso session, String service, boolean primaire) {
        oublierLesPerimes();
        Ticket ticket = new Ticket(jeton("ST-"), service, session, primaire, horloge.instant());
        tickets.put(ticket.valeur(), ticket);
        session.services().put(ticket.valeur(), service);
        return ticket.valeur();
    }

    /** Retire le ticket : il ne servira plus, qu'il soit valable ou non ; vide s'il est inconnu, périmé ou sans session. */
    synchronized Optional<Ticket> consommer(String valeur) {
        return Optional.ofNullable(tickets.remove(valeur))
                .filter(t -> horloge.instant().isBefore(t.delivreLe().plus(vieDuTicket)))
                .filter(t -> sessions.containsKey(t.session().jeton()) && vivante(t.session()));
    }

    /** Met fin à la session et rend les services à prévenir. */
    synchronized List<Avis> fermer(SessionSso session) {
        sessions.remove(session.jeton());
        List<Avis> avis = new ArrayList<>();
        session.services().forEach((ticket, service) -> {
            tickets.remove(ticket);
            avis.add(new Avis(ticket, service, session.saisi()));
        });
        session.services().clear();
        return avis;
    }

    /** La même personne s'est reconnectée dans ce navigateur : la nouvelle session répond des services de l'ancienne. */
    synchronized void heriter(SessionSso ancienne, SessionSso nouvelle) {
        sessions.remove(ancienne.jeton());
        nouvelle.services().putAll(ancienne.services());
        ancienne.services().clear();
    }

    /** Un jeton de formulaire, valable une fois dans ce navigateur. */
    synchronized String formulaire(String navigateur) {
        if (formulaires.size() >= FORMULAIRES_AU_PLUS) {
            formulaires.remove(formulaires.keySet().iterator().next());
        }
        String jeton = jeton("LT-");
        formulaires.put(jeton, new Formulaire(navigateur, horloge.instant()));
        return jeton;
    }

    synchronized boolean accepter(@Nullable String jeton, @Nullable String navigateur) {
        Formulaire rendu = jeton == null ? null : formulaires.remove(jeton);
        return rendu != null
                && rendu.navigateur().equals(navigateur)
                && horloge.instant().isBefore(rendu.rendu().plus(VIE_D_UN_FORMULAIRE));
    }

    private boolean vivante(SessionSso session) {
        return horloge.instant().isBefore(session.ouverteLe().plus(VIE_D_UNE_SESSION));
    }

    private void oublierLesPerimes() {
        Instant maintenant = horloge.instant();
        sessions.values().removeIf(s -> !vivante(s));
        tickets.values().removeIf(t -> maintenant.isAfter(t.delivreLe().plus(vieDuTicket)));
    }
}
