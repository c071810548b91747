package fr.academie.teleservices.courrier.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.courrier.CourrierRefuse;
import fr.academie.teleservices.courrier.LienAuTitulaireService;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.courrier.RefusCourrier;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Le premier bouton du courrier d'un compte actif : un lien envoyé à son titulaire ; et les raisons d'imprimer tout de même. */
@Named("lienAuTitulaire")
@RequestScoped
public class LienAuTitulaireBean {

    private final LienAuTitulaireService liens;
    private final UtilisateurCourant utilisateur;
    private long id;
    private @Nullable String uai;

    @Inject
    public LienAuTitulaireBean(LienAuTitulaireService liens, UtilisateurCourant utilisateur) {
        this.liens = liens;
        this.utilisateur = utilisateur;
    }

    /** Envoyer le lien, puis la fiche le dit ; un refus se dit sur la page rechargée. */
    public @Nullable String envoyer() {
        try {
            liens.envoyer(utilisateur.agent(), id, String.valueOf(uai));
            return "/etablissement/responsable?faces-redirect=true&fait=lien&id=" + id;
        } catch (CourrierRefuse e) {
            if (e.code() == RefusCourrier.INTROUVABLE) {
                Introuvable.repondre();
                return null;
            }
            return "/etablissement/courrier?faces-redirect=true&id=" + id + "&uai=" + uai + "&refus=" + e.code();
        }
    }

    public List<RaisonDuPapier> getRaisons() {
        return List.of(RaisonDuPapier.values());
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getUai() {
        return uai;
    }

    public void setUai(String demande) {
        this.uai = Parametres.texte(demande);
    }
}
