package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.manque.DemandeDeCourrier;
import fr.academie.teleservices.manque.DemandeRefusee;
import fr.academie.teleservices.manque.DemandesAuBureau;
import fr.academie.teleservices.manque.EtatDemande;
import fr.academie.teleservices.manque.RefusDemande;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Question;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Une demande de courrier et ce que l'agent en fait. Le numéro vient de l'adresse : hors des établissements de l'agent, il ne désigne rien. */
@Named("demandeDeCourrier")
@RequestScoped
public class DemandeBean {

    private static final List<EtatDemande> SUITES = List.of(EtatDemande.FAITE, EtatDemande.SANS_SUITE);

    private final DemandesAuBureau demandes;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final Instant maintenant;
    private final boolean envoi;
    private long id;
    private @Nullable EtatDemande suite;
    private String motif = "";
    private @Nullable DemandeDeCourrier demande;

    @Inject
    public DemandeBean(
            DemandesAuBureau demandes,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            Clock horloge,
            HttpServletRequest requete) {
        this.demandes = demandes;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.maintenant = horloge.instant();
        this.envoi = "POST".equals(requete.getMethod());
    }

    /** Avant l'affichage. */
    public void charger() {
        demande = demandes.lire(utilisateur.agent(), id).orElse(null);
        if (demande == null) {
            Introuvable.repondre();
        }
    }

    /** Clore la demande. Un refus se dit ici, sans perdre ce qui est écrit. */
    public @Nullable String clore() {
        demande = demandes.relire(utilisateur.agent(), id).orElse(null);
        EtatDemande choisie = suite;
        if (demande == null) {
            Introuvable.repondre();
            return null;
        }
        if (choisie == null || !SUITES.contains(choisie)) {
            recapitulatif.signaler("suite-FAITE", textes.de("demande.sansReponse"));
            return null;
        }
        try {
            if (!demandes.clore(utilisateur.agent(), id, choisie, motif)) {
                Introuvable.repondre();
                return null;
            }
            return "/etablissement/demandes?faces-redirect=true&fait=" + choisie.name();
        } catch (DemandeRefusee e) {
            boolean duMotif = e.code() == RefusDemande.MOTIF_ABSENT || e.code() == RefusDemande.MOTIF_TROP_LONG;
            recapitulatif.signaler(
                    duMotif ? "motif" : null,
                    textes.de("demande.refus." + e.code().name()));
            return null;
        }
    }

    /** Faux quand une réponse est déjà faite ; vrai aussi pendant l'envoi, pour que le bouton soit entendu. */
    public boolean isOuverte() {
        DemandeDeCourrier lue = demande;
        return lue == null || lue.attend();
    }

    /** La recherche du bureau, sur le nom de l'enfant demandé : de là, son responsable et le courrier. */
    public String getRecherche() {
        DemandeDeCourrier lue = demande;
        return lue == null
                ? ""
                : new Question("/etablissement")
                        .avec("q", lue.enfant().nomComplet())
                        .adresse();
    }

    public @Nullable DemandeDeCourrier getDemande() {
        return demande;
    }

    /** Jours écoulés depuis la demande. */
    public long getAge() {
        DemandeDeCourrier lue = demande;
        return lue == null ? 0 : lue.jours(maintenant);
    }

    /** Ce que l'on peut en faire. */
    public List<EtatDemande> getSuites() {
        return SUITES;
    }

    /** Vrai si cette suite est celle qui vient d'être choisie. */
    public boolean choisie(EtatDemande celle) {
        return celle == suite;
    }

    /** Ce qui est écrit ; vide au premier affichage. */
    public String getMotif() {
        return envoi ? motif : "";
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public void setSuite(EtatDemande suite) {
        this.suite = suite;
    }

    public void setMotif(String motif) {
        this.motif = motif;
    }
}
