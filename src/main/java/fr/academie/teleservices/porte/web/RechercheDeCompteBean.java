package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.TropDEssais;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** « Je ne sais pas » : l'adresse, ou le portable, où un compte se rappellera à son titulaire ; la page, elle, ne dit rien. */
@Named("rechercheDeCompte")
@RequestScoped
public class RechercheDeCompteBean {

    private final OubliService oublis;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final PhraseDAttente attentes;

    private String mail = "";
    private String de = "";

    @Inject
    public RechercheDeCompteBean(
            OubliService oublis, HttpServletRequest requete, Recapitulatif recapitulatif, PhraseDAttente attentes) {
        this.oublis = oublis;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.attentes = attentes;
    }

    /** La réponse ira à cette adresse, ou à ce portable ; revient à la question. */
    public @Nullable String chercher() {
        try {
            oublis.demanderSonCompte(mail, requete.getRemoteAddr());
            return CourrierBean.QUESTION + "&suite=CHERCHE" + (isParLaSession() ? "&de=" + de : "");
        } catch (TropDEssais e) {
            recapitulatif.signaler(attentes.de(e.attente()));
            return null;
        }
    }

    /** Vrai si un portable peut être donné à la place d'une adresse mail. */
    public boolean isParSms() {
        return oublis.repondParSms();
    }

    /** Vrai si la question était celle de la personne connectée. */
    public boolean isParLaSession() {
        return CourrierEnMain.DE_LA_SESSION.equals(de);
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getDe() {
        return de;
    }

    public void setDe(String de) {
        this.de = de;
    }
}
