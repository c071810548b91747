package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.socle.texte.Langue;
import fr.academie.teleservices.socle.texte.Langues;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Le sélecteur de langue de l'en-tête, et la page qui en tient lieu sans script. */
@Named("langues")
@Singleton
public class LanguesBean {

    /** Une adresse de l'application, question comprise : ni un autre site, ni un autre en-tête. */
    private static final Pattern RETOUR =
            Pattern.compile("/[a-z][a-z/-]{0,80}(?:\\?(?:[a-zA-Z0-9=&_+.*-]|%[0-9a-fA-F]{2}){0,600})?");

    private static final String ACCUEIL = "/accueil";

    private final List<Choix> choix;
    private final String codes;
    private final Langues langues;
    private final Textes textes;

    @Inject
    public LanguesBean(Langues langues, Textes textes) {
        this.langues = langues;
        this.textes = textes;
        this.choix = langues.offertes().stream()
                .map(langue -> new Choix(langue, textes.en(langue).de("langue.nom")))
                .toList();
        this.codes = choix.stream().map(Choix::getCode).collect(Collectors.joining(" "));
    }

    /**
     * Une langue et son nom, dans cette langue.
     *
     * @param nom « العربية »
     */
    public record Choix(Langue langue, String nom) {

        public String getCode() {
            return langue.code();
        }

        public String getLang() {
            return langue.lang();
        }

        public String getNom() {
            return nom;
        }
    }

    public List<Choix> getChoix() {
        return choix;
    }

    /** Leurs codes, une espace entre chaque : le script sait le nom de chacune. */
    public String getCodes() {
        return codes;
    }

    /** Vrai s'il y a à choisir. */
    public boolean isPlusieurs() {
        return choix.size() > 1;
    }

    public boolean courante(Choix un) {
        return un.langue().equals(langues.courante());
    }

    /** Nom de la langue de la page. */
    public String getNom() {
        return textes.de("langue.nom");
    }

    /** « Voir en français », dans la première langue. */
    public String getVoirDansLaPremiere() {
        return textes.en(langues.premiere()).de("langue.voir");
    }

    /**
     * La page d'où vient qui arrive à la page des langues.
     *
     * @param referent l'en-tête {@code Referer} ; absent, l'accueil
     */
    public String depuis(@Nullable String referent) {
        String contexte = Objects.requireNonNull(FacesContext.getCurrentInstance())
                .getExternalContext()
                .getRequestContextPath();
        int debut = referent == null ? -1 : referent.indexOf(contexte + "/");
        return retour(referent == null || debut < 0 ? null : referent.substring(debut + contexte.length()));
    }

    /** L'adresse demandée si c'est une page d'ici ; sinon l'accueil. */
    public static String retour(@Nullable String demandee) {
        return demandee != null && RETOUR.matcher(demandee).matches() ? demandee : ACCUEIL;
    }
}
