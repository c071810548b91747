package fr.academie.teleservices.demonstration.cas;

import fr.academie.teleservices.demonstration.cas.ComptesCas.Reponse;
import fr.academie.teleservices.demonstration.cas.PagesCas.Formulaire;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /login} et {@code /logout} (CAS 3.0 §2.1 à 2.3) : formulaire, session unique, {@code renew}, {@code gateway}. */
final class ConnexionCas {

    private static final Logger JOURNAL = Logger.getLogger(ConnexionCas.class.getName());
    private static final String TGC = "TGC";
    private static final String NAVIGATEUR = "CASNAV";

    private static final String REFUS = "cas.refus.inconnu";
    private static final String EXPIRE = "cas.expire.texte";
    private static final String PERIME = "perimee.quoi";
    private static final String INDISPONIBLE = "cas.refus.indisponible";

    private final RegistreCas registre;
    private final ComptesCas comptes;
    private final ServicesAutorises services;
    private final DeconnexionUnique deconnexion;
    private final PagesCas pages;

    ConnexionCas(
            RegistreCas registre,
            ComptesCas comptes,
            ServicesAutorises services,
            DeconnexionUnique deconnexion,
            PagesCas pages) {
        this.registre = registre;
        this.comptes = comptes;
        this.services = services;
        this.deconnexion = deconnexion;
        this.pages = pages;
    }

    /** {@code GET /login}. */
    void demander(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String service = texte(requete, "service");
        boolean renew = vrai(requete, "renew");
        if (refuserLeService(service, requete, reponse)) {
            return;
        }
        try {
            Optional<SessionSso> session = sessionEncoreValable(requete, reponse);
            if (session.isPresent() && !renew) {
                mener(session.get(), service, false, requete, reponse);
            } else if (vrai(requete, "gateway") && !renew && !service.isEmpty()) {
                reponse.sendRedirect(service);
            } else {
                formulaire(requete, reponse, 200, service, "", null);
            }
        } catch (SQLException e) {
            indisponible(requete, reponse, service, "", e);
        }
    }

    /** {@code POST /login}. */
    void recevoir(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        String service = texte(requete, "service");
        String saisi = texte(requete, "username");
        if (refuserLeService(service, requete, reponse)) {
            return;
        }
        if (!registre.accepter(requete.getParameter("lt"), cookie(requete, NAVIGATEUR))) {
            formulaire(requete, reponse, 403, service, saisi, PERIME);
            return;
        }
        try {
            Reponse verdict = comptes.authentifier(saisi, texte(requete, "password"));
            CompteCas compte = verdict.compte();
            if (compte == null) {
                boolean expire = verdict.verdict() == ComptesCas.Verdict.PROVISOIRE_EXPIRE;
                formulaire(requete, reponse, 401, service, saisi, expire ? EXPIRE : REFUS);
                return;
            }
            SessionSso session = registre.ouvrir(saisi, compte.identifiant());
            remplacer(registre.session(cookie(requete, TGC)), session);
            poserCookie(requete, reponse, TGC, session.jeton(), -1);
            mener(session, service, true, requete, reponse);
        } catch (SQLException e) {
            indisponible(requete, reponse, service, saisi, e);
        }
    }

    /** {@code GET /logout} : ferme la session, prévient les services, puis suit {@code service} s'il est autorisé. */
    void quitter(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        registre.session(cookie(requete, TGC)).ifPresent(this::fermer);
        poserCookie(requete, reponse, TGC, "", 0);
        String service = requete.getParameter("service");
        if (service != null && services.admet(service)) {
            reponse.sendRedirect(service);
            return;
        }
        reponse.setStatus(200);
        message(requete, reponse, "cas.sortie", requete.getContextPath() + "/login");
    }

    /** Ferme une session et prévient ses services ; rend le nombre de services prévenus. */
    int fermer(SessionSso session) {
        return deconnexion.prevenir(registre.fermer(session));
    }

    private Optional<SessionSso> sessionEncoreValable(HttpServletRequest requete, HttpServletResponse reponse)
            throws SQLException {
        Optional<SessionSso> session = registre.session(cookie(requete, TGC));
        if (session.isPresent() && comptes.chercher(session.get().identifiant()).isEmpty()) {
            fermer(session.get());
            poserCookie(requete, reponse, TGC, "", 0);
            return Optional.empty();
        }
        return session;
    }

    private void remplacer(Optional<SessionSso> ancienne, SessionSso nouvelle) {
        if (ancienne.isPresent()) {
            if (ancienne.get().identifiant().equals(nouvelle.identifiant())) {
                registre.heriter(ancienne.get(), nouvelle);
            } else {
                fermer(ancienne.get());
            }
        }
    }

    private void mener(
            SessionSso session,
            String service,
            boolean primaire,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        if (service.isEmpty()) {
            message(requete, reponse, "cas.entree", requete.getContextPath() + "/logout");
            return;
        }
        String ticket = registre.delivrer(session, service, primaire);
        reponse.setStatus(HttpServletResponse.SC_SEE_OTHER);
        reponse.setHeader(
                "Location",
                service + (service.indexOf('?') < 0 ? '?' : '&') + "ticket="
                        + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
    }

    private boolean refuserLeService(String service, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        if (service.isEmpty() || services.admet(service)) {
            return false;
        }
        reponse.setStatus(HttpServletResponse.SC_FORBIDDEN);
        message(requete, reponse, "cas.inconnu", requete.getContextPath() + "/login");
        return true;
    }

    private void formulaire(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            int code,
            String service,
            String saisi,
            @Nullable String refus)
            throws IOException {
        String navigateur = cookie(requete, NAVIGATEUR);
        if (navigateur == null) {
            navigateur = registre.jeton("NAV-");
            poserCookie(requete, reponse, NAVIGATEUR, navigateur, -1);
        }
        reponse.setStatus(code);
        ecrire(
                reponse,
                pages.connexion(
                        pages.langue(requete, reponse),
                        new Formulaire(
                                registre.formulaire(navigateur), service, vrai(requete, "renew"), saisi, refus)));
    }

    private void indisponible(
            HttpServletRequest requete, HttpServletResponse reponse, String service, String saisi, SQLException e)
            throws IOException {
        JOURNAL.log(Level.WARNING, "Les comptes sont illisibles.", e);
        formulaire(requete, reponse, 503, service, saisi, INDISPONIBLE);
    }

    private void message(HttpServletRequest requete, HttpServletResponse reponse, String cle, String adresse)
            throws IOException {
        ecrire(reponse, pages.message(pages.langue(requete, reponse), cle, adresse));
    }

    private static void ecrire(HttpServletResponse reponse, String html) throws IOException {
        reponse.setContentType("text/html;charset=UTF-8");
        reponse.getWriter().write(html);
    }

    private static void poserCookie(
            HttpServletRequest requete, HttpServletResponse reponse, String nom, String valeur, int duree) {
        Cookie cookie = new Cookie(nom, valeur);
        cookie.setPath(requete.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(duree);
        reponse.addCookie(cookie);
    }

    private static @Nullable String cookie(HttpServletRequest requete, String nom) {
        Cookie[] recus = requete.getCookies();
        if (recus == null) {
            return null;
        }
        return List.of(recus).stream()
                .filter(c -> c.getName().equals(nom))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String texte(HttpServletRequest requete, String nom) {
        String valeur = requete.getParameter(nom);
        return valeur == null ? "" : valeur;
    }

    private static boolean vrai(HttpServletRequest requete, String nom) {
        return "true".equals(requete.getParameter(nom));
    }
}
