package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.CasService;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.CookieDeLangue;
import fr.academie.teleservices.socle.web.Cookies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Les connexions commencées par ce navigateur, chacune connue par un nombre tiré au hasard et un cookie de quelques minutes.
 *
 * <p>CAS renvoie le nombre avec le ticket ; sans le cookie qui lui répond, le ticket n'est pas le nôtre (connexion forcée : la
 * victime agirait dans le compte d'un autre) et n'est pas même validé. Le cookie garde aussi la page demandée et l'identifiant déjà
 * saisi, pour que rien ne soit à retaper. Aucune session n'est créée avant qu'un ticket soit valide.
 */
@Singleton
public final class Entrees {

    static final String PARAMETRE = "etat";
    private static final String COOKIE = "entree-";
    private static final String PREUVE = "p";
    /** Connexions qu'un navigateur garde commencées : autant d'onglets, pas davantage, pour que l'en-tête Cookie reste court. */
    static final int MAXIMUM = 5;

    private static final Duration VIE = Duration.ofMinutes(15);
    private static final int OCTETS = 16;
    private static final int NOM = 8;
    private static final int SAISIE_MAXIMALE = 64;
    private static final Pattern NOMBRE = Pattern.compile("[A-Za-z0-9_-]{22}");
    /** Ce que le thème du CAS ajoute à l'adresse de retour quand la personne y change de langue. */
    private static final String LANGUE = "langue";

    private static final Pattern CODE = Pattern.compile("[A-Za-z-]{2,12}");
    /** Un chemin de l'application et sa question, telle que le navigateur l'a écrite : lettres et signes sûrs, le reste encodé. */
    private static final Pattern DESTINATION = Pattern.compile(
            "/[a-z][a-z/-]{0,80}(?:\\.[a-z]{3,5})?(?:\\?(?:[a-zA-Z0-9=&_+.*-]|%[0-9a-fA-F]{2}){0,600})?");

    private final CasService cas;
    private final Adresses adresses;
    private final Cookies cookies;
    private final CookieDeLangue langue;
    private final SecureRandom hasard = new SecureRandom();

    @Inject
    public Entrees(CasService cas, Adresses adresses, Cookies cookies, CookieDeLangue langue) {
        this.cas = cas;
        this.adresses = adresses;
        this.cookies = cookies;
        this.langue = langue;
    }

    /**
     * Une connexion commencée ici.
     *
     * @param service l'adresse de retour, telle qu'annoncée au CAS
     * @param saisie identifiant tapé avant que la session n'expire ; nul s'il n'y en a pas
     * @param preuve vrai si le CAS avait à redemander le mot de passe
     * @param langue code de la langue que la personne a choisie au CAS, peut-être inconnue d'ici ; nul si elle n'en a pas changé
     */
    public record Entree(
            String nombre,
            String destination,
            @Nullable String saisie,
            boolean preuve,
            String service,
            @Nullable String langue) {

        /** Le chemin de la page demandée, sans la question. */
        public String chemin() {
            int question = destination.indexOf('?');
            return question < 0 ? destination : destination.substring(0, question);
        }
    }

    /**
     * Pose le cookie d'une nouvelle connexion, retire les plus anciens s'il y en a trop, et donne l'adresse du CAS où envoyer le
     * navigateur.
     */
    public String commencer(
            HttpServletRequest requete, HttpServletResponse reponse, String destination, @Nullable String saisie) {
        return cas.adresseDeConnexion(
                service(requete, poser(requete, reponse, destination, saisie, false)), choisie(requete));
    }

    /** Comme {@link #commencer}, mais le CAS redemande le mot de passe : la session d'ici, elle, reste. */
    public String prouver(
            HttpServletRequest requete, HttpServletResponse reponse, String destination, @Nullable String saisie) {
        return cas.adresseDePreuve(
                service(requete, poser(requete, reponse, destination, saisie, true)), choisie(requete));
    }

    private @Nullable Langue choisie(HttpServletRequest requete) {
        return langue.lire(requete).orElse(null);
    }

    private String poser(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            String destination,
            @Nullable String saisie,
            boolean preuve) {
        byte[] octets = new byte[OCTETS];
        hasard.nextBytes(octets);
        String nombre = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        laisserLaPlace(requete, reponse);
        String gardee = saisie == null || saisie.length() > SAISIE_MAXIMALE ? "" : saisie;
        reponse.addCookie(cookie(
                requete,
                nomDuCookie(requete, nombre),
                nombre + "." + enBase64(destination) + "." + enBase64(gardee) + (preuve ? "." + PREUVE : ""),
                (int) VIE.toSeconds()));
        return nombre;
    }

    /** La connexion que ce retour du CAS achève, si ce navigateur l'a commencée. */
    public Optional<Entree> reconnaitre(HttpServletRequest requete) {
        String nombre = requete.getParameter(PARAMETRE);
        if (nombre == null || !NOMBRE.matcher(nombre).matches() || requete.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : requete.getCookies()) {
            String[] parts = cookie.getValue().split("\\.", -1);
            boolean complet = parts.length == 3 || (parts.length == 4 && parts[3].equals(PREUVE));
            if (cookie.getName().equals(nomDuCookie(requete, nombre)) && complet && parts[0].equals(nombre)) {
                String saisie = deBase64(parts[2]);
                String auCas = langueDuCas(requete);
                return Optional.of(new Entree(
                        nombre,
                        destination(deBase64(parts[1])),
                        saisie.isEmpty() ? null : saisie,
                        parts.length == 4,
                        service(requete, nombre) + (auCas == null ? "" : "&" + LANGUE + "=" + auCas),
                        auCas));
            }
        }
        return Optional.empty();
    }

    /** Retire le cookie d'une connexion achevée. */
    public void oublier(HttpServletRequest requete, HttpServletResponse reponse, Entree entree) {
        reponse.addCookie(cookie(requete, nomDuCookie(requete, entree.nombre()), "", 0));
    }

    private static @Nullable String langueDuCas(HttpServletRequest requete) {
        String code = requete.getParameter(LANGUE);
        return code != null && CODE.matcher(code).matches() ? code : null;
    }

    private String service(HttpServletRequest requete, String nombre) {
        return adresses.origine(requete).orElseThrow() + requete.getContextPath() + "/connexion?" + PARAMETRE + "="
                + nombre;
    }

    private static String destination(String lue) {
        return DESTINATION.matcher(lue).matches() ? lue : "/accueil";
    }

    /** Un navigateur envoie d'abord les plus anciens. Source : RFC 6265, §5.4. */
    private void laisserLaPlace(HttpServletRequest requete, HttpServletResponse reponse) {
        if (requete.getCookies() == null) {
            return;
        }
        String prefixe = cookies.nom(requete.getContextPath(), COOKIE);
        List<Cookie> commencees = Arrays.stream(requete.getCookies())
                .filter(cookie -> cookie.getName().startsWith(prefixe))
                .toList();
        commencees.stream()
                .limit(Math.max(0, commencees.size() - MAXIMUM + 1))
                .forEach(ancienne -> reponse.addCookie(cookie(requete, ancienne.getName(), "", 0)));
    }

    private String nomDuCookie(HttpServletRequest requete, String nombre) {
        return cookies.nom(requete.getContextPath(), COOKIE) + nombre.substring(0, NOM);
    }

    private Cookie cookie(HttpServletRequest requete, String nom, String valeur, int duree) {
        Cookie cookie = new Cookie(nom, valeur);
        cookie.setPath(cookies.chemin(requete.getContextPath()));
        cookie.setHttpOnly(true);
        cookie.setSecure(cookies.secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(duree);
        return cookie;
    }

    private static String enBase64(String texte) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(texte.getBytes(StandardCharsets.UTF_8));
    }

    private static String deBase64(String texte) {
        try {
            return new String(Base64.getUrlDecoder().decode(texte), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
