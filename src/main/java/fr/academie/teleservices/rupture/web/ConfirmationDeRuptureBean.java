package fr.academie.teleservices.rupture.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.rupture.ApercuDeRupture;
import fr.academie.teleservices.rupture.LectureDesRuptures;
import fr.academie.teleservices.rupture.RefusRupture;
import fr.academie.teleservices.rupture.RuptureFaite;
import fr.academie.teleservices.rupture.RuptureRefusee;
import fr.academie.teleservices.rupture.RuptureService;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Casser un regroupement, étapes 2 et 3 : ce qui va se passer, puis ce que la base dit fait. Une demande d'un autre n'existe pas. */
@Named("confirmationDeRupture")
@RequestScoped
public class ConfirmationDeRuptureBean {

    private final RuptureService ruptures;
    private final LectureDesRuptures lectures;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private @Nullable UUID demande;
    private @Nullable String vue;
    private @Nullable RefusRupture annonce;
    private @Nullable ApercuDeRupture apercu;
    private @Nullable RuptureFaite faite;
    private boolean refusee;
    private boolean annulee;

    @Inject
    public ConfirmationDeRuptureBean(
            RuptureService ruptures,
            LectureDesRuptures lectures,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.ruptures = ruptures;
        this.lectures = lectures;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    static String adresse(UUID demande) {
        return "/etablissement/rupture-confirmation?faces-redirect=true&demande=" + demande;
    }

    private static String adresseDuResultat(UUID demande) {
        return "/etablissement/rupture-faite?faces-redirect=true&demande=" + demande;
    }

    /** À l'arrivée sur l'étape 2 : déjà faite, mène au résultat ; plus possible, dit pourquoi. */
    public @Nullable String charger() {
        UUID jeton = demande;
        Agent agent = utilisateur.agent();
        if (jeton == null || !ruptures.estDe(agent, jeton)) {
            Introuvable.repondre();
            return null;
        }
        if (ruptures.faite(agent, jeton).isPresent() || ruptures.estAnnulee(agent, jeton)) {
            return adresseDuResultat(jeton);
        }
        try {
            apercu = lectures.apercu(agent, jeton);
            if (annonce != null) {
                dire(annonce, "");
            }
        } catch (RuptureRefusee e) {
            refusee = true;
            dire(e.code(), e.eleve());
        }
        return null;
    }

    /** Confirmer : une seconde fois retrouve le résultat de la première. */
    public @Nullable String confirmer() {
        UUID jeton = demande;
        if (jeton == null || !ruptures.estDe(utilisateur.agent(), jeton)) {
            Introuvable.repondre();
            return null;
        }
        try {
            ruptures.confirmer(utilisateur.agent(), jeton, Objects.requireNonNullElse(vue, ""));
            return adresseDuResultat(jeton);
        } catch (RuptureRefusee e) {
            boolean aRelire = e.code() == RefusRupture.FAITS_CHANGES || e.code() == RefusRupture.ISSUE_INCONNUE;
            return adresse(jeton) + (aRelire ? "&refus=" + e.code().name() : "");
        }
    }

    /** À l'arrivée sur l'étape 3, et à chaque rechargement ; si le titulaire s'y est opposé depuis, elle ne dit plus que cela. */
    public void chargerLeResultat() {
        UUID jeton = demande;
        annulee = jeton != null && ruptures.estAnnulee(utilisateur.agent(), jeton);
        if (annulee) {
            return;
        }
        faite = Optional.ofNullable(jeton)
                .flatMap(sienne -> lectures.faite(utilisateur.agent(), sienne))
                .orElse(null);
        if (faite == null) {
            Introuvable.repondre();
        }
    }

    private void dire(RefusRupture code, String eleve) {
        recapitulatif.signaler(textes.avec("rupture.refus." + code.name(), eleve));
    }

    /** Les établissements dont le courrier du compte nouveau peut s'imprimer. */
    public List<Etablissement> getEtablissements() {
        RuptureFaite lue = faite;
        return lue == null
                ? List.of()
                : lue.enfants().stream()
                        .map(e -> e.eleve())
                        .flatMap(eleve -> eleve.etablissements().stream())
                        .distinct()
                        .toList();
    }

    /** Faux quand la rupture ne peut plus se faire ; vrai aussi pendant l'envoi, pour que le bouton soit entendu. */
    public boolean isConfirmable() {
        return !refusee;
    }

    /** Vrai si le titulaire a fait défaire ce qui avait été fait. */
    public boolean isAnnulee() {
        return annulee;
    }

    public @Nullable ApercuDeRupture getApercu() {
        return apercu;
    }

    public @Nullable RuptureFaite getFaite() {
        return faite;
    }

    /** L'empreinte de ce que cette page montre, qu'elle rend en confirmant. */
    public @Nullable String getVue() {
        ApercuDeRupture montre = apercu;
        return montre == null ? vue : montre.vue();
    }

    public void setVue(String vue) {
        this.vue = vue;
    }

    public @Nullable UUID getDemande() {
        return demande;
    }

    public void setDemande(UUID demande) {
        this.demande = demande;
    }

    /** Ce que la confirmation vient de refuser, à dire de nouveau. */
    public void setAnnonce(RefusRupture annonce) {
        this.annonce = annonce;
    }
}
