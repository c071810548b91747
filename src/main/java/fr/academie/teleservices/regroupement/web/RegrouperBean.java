package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.ConnexionServlet;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.regroupement.PreuveService;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.regroupement.web.RepriseRegroupement.Refus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Étape 1, REGROUPER DES COMPTES : l'identifiant et le mot de passe de l'autre compte. */
@Named("regrouper")
@RequestScoped
public class RegrouperBean {

    private static final Set<RefusRegroupement> DU_RESSORT_DE_L_ETABLISSEMENT =
            Set.of(RefusRegroupement.PREUVE_REFUSEE, RefusRegroupement.IDENTITE_DIFFERENTE);

    private final PreuveService preuves;
    private final RegroupementService regroupements;
    private final UtilisateurCourant utilisateur;
    private final RepriseRegroupement reprise;
    private final RefusAffiche affichage;

    private String identifiant = "";
    private String motDePasse = "";
    private @Nullable RefusRegroupement refus;
    private @Nullable UUID avec;
    private @Nullable UUID cleDuRefus;
    private List<Identifiant> dejaProuves = List.of();

    @Inject
    public RegrouperBean(
            PreuveService preuves,
            RegroupementService regroupements,
            UtilisateurCourant utilisateur,
            RepriseRegroupement reprise,
            RefusAffiche affichage) {
        this.preuves = preuves;
        this.regroupements = regroupements;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
        this.affichage = affichage;
    }

    /** À l'arrivée sur la page : redit le refus s'il y en a un, avec l'identifiant déjà saisi (session expirée comprise). */
    public void charger() {
        UUID lot = avec;
        if (lot != null) {
            dejaProuves = regroupements.prouves(utilisateur.demandeur(), lot);
            avec = dejaProuves.isEmpty() ? null : lot;
        }
        Object avantExpiration = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getSessionMap()
                .remove(ConnexionServlet.SAISIE);
        identifiant = avantExpiration instanceof String saisi ? saisi : reprise.identifiant();
        reprise.refus(cleDuRefus).ifPresent(this::redire);
        if (avec != null && refus == null && !reprise.pasAPas()) {
            // Celui du compte déjà ajouté.
            identifiant = "";
        }
    }

    private void redire(Refus aDire) {
        refus = aDire.cle();
        affichage.dire(aDire);
    }

    /** Pas à pas, « Modifier l'identifiant ». */
    public String reposer() {
        reprise.reposer();
        return Etapes.saisie(avec);
    }

    /** Une chose à la fois, après deux refus. */
    public boolean isPasAPas() {
        return reprise.pasAPas();
    }

    /** Pas à pas, vrai quand reste à donner le mot de passe. */
    public boolean isPose() {
        return reprise.pasAPas() && reprise.identifiantPose();
    }

    /** SUIVANT : les deux champs ; ou, pas à pas, l'identifiant, puis le mot de passe. */
    public String suivant() {
        if (reprise.pasAPas() && motDePasse.isEmpty()) {
            reprise.poser(identifiant);
            return Etapes.saisie(avec);
        }
        if (isPose()) {
            identifiant = reprise.identifiant();
        }
        try {
            UUID demande = preuves.prouver(utilisateur.demandeur(), identifiant, motDePasse, avec);
            reprise.noterSaisie(identifiant, demande);
            return Etapes.confirmation(demande);
        } catch (RegroupementRefuse e) {
            if (e.code() == RefusRegroupement.PRINCIPAL_NON_ACTIF) {
                return Etapes.ACTIVATION;
            }
            reprise.noterSaisie(identifiant, null);
            if (e.code() == RefusRegroupement.TROP_DE_COMPTES && avec != null) {
                reprise.noterRefus(avec, e);
                return Etapes.confirmation(avec);
            }
            return Etapes.saisie(avec, reprise.noterRefus(null, e));
        }
    }

    /** Vrai quand l'établissement peut débloquer : la page mène à ses coordonnées. */
    public boolean isAideEtablissement() {
        return refus != null && DU_RESSORT_DE_L_ETABLISSEMENT.contains(refus);
    }

    /** Vrai quand la liste des enfants dit ce qui a été fait. */
    public boolean isVoirEnfants() {
        return refus == RefusRegroupement.DEJA_REGROUPE || refus == RefusRegroupement.DEJA_ABSORBE;
    }

    /** Le lot auquel ce compte s'ajoute ; nul s'il est le premier, ou si plus rien n'y est prouvé. */
    public @Nullable UUID getAvec() {
        return avec;
    }

    public void setAvec(UUID avec) {
        this.avec = avec;
    }

    /** La clé du refus que cette page redit ; nulle si elle n'en redit pas. */
    public @Nullable UUID getCleDuRefus() {
        return cleDuRefus;
    }

    public void setCleDuRefus(UUID cleDuRefus) {
        this.cleDuRefus = cleDuRefus;
    }

    /** Les comptes déjà prouvés, qui restent dans l'opération ; vide pour le premier. */
    public List<Identifiant> getDejaProuves() {
        return dejaProuves;
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
