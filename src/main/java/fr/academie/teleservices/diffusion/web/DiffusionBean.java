package fr.academie.teleservices.diffusion.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.diffusion.EtatDUnAbonne;
import fr.academie.teleservices.diffusion.RemiseParquee;
import fr.academie.teleservices.diffusion.SuiviDesRemises;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Question;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Où en est chaque service abonné, ce qui a été mis de côté, et REMETTRE. */
@Named("diffusion")
@RequestScoped
public class DiffusionBean {

    private static final String PAGE = "/assistance/diffusion?faces-redirect=true";

    private final SuiviDesRemises suivi;
    private final UtilisateurCourant utilisateur;
    private final Textes textes;
    private String abonne = "";
    private String remis = "";
    private @Nullable List<EtatDUnAbonne> abonnes;
    private @Nullable List<RemiseParquee> parquees;

    @Inject
    public DiffusionBean(SuiviDesRemises suivi, UtilisateurCourant utilisateur, Textes textes) {
        this.suivi = suivi;
        this.utilisateur = utilisateur;
        this.textes = textes;
    }

    /** Qui ouvre la page en laisse la trace, même s'il n'y a rien à montrer. */
    public void charger() {
        getParquees();
    }

    public List<EtatDUnAbonne> getAbonnes() {
        List<EtatDUnAbonne> lus = abonnes == null ? suivi.abonnes(utilisateur.agent()) : abonnes;
        abonnes = lus;
        return lus;
    }

    public List<RemiseParquee> getParquees() {
        List<RemiseParquee> lues = parquees == null ? suivi.parquees(utilisateur.agent()) : parquees;
        parquees = lues;
        return lues;
    }

    /** Combien ont été mis de côté en tout. */
    public int getTotal() {
        return getAbonnes().stream().mapToInt(EtatDUnAbonne::parquees).sum();
    }

    /** Ce qui vient d'être fait, en mots ; vide si rien. */
    public String getFait() {
        return Parametres.numero(remis).isPresent()
                ? textes.avec("diffusion.fait", Parametres.numero(remis).getAsLong())
                : "";
    }

    /** REMETTRE. */
    public String remettre() {
        int combien = suivi.remettre(utilisateur.agent(), abonne);
        return new Question(PAGE).avec("remis", String.valueOf(combien)).adresse();
    }

    public String getAbonne() {
        return abonne;
    }

    public void setAbonne(@Nullable String abonne) {
        this.abonne = abonne == null ? "" : abonne;
    }

    public String getRemis() {
        return remis;
    }

    public void setRemis(@Nullable String remis) {
        this.remis = remis == null ? "" : remis;
    }
}
