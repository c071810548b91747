package fr.academie.teleservices.demonstration.cas;

import fr.academie.teleservices.socle.texte.Gabarit;
import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.MotsDesGuides;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.tuile.ThemeDuCas;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Les pages que ce CAS montre : l'habillage du guide, les mots du thème livré aux académies, dans la langue de la personne. */
final class PagesCas {

    private static final String COOKIE = "CASLANGUE";
    private static final Pattern LANGUE_DU_RETOUR = Pattern.compile("&langue=[A-Za-z-]*$");

    private final String academie;
    private final Langues langues;
    private final Textes textes;
    private final Gabarit cadre = Gabarit.balise(PagesCas.class, "cadre.html");
    private final Gabarit connexion = Gabarit.balise(PagesCas.class, "connexion.html");
    private final Gabarit erreur = Gabarit.balise(PagesCas.class, "erreur.html");
    private final Gabarit message = Gabarit.balise(PagesCas.class, "message.html");

    PagesCas(String academie, Langues langues) {
        this.academie = academie;
        this.langues = langues;
        this.textes = new Textes(langues);
    }

    /**
     * Ce que demande le formulaire de connexion.
     *
     * @param service service demandé ; vide : aucun
     * @param refus clé de la phrase à montrer au-dessus du formulaire ; nulle : première visite
     */
    record Formulaire(
            String lt,
            String service,
            boolean renew,
            String saisi,
            @Nullable String refus) {}

    /** Un choix du menu des langues. */
    record Choix(String code, String lang, String nom, String adresse, String courante) {}

    /** La langue de cette page : celle du lien suivi, gardée ensuite par ce navigateur ; sinon celle qu'il préfère. */
    Langue langue(HttpServletRequest requete, HttpServletResponse reponse) {
        Optional<Langue> suivie = langues.deCode(requete.getParameter("locale"));
        suivie.ifPresent(langue -> {
            Cookie cookie = new Cookie(COOKIE, langue.code());
            cookie.setPath(requete.getContextPath());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            reponse.addCookie(cookie);
        });
        return suivie.or(() -> gardee(requete))
                .or(() -> langues.preferee(requete.getHeader("Accept-Language")))
                .orElse(langues.premiere());
    }

    private Optional<Langue> gardee(HttpServletRequest requete) {
        return requete.getCookies() == null
                ? Optional.empty()
                : Stream.of(requete.getCookies())
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .findFirst()
                        .flatMap(cookie -> langues.deCode(cookie.getValue()));
    }

    String connexion(Langue langue, Formulaire demande) {
        Textes siens = textes.en(langue);
        boolean refuse = demande.refus() != null;
        Map<String, Object> valeurs = mots(siens);
        valeurs.put("lt", demande.lt());
        valeurs.put("service", demande.service());
        valeurs.put("renew", demande.renew() ? "true" : "");
        valeurs.put("saisi", demande.saisi());
        valeurs.put("etat", refuse ? " aria-invalid=\"true\" aria-describedby=\"refus\"" : "");
        valeurs.put(
                "erreur", demande.refus() == null ? "" : erreur.rendre(Map.of("phrase", siens.de(demande.refus()))));
        return cadre(
                siens,
                siens.de(refuse ? "cas.connexion.titre.refus" : "cas.connexion.titre"),
                connexion.rendre(valeurs),
                demande.service(),
                demande.renew());
    }

    /** Une page de trois mots, {@code <cle>.titre}, {@code .texte} et {@code .suite}, et l'adresse où mène le dernier. */
    String message(Langue langue, String cle, String adresse) {
        return message(langue, cle + ".titre", cle + ".texte", cle + ".suite", adresse);
    }

    /** Une page de trois mots, et l'adresse où mène le dernier. */
    String message(Langue langue, String titre, String texte, String suite, String adresse) {
        Textes siens = textes.en(langue);
        return cadre(
                siens,
                siens.de(titre),
                message.rendre(Map.of(
                        "titre", siens.de(titre),
                        "texte", siens.de(texte),
                        "lien", siens.de(suite),
                        "adresse", adresse)),
                "",
                false);
    }

    private String cadre(Textes siens, String titre, String contenu, String service, boolean renew) {
        Map<String, Object> valeurs = mots(siens);
        valeurs.put("titre", titre);
        valeurs.put("academie", academie);
        valeurs.put("contenu", contenu);
        valeurs.put("choix", choix(siens.getLangue(), service, renew));
        return cadre.rendre(valeurs);
    }

    private static Map<String, Object> mots(Textes siens) {
        Map<String, Object> mots = new HashMap<>(ThemeDuCas.mots(siens));
        mots.replaceAll((cle, mot) ->
                cle.endsWith(".guide") && !"".equals(mot) ? MotsDesGuides.AVANT + mot + MotsDesGuides.APRES : mot);
        return mots;
    }

    private List<Choix> choix(Langue courante, String service, boolean renew) {
        String retour = LANGUE_DU_RETOUR.matcher(service).replaceFirst("");
        return langues.offertes().stream()
                .map(langue -> new Choix(
                        langue.code(),
                        langue.lang(),
                        textes.en(langue).de("langue.nom"),
                        adresse(langue, retour, renew),
                        langue.equals(courante) ? " aria-current=\"true\"" : ""))
                .toList();
    }

    private static String adresse(Langue langue, String retour, boolean renew) {
        boolean suit = retour.contains("/connexion?etat=");
        String vers = suit ? retour + "&langue=" + langue.code() : retour;
        return "/cas/login?locale=" + langue.code()
                + (renew ? "&renew=true" : "")
                + (vers.isEmpty() ? "" : "&service=" + URLEncoder.encode(vers, StandardCharsets.UTF_8));
    }
}
