package fr.academie.teleservices.acces;

import fr.academie.teleservices.agent.AgentDuCas;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Langue;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apereo.cas.client.ssl.HttpURLConnectionFactory;
import org.apereo.cas.client.util.XmlUtils;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.TicketValidationException;
import org.jspecify.annotations.Nullable;

/** Le dialogue avec le CAS de l'académie : adresses, validation des tickets, lecture des demandes de déconnexion. */
@Singleton
public final class CasService {

    /** Une vraie demande de déconnexion tient en quelques centaines de caractères. */
    private static final int TAILLE_MAXIMALE_DECONNEXION = 8_192;

    private static final int TAILLE_MAXIMALE_TICKET = 512;

    /** Un « < » encodé, après des blancs : une telle demande n'est pas encore du XML. */
    private static final Pattern ENCORE_ENCODEE = Pattern.compile("(?:%20|%0[9AD]|\\+)*%3C", Pattern.CASE_INSENSITIVE);

    private final Reglages.Cas reglages;
    private final LectureDuProfil profils;
    private final LectureDeLAgent agents;
    private final ValidateurCas validateur;
    private final ValidateurCas validateurDePreuve;
    private final LectureDeLaPreuve preuves;

    @Inject
    public CasService(Reglages reglages, ProfilAcademie profil, Clock horloge) {
        this.reglages = reglages.cas();
        this.profils = new LectureDuProfil(profil.attributsCas());
        this.agents = new LectureDeLAgent(profil.agents());
        this.preuves = new LectureDeLaPreuve(profil.agents(), horloge);
        validateur = validateur(this.reglages, false);
        validateurDePreuve = validateur(this.reglages, true);
    }

    private static ValidateurCas validateur(Reglages.Cas reglages, boolean dePreuve) {
        ValidateurCas validateur = new ValidateurCas(reglages.adresseInterne().toString());
        validateur.setEncoding(StandardCharsets.UTF_8.name());
        validateur.setURLConnectionFactory(new ConnexionsBornees(reglages));
        validateur.setRenew(dePreuve);
        return validateur;
    }

    /**
     * Ce que CAS dit de la personne.
     *
     * @param principal son nom tel que tapé
     * @param profils ceux qu'il lui prête ; vides s'il n'en dit rien
     * @param agent ce qu'il en dit si c'est un agent ; sans établissement s'il n'en dit rien
     * @param prouveeLe quand elle a donné son mot de passe ; nul s'il ne le dit pas
     * @param secondFacteur vrai si elle a donné aussi le second facteur que nomme le profil d'académie
     */
    public record IdentiteCas(
            String principal,
            Set<Profil> profils,
            AgentDuCas agent,
            @Nullable Instant prouveeLe,
            boolean secondFacteur) {

        /** La preuve que ce ticket apporte à cette adresse. */
        public Preuve preuve(String ticket, String adresse) {
            return new Preuve(ticket, adresse, prouveeLe, secondFacteur);
        }
    }

    /** Le ticket est faux, déjà utilisé, périmé ou fait pour un autre service : il faut recommencer la connexion. */
    public static final class TicketRefuse extends Exception {
        private static final long serialVersionUID = 1L;

        TicketRefuse(Throwable cause) {
            super(cause);
        }
    }

    /** CAS ne répond pas, ou répond autre chose que du CAS. */
    public static final class CasIndisponible extends Exception {
        private static final long serialVersionUID = 1L;

        CasIndisponible(Throwable cause) {
            super(cause);
        }
    }

    /**
     * L'adresse où le navigateur s'identifie, puis revient à {@code service}.
     *
     * @param langue celle que la personne a choisie ; nulle : le CAS suit le navigateur. Source : {@code cas.locale.param-name}, CAS 6.6
     */
    public String adresseDeConnexion(String service, @Nullable Langue langue) {
        return reglages.adresse() + "/login?service=" + URLEncoder.encode(service, StandardCharsets.UTF_8)
                + (langue == null ? "" : "&locale=" + langue.code());
    }

    /** Comme {@link #adresseDeConnexion}, mais le mot de passe est redemandé même à qui a une session CAS. Source : CAS 3.0, §2.1.1. */
    public String adresseDePreuve(String service, @Nullable Langue langue) {
        return adresseDeConnexion(service, langue) + "&renew=true";
    }

    /** L'adresse qui ferme la session CAS, puis revient à {@code retour}. */
    public String adresseDeDeconnexion(String retour) {
        return reglages.adresse() + "/logout?service=" + URLEncoder.encode(retour, StandardCharsets.UTF_8);
    }

    /** L'origine (schéma, hôte, port) du CAS vu du navigateur. */
    public String origine() {
        URI adresse = reglages.adresse();
        return adresse.getScheme() + "://" + adresse.getAuthority();
    }

    /**
     * Ce que le CAS dit de ce ticket, qui ne sert qu'une fois.
     *
     * @param preuve vrai si le mot de passe devait être redemandé : le CAS refuse alors un ticket né d'une session déjà ouverte
     */
    public IdentiteCas valider(String ticket, String service, boolean preuve) throws TicketRefuse, CasIndisponible {
        if (ticket.length() > TAILLE_MAXIMALE_TICKET) {
            throw new TicketRefuse(new IllegalArgumentException("Ticket trop long."));
        }
        try {
            Assertion assertion = (preuve ? validateurDePreuve : validateur).validate(ticket, service);
            Map<String, Object> attributs = assertion.getPrincipal().getAttributes();
            return new IdentiteCas(
                    assertion.getPrincipal().getName(),
                    profils.lire(attributs),
                    agents.lire(attributs),
                    preuves.le(attributs, preuve),
                    preuves.secondFacteur(attributs));
        } catch (TicketValidationException e) {
            throw new TicketRefuse(e);
        } catch (RuntimeException e) {
            // La bibliothèque enveloppe ainsi toute panne du réseau, du protocole ou du format.
            throw new CasIndisponible(e);
        }
    }

    /**
     * Le ticket que désigne une demande de déconnexion unique (SAML 2.0 LogoutRequest, SessionIndex) ; nul si elle n'en est pas
     * une. Certains CAS l'encodent deux fois : il en reste une quand la demande arrive ici.
     */
    public static @Nullable String ticketADeconnecter(@Nullable String demande) {
        if (demande == null || demande.length() > TAILLE_MAXIMALE_DECONNEXION) {
            return null;
        }
        String nue = demande.strip();
        try {
            String lue = ENCORE_ENCODEE.matcher(nue).lookingAt() ? URLDecoder.decode(nue, StandardCharsets.UTF_8) : nue;
            if (lue.contains("<!DOCTYPE")) {
                return null;
            }
            String ticket = XmlUtils.getTextForElement(lue.strip(), "SessionIndex");
            return ticket == null || ticket.isBlank() ? null : ticket.strip();
        } catch (RuntimeException e) {
            // Encodage ou XML mal formé : exceptions non vérifiées.
            return null;
        }
    }

    /** Les délais que la bibliothèque ne pose pas. */
    private record ConnexionsBornees(Reglages.Cas reglages) implements HttpURLConnectionFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public HttpURLConnection buildHttpURLConnection(URLConnection connexion) {
            HttpURLConnection http = (HttpURLConnection) connexion;
            http.setConnectTimeout((int) reglages.delaiConnexion().toMillis());
            http.setReadTimeout((int) reglages.delaiReponse().toMillis());
            http.setInstanceFollowRedirects(false);
            return http;
        }
    }
}
