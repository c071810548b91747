package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.socle.web.Adresses;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** « identifiant oublié ? » et « mot de passe oublié ? » : la même page ensuite, quoi qu'on ait saisi. */
@Named("oubli")
@RequestScoped
public class OubliBean {

    private final OubliService oublis;
    private final Adresses adresses;
    private final HttpServletRequest requete;

    private String saisie = "";

    @Inject
    public OubliBean(OubliService oublis, Adresses adresses, HttpServletRequest requete) {
        this.oublis = oublis;
        this.adresses = adresses;
        this.requete = requete;
    }

    /** Met la demande en file ; {@code quoi} : {@code motDePasse} ou {@code identifiant}. */
    public String demander(String quoi) {
        if ("motDePasse".equals(quoi)) {
            oublis.demanderMotDePasse(
                    saisie,
                    requete.getRemoteAddr(),
                    adresses.adressePublique(requete.getContextPath()) + "/oubli/nouveau?jeton=");
        } else {
            oublis.demanderIdentifiant(saisie, requete.getRemoteAddr());
        }
        return "/oubli/envoye?faces-redirect=true";
    }

    public String getSaisie() {
        return saisie;
    }

    public void setSaisie(String saisie) {
        this.saisie = saisie;
    }
}
