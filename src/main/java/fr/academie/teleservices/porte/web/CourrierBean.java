package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.porte.CourrierNonReconnu;
import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** La page du courrier : son code, que le script a pris dans l'adresse, ou son identifiant et son mot de passe. */
@Named("courrierEnMain")
@RequestScoped
public class CourrierBean {

    static final String QUESTION = "/courrier/question?faces-redirect=true";

    private final PorteService portes;
    private final CookieDuCourrier cookies;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final PhraseDAttente attentes;
    private final Textes textes;

    private String code = "";
    private String identifiant = "";
    private String motDePasse = "";
    private String motif = "";

    @Inject
    public CourrierBean(
            PorteService portes,
            CookieDuCourrier cookies,
            HttpServletRequest requete,
            Recapitulatif recapitulatif,
            PhraseDAttente attentes,
            Textes textes) {
        this.portes = portes;
        this.cookies = cookies;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.attentes = attentes;
        this.textes = textes;
    }

    @FunctionalInterface
    private interface Presentation {
        Jeton faire(@Nullable String navigateur, String adresse) throws CourrierNonReconnu, TropDEssais;
    }

    /** Le code lu sur la lettre. */
    public @Nullable String presenterLeCode() {
        return presenter((navigateur, adresse) -> portes.presenterLeCode(code, navigateur, adresse));
    }

    /** SUIVANT : ce qu'on a recopié de la lettre. */
    public @Nullable String presenterLaSaisie() {
        return presenter(
                (navigateur, adresse) -> portes.presenterLeMotDePasse(identifiant, motDePasse, navigateur, adresse));
    }

    private @Nullable String presenter(Presentation presentation) {
        try {
            Jeton jeton = presentation.faire(cookies.lire(requete), requete.getRemoteAddr());
            cookies.poser(requete, reponse(), jeton);
            return QUESTION;
        } catch (CourrierNonReconnu e) {
            recapitulatif.signaler(textes.de("courrier.porte.refus"));
            if (e.restants() >= 0) {
                recapitulatif.signaler(textes.avec("garde.restants", e.restants()));
            }
        } catch (TropDEssais e) {
            recapitulatif.signaler(attentes.de(e.attente()));
        }
        return null;
    }

    private static HttpServletResponse reponse() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** Vrai si le courrier présenté n'attend plus. */
    public boolean isPerime() {
        return "PERIME".equals(motif);
    }

    public String getMotif() {
        return motif;
    }

    public void setMotif(String motif) {
        this.motif = motif;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getIdentifiant() {
        return identifiant;
    }

    public void setIdentifiant(String identifiant) {
        this.identifiant = identifiant;
    }

    public String getMotDePasse() {
        return motDePasse;
    }

    public void setMotDePasse(String motDePasse) {
        this.motDePasse = motDePasse;
    }
}
