package fr.academie.teleservices.habilitation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.EtablissementChoisi;
import fr.academie.teleservices.habilitation.AgentHabilite;
import fr.academie.teleservices.habilitation.HabilitationRefusee;
import fr.academie.teleservices.habilitation.HabilitationService;
import fr.academie.teleservices.habilitation.HabilitationService.AgentConnu;
import fr.academie.teleservices.habilitation.HabilitationService.Personne;
import fr.academie.teleservices.habilitation.RefusHabilitation;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.texte.SignesDeSens;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Question;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les habilitations d'un établissement : la liste, celle qu'on donne, celle qu'on change ou retire.
 *
 * <p>L'établissement et l'agent viennent de l'adresse : ils ne désignent jamais qu'un établissement que l'agent connecté dirige, et un
 * agent qui y est habilité.
 */
@Named("habilitations")
@RequestScoped
public class HabilitationsBean {

    private static final String LISTE = "/etablissement/habilitations";
    private static final Set<String> FAITS = Set.of("donnee", "changee", "retiree");

    private final HabilitationService habilitations;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final EtablissementChoisi choisi;
    private String identifiant = "";
    private long agentId;
    private String fait = "";

    private String nom = "";
    private String prenom = "";
    private String mail = "";
    private boolean chef;

    @Inject
    public HabilitationsBean(
            HabilitationService habilitations,
            UtilisateurCourant utilisateur,
            EtablissementChoisi choisi,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.habilitations = habilitations;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.choisi = choisi;
    }

    /** La page n'existe que pour qui dirige l'établissement demandé, à l'arrivée comme après un envoi. */
    public void charger() {
        if (choisi.dirige().isEmpty()) {
            Introuvable.repondre();
        }
    }

    /** La fiche n'existe que pour un agent habilité dans l'établissement demandé. */
    public void chargerLAgent() {
        if (getAgent() == null) {
            Introuvable.repondre();
        }
    }

    /** Avant d'habiliter : un identifiant qui ne peut pas l'être ramène à la liste, qui dit pourquoi. */
    public void chargerLeCandidat() {
        charger();
        if (choisi.dirige().isPresent()) {
            refusDuCandidat().ifPresent(code -> recapitulatif.signaler("identifiant", message(code)));
        }
    }

    public boolean isParLAnnuaire() {
        return habilitations.sontTenuesParLAnnuaire();
    }

    public Etablissement getEtablissement() {
        return choisi.dirige().orElseThrow();
    }

    public List<AgentHabilite> getAgents() {
        return habilitations.habilites(utilisateur.agent(), uai());
    }

    /** L'agent que l'adresse demande ; nul s'il n'est pas habilité pour l'établissement. */
    public @Nullable AgentHabilite getAgent() {
        return choisi.dirige()
                .flatMap(e -> habilitations.habilite(utilisateur.agent(), e.uai(), agentId))
                .orElse(null);
    }

    /** Vrai si l'identifiant demandé peut être habilité. */
    public boolean isPossible() {
        return refusDuCandidat().isEmpty();
    }

    /** L'agent que désigne l'identifiant demandé ; nul si l'application ne le connaît pas encore. */
    public @Nullable AgentConnu getConnu() {
        if (choisi.dirige().isEmpty()) {
            return null;
        }
        try {
            return habilitations
                    .candidat(utilisateur.agent(), uai(), identifiant)
                    .orElse(null);
        } catch (HabilitationRefusee e) {
            return null;
        }
    }

    /** HABILITER. */
    public @Nullable String donner() {
        return faire(
                "donnee",
                () -> habilitations.donner(
                        utilisateur.agent(),
                        uai(),
                        identifiant,
                        new Personne(nom.strip(), prenom.strip(), mail.strip()),
                        chef));
    }

    /** Fait de l'agent un chef, ou cesse d'en faire un. */
    public @Nullable String changer(boolean commeChef) {
        return faire("changee", () -> habilitations.changer(utilisateur.agent(), uai(), agentId, commeChef));
    }

    /** Retire l'habilitation. */
    public @Nullable String retirer() {
        return faire("retiree", () -> habilitations.retirer(utilisateur.agent(), uai(), agentId));
    }

    /** Ce qui vient d'être fait, en mots ; vide si rien. */
    public String getFait() {
        return FAITS.contains(fait) ? textes.de("habilitations.fait." + fait) : "";
    }

    /** Un changement d'habilitation. */
    @FunctionalInterface
    private interface Changement {
        void faire() throws HabilitationRefusee;
    }

    private @Nullable String faire(String quoi, Changement changement) {
        if (choisi.dirige().isEmpty()) {
            Introuvable.repondre();
            return null;
        }
        try {
            changement.faire();
            boolean encoreChef = habilitations.habilites(utilisateur.agent(), uai()).stream()
                    .anyMatch(a -> a.chef()
                            && a.identifiant()
                                    .equals(utilisateur.agent().identifiant().valeur()));
            return encoreChef
                    ? new Question(LISTE + "?faces-redirect=true")
                            .avec("uai", uai())
                            .avec("fait", quoi)
                            .adresse()
                    : "/etablissement?faces-redirect=true";
        } catch (HabilitationRefusee e) {
            recapitulatif.signaler(message(e.code()));
            return null;
        }
    }

    private Optional<RefusHabilitation> refusDuCandidat() {
        if (choisi.dirige().isEmpty()) {
            return Optional.of(RefusHabilitation.RESERVE_AU_CHEF);
        }
        try {
            habilitations.candidat(utilisateur.agent(), uai(), identifiant);
            return Optional.empty();
        } catch (HabilitationRefusee e) {
            return Optional.of(e.code());
        }
    }

    private String message(RefusHabilitation code) {
        return textes.de("habilitations.refus." + code.name());
    }

    private String uai() {
        return getEtablissement().uai();
    }

    public void setFait(String fait) {
        this.fait = fait;
    }

    public void setAgentId(long agentId) {
        this.agentId = agentId;
    }

    public String getIdentifiant() {
        return identifiant;
    }

    public void setIdentifiant(String identifiant) {
        this.identifiant = identifiant.strip();
    }

    public String getNom() {
        return nom;
    }

    public void setNom(String nom) {
        this.nom = SignesDeSens.retirer(nom);
    }

    public String getPrenom() {
        return prenom;
    }

    public void setPrenom(String prenom) {
        this.prenom = SignesDeSens.retirer(prenom);
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public boolean isChef() {
        return chef;
    }

    public void setChef(boolean chef) {
        this.chef = chef;
    }
}
