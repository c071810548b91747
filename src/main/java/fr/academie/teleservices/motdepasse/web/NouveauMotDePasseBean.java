package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Le lien reçu par courriel : le jeton qu'il porte est la seule preuve, la page n'a pas de session. Il arrive après « # », que le navigateur
 * n'envoie pas : la page l'y lit et l'envoie dans un formulaire, ou le fait recopier. Un lien d'avant, à {@code ?jeton=}, se lit encore.
 */
@Named("nouveauMotDePasse")
@RequestScoped
public class NouveauMotDePasseBean extends SaisieDeMotDePasse {

    private final OubliService oublis;
    private final HttpServletRequest requete;

    private @Nullable String jeton;
    private @Nullable Compte compte;
    private boolean recu;
    private boolean lu;

    @Inject
    public NouveauMotDePasseBean(
            OubliService oublis, HttpServletRequest requete, Recapitulatif recapitulatif, Textes textes) {
        super(recapitulatif, textes);
        this.oublis = oublis;
        this.requete = requete;
    }

    /** Vrai tant que la page n'a pas reçu le jeton de l'adresse. */
    public boolean isALire() {
        return !recu;
    }

    /** SUIVANT : le jeton est arrivé, lu dans l'adresse ou recopié. */
    public @Nullable String lire() {
        lu = false;
        return null;
    }

    public boolean isValable() {
        return getCompte() != null;
    }

    /** Le compte que le lien désigne ; {@code null} si le lien ne vaut plus rien. */
    public @Nullable Compte getCompte() {
        if (!lu) {
            compte = jeton == null ? null : oublis.compte(jeton).orElse(null);
            lu = true;
        }
        return compte;
    }

    /** ENREGISTRER ; un lien devenu périmé remontre la page, qui le dit. */
    public @Nullable String enregistrer() {
        return enregistrer(motDePasse -> {
            try {
                oublis.reinitialiser(String.valueOf(jeton), motDePasse, requete.getRemoteAddr());
                return "/oubli/fait?faces-redirect=true";
            } catch (OubliService.LienPerime e) {
                lu = false;
                return null;
            }
        });
    }

    /** Toujours vide : ce que le script ou la personne y écrit ne revient pas dans la page. */
    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        if (code != null && !code.isEmpty()) {
            setJeton(code);
        }
    }

    public @Nullable String getJeton() {
        return jeton;
    }

    /** Nul si l'adresse en porte un vide, qui est un lien comme un autre. */
    public void setJeton(@Nullable String jeton) {
        this.jeton = jeton;
        recu = true;
    }
}
