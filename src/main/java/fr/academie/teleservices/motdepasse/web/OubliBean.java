package fr.academie.teleservices.motdepasse.web;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** « identifiant oublié ? » et « mot de passe oublié ? » : la même page ensuite, quoi qu'on ait saisi. */
@Named("oubli")
@RequestScoped
public class OubliBean {

    private final OubliService oublis;
    private final Adresses adresses;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final PhraseDAttente attentes;

    private String saisie = "";

    @Inject
    public OubliBean(
            OubliService oublis,
            Adresses adresses,
            HttpServletRequest requete,
            Recapitulatif recapitulatif,
            PhraseDAttente attentes) {
        this.oublis = oublis;
        this.adresses = adresses;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.attentes = attentes;
    }

    /**
     * Met la demande en file, et la page suivante dit qu'elle est reçue ; sinon, la même page dit quand réessayer, saisie gardée.
     *
     * @param quoi {@code motDePasse} ou {@code identifiant}
     */
    public @Nullable String demander(String quoi) {
        try {
            deposer(quoi);
            return "/oubli/envoye?faces-redirect=true";
        } catch (TropDEssais e) {
            recapitulatif.signaler(attentes.de(e.attente()));
            return null;
        }
    }

    private void deposer(String quoi) throws TropDEssais {
        if ("motDePasse".equals(quoi)) {
            oublis.demanderMotDePasse(
                    saisie,
                    requete.getRemoteAddr(),
                    adresses.adressePublique(requete.getContextPath()) + OubliService.PAGE_DU_LIEN);
        } else {
            oublis.demanderIdentifiant(saisie, requete.getRemoteAddr());
        }
    }

    public String getSaisie() {
        return saisie;
    }

    public void setSaisie(String saisie) {
        this.saisie = saisie;
    }
}
