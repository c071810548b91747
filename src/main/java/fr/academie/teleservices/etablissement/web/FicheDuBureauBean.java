package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.courrier.Destinataire;
import fr.academie.teleservices.courrier.RaisonDuPapier;
import fr.academie.teleservices.courrier.RefusCourrier;
import fr.academie.teleservices.etablissement.Fiche;
import fr.academie.teleservices.etablissement.FicheService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** La fiche d'un responsable, et son courrier. Le numéro vient de l'adresse : hors des élèves de l'agent, il ne désigne rien. */
@Named("ficheDuBureau")
@RequestScoped
public class FicheDuBureauBean {

    private static final String PREMIERE_RAISON = "raison-" + RaisonDuPapier.MESSAGERIE_PERDUE.name();

    private final FicheService fiches;
    private final CourrierService courriers;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private long id;
    private @Nullable String uai;
    private @Nullable RefusCourrier refus;
    private @Nullable Fiche fiche;
    private @Nullable Destinataire destinataire;

    @Inject
    public FicheDuBureauBean(
            FicheService fiches,
            CourrierService courriers,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.fiches = fiches;
        this.courriers = courriers;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** Avant l'affichage de la fiche. */
    public void charger() {
        fiche = fiches.consulter(utilisateur.agent(), id).orElse(null);
        if (fiche == null) {
            Introuvable.repondre();
        }
    }

    /** Avant l'affichage de la page du courrier, et avant l'envoi du lien : le droit ou le compte a pu disparaître depuis. */
    public void chargerLeCourrier() {
        if (FacesContext.getCurrentInstance().isPostback() && lireLeDestinataire() != null) {
            return;
        }
        destinataire = uai == null
                ? null
                : courriers.consulter(utilisateur.agent(), id, uai).orElse(null);
        if (destinataire == null) {
            Introuvable.repondre();
            return;
        }
        if (refus != null) {
            recapitulatif.signaler(
                    refus == RefusCourrier.RAISON_MANQUE ? PREMIERE_RAISON : null,
                    textes.de("courrier.refus." + refus.name()));
        }
    }

    public @Nullable Fiche getFiche() {
        return fiche;
    }

    public @Nullable Destinataire getDestinataire() {
        return lireLeDestinataire();
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

    /** Pourquoi le courrier vient d'être refusé. */
    public void setRefus(RefusCourrier refus) {
        this.refus = refus;
    }

    private @Nullable Destinataire lireLeDestinataire() {
        if (destinataire == null && uai != null) {
            destinataire = courriers.destinataire(utilisateur.agent(), id, uai).orElse(null);
        }
        return destinataire;
    }
}
