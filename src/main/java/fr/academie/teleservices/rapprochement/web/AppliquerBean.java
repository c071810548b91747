package fr.academie.teleservices.rapprochement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.rapprochement.EtatDuRapprochement;
import fr.academie.teleservices.rapprochement.Rapprochement;
import fr.academie.teleservices.rapprochement.RapprochementDeLAcademie;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** La confirmation d'un rapprochement, qui porte ce que la page a montré ; et, pour le menu, combien de comptes attendent qu'on en décide. */
@Named("appliquerLeRapprochement")
@RequestScoped
public class AppliquerBean {

    /** Rien n'est fait : l'aperçu n'est plus celui qu'on a vu. */
    static final String CHANGE = "change";

    private final RapprochementDeLAcademie academie;
    private final UtilisateurCourant utilisateur;
    private String vu = "";
    private String id = "";
    private @Nullable Integer nombre;

    @Inject
    public AppliquerBean(RapprochementDeLAcademie academie, UtilisateurCourant utilisateur) {
        this.academie = academie;
        this.utilisateur = utilisateur;
    }

    /** Avant l'affichage : ce que la page montre est ce qu'elle fera appliquer. */
    public void charger() {
        academie.dernier(utilisateur.agent())
                .filter(r -> r.etat() == EtatDuRapprochement.CALCULE)
                .ifPresent(this::retenir);
    }

    private void retenir(Rapprochement apercu) {
        id = String.valueOf(apercu.id());
        vu = String.valueOf(Objects.requireNonNull(apercu.calculeLe()).toEpochMilli());
    }

    /** Vrai s'il y a de quoi appliquer ; vrai aussi pendant l'envoi. */
    public boolean isPossible() {
        return getNombre() > 0 || FacesContext.getCurrentInstance().isPostback();
    }

    /** Combien de comptes l'aperçu qui attend fermerait ; zéro hors de l'assistance. */
    public int getNombre() {
        Integer lu = nombre;
        if (lu == null) {
            lu = utilisateur.isAgent() ? academie.aValider(utilisateur.agent()) : 0;
            nombre = lu;
        }
        return lu;
    }

    /** APPLIQUER. */
    public String appliquer() {
        OptionalLong lequel = Parametres.numero(id);
        OptionalLong quand = Parametres.numero(vu);
        boolean fait = lequel.isPresent()
                && quand.isPresent()
                && academie.appliquer(utilisateur.agent(), lequel.getAsLong(), Instant.ofEpochMilli(quand.getAsLong()));
        return RapprochementBean.ADRESSE + "?faces-redirect=true" + (fait ? "" : "&fait=" + CHANGE);
    }

    public String getVu() {
        return vu;
    }

    public void setVu(@Nullable String vu) {
        this.vu = vu == null ? "" : vu;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}
