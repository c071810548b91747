package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.regroupement.Apercu;
import fr.academie.teleservices.regroupement.CoordonneesGardees;
import fr.academie.teleservices.regroupement.EchangeDuCompteQuiReste;
import fr.academie.teleservices.regroupement.EnfantApres;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.regroupement.RegroupementService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Étape 2, REGROUPER DES COMPTES - CONFIRMATION : ce qui reste, ce qui ferme, ce que l'on aura. */
@Named("confirmation")
@RequestScoped
public class ConfirmationBean {

    private final RegroupementService regroupements;
    private final EchangeDuCompteQuiReste echanges;
    private final UtilisateurCourant utilisateur;
    private final RepriseRegroupement reprise;
    private final RefusAffiche affichage;

    private @Nullable UUID demande;
    private @Nullable UUID compte;
    private @Nullable String vue;
    private @Nullable UUID mail;
    private @Nullable UUID portable;
    private @Nullable Apercu apercu;

    @Inject
    public ConfirmationBean(
            RegroupementService regroupements,
            EchangeDuCompteQuiReste echanges,
            UtilisateurCourant utilisateur,
            RepriseRegroupement reprise,
            RefusAffiche affichage) {
        this.regroupements = regroupements;
        this.echanges = echanges;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
        this.affichage = affichage;
    }

    /**
     * À l'arrivée sur la page.
     *
     * @return {@code null} pour montrer la confirmation ; sinon l'étape où l'on en est vraiment : la 3 si c'est déjà fait, la 1
     *     (qui dit pourquoi) si la demande manque ou n'est plus valable
     */
    public @Nullable String charger() {
        UUID jeton = demande;
        if (jeton == null) {
            return Etapes.saisie(null, reprise.noterSansDemande());
        }
        Demandeur demandeur = utilisateur.demandeur();
        try {
            apercu = regroupements.aConfirmer(demandeur, jeton).orElse(null);
        } catch (RegroupementRefuse e) {
            return Etapes.saisie(null, noter(jeton, e));
        }
        if (apercu == null) {
            return Etapes.fait(jeton);
        }
        reprise.refus(jeton).ifPresent(affichage::dire);
        return null;
    }

    /** VALIDER : une seconde fois retrouve le résultat de la première. */
    public String valider() {
        UUID jeton = demande;
        if (jeton == null) {
            return Etapes.saisie(null, reprise.noterSansDemande());
        }
        try {
            boolean ferme = regroupements.confirmer(
                    utilisateur.demandeur(),
                    jeton,
                    Objects.requireNonNullElse(vue, ""),
                    new CoordonneesGardees(mail, portable));
            reprise.oublier(jeton);
            return ferme ? Etapes.faitSansSession(jeton) : Etapes.fait(jeton);
        } catch (RegroupementRefuse e) {
            UUID refus = noter(jeton, e);
            return switch (e.code()) {
                case COMPTES_CHANGES, COORDONNEE_IMPOSSIBLE, ISSUE_INCONNUE -> Etapes.confirmation(jeton);
                case PRINCIPAL_NON_ACTIF -> Etapes.ACTIVATION;
                default -> Etapes.saisie(null, refus);
            };
        }
    }

    /** Retirer : le compte de ce rang quitte l'opération ; sans autre compte, on revient aux enfants. */
    public String retirer() {
        UUID lot = demande;
        UUID retire = compte;
        if (lot == null || retire == null) {
            return Etapes.saisie(null, reprise.noterSansDemande());
        }
        reprise.oublierLeRefus(lot);
        return regroupements.retirer(utilisateur.demandeur(), lot, retire) ? Etapes.confirmation(lot) : Etapes.ENFANTS;
    }

    /** Garder plutôt ce compte : celui de ce rang, ou le compte connecté s'il n'en est nommé aucun. */
    public String garder() {
        UUID lot = demande;
        if (lot == null) {
            return Etapes.saisie(null, reprise.noterSansDemande());
        }
        reprise.oublierLeRefus(lot);
        try {
            echanges.garder(utilisateur.demandeur(), lot, compte);
        } catch (RegroupementRefuse e) {
            noter(lot, e);
        }
        return Etapes.confirmation(lot);
    }

    private UUID noter(UUID jeton, RegroupementRefuse refus) {
        String saisi = refus.identifiantSaisi();
        if (saisi != null) {
            reprise.noterSaisie(saisi, null);
        }
        return reprise.noterRefus(jeton, refus);
    }

    /** Clé du message qui dit d'où vient cet enfant ; de plusieurs comptes à fermer, il faut les nommer. */
    public String marque(EnfantApres enfant) {
        Apercu montre = apercu;
        if (montre != null && montre.plusieurs() && enfant.surSecondaire()) {
            return enfant.dejaSurPrincipal() ? "confirmation.marque.aussi" : "confirmation.marque.de";
        }
        if (enfant.dejaSurPrincipal()) {
            return enfant.surSecondaire() ? "confirmation.marque.deux" : "confirmation.marque.deja";
        }
        return "confirmation.marque.autre";
    }

    /** Ce que la page montre ; nul à l'envoi d'un bouton, qui mène toujours ailleurs. */
    public @Nullable Apercu getApercu() {
        return apercu;
    }

    /**
     * Les comptes à fermer. À l'envoi d'un bouton, autant de rangs qu'il peut y en avoir : le bouton pressé est entendu même si la liste a
     * changé depuis, et c'est le jeton de son formulaire qui dit de quel compte il s'agit.
     */
    public Object getAutres() {
        Apercu montre = apercu;
        return montre == null ? new Object[RegroupementService.AU_PLUS] : montre.autres();
    }

    /** Vrai si ce compte à fermer peut être retiré : il en resterait, et ce n'est pas le compte connecté. */
    public boolean retirable(Apercu.@Nullable Autre autre) {
        Apercu montre = apercu;
        return montre == null || autre == null || (montre.plusieurs() && !autre.connecte());
    }

    /** Vrai si ce compte à fermer peut être gardé à la place de celui qui reste. */
    public boolean gardable(Apercu.@Nullable Autre autre) {
        return autre == null || autre.gardable();
    }

    /** L'empreinte de ce que cette page montre, qu'elle rend avec VALIDER. */
    public @Nullable String getVue() {
        Apercu montre = apercu;
        return montre == null ? vue : montre.vue();
    }

    public void setVue(String vue) {
        this.vue = vue;
    }

    /** Vrai s'il reste de la place pour un autre compte. */
    public boolean isAjoutPossible() {
        Apercu montre = apercu;
        return montre != null && montre.autres().size() < RegroupementService.AU_PLUS;
    }

    public @Nullable UUID getCompte() {
        return compte;
    }

    public void setCompte(UUID compte) {
        this.compte = compte;
    }

    /** De quel compte qui se ferme l'adresse mail est gardée ; nul pour celle du compte qui reste. */
    public @Nullable UUID getMail() {
        return mail;
    }

    public void setMail(UUID mail) {
        this.mail = mail;
    }

    /** De même, pour le portable. */
    public @Nullable UUID getPortable() {
        return portable;
    }

    public void setPortable(UUID portable) {
        this.portable = portable;
    }

    public @Nullable UUID getDemande() {
        return demande;
    }

    public void setDemande(UUID demande) {
        this.demande = demande;
    }
}
