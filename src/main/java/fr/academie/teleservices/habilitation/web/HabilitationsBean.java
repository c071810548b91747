package fr.academie.teleservices.habilitation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.EtablissementChoisi;
import fr.academie.teleservices.habilitation.AgentHabilite;
import fr.academie.teleservices.habilitation.HabilitationAttendue;
import fr.academie.teleservices.habilitation.HabilitationRefusee;
import fr.academie.teleservices.habilitation.HabilitationService;
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
    private long attendueId;
    private @Nullable List<HabilitationAttendue> attendues;
    private String confirme = "";
    private boolean aConfirmer;
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

    /** Celle d'une habilitation qui attend, de même. */
    public void chargerLAttendue() {
        if (getAttendue() == null) {
            Introuvable.repondre();
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

    public List<HabilitationAttendue> getAttendues() {
        List<HabilitationAttendue> lues = attendues;
        if (lues == null) {
            lues = habilitations.attendues(utilisateur.agent(), uai());
            attendues = lues;
        }
        return lues;
    }

    /** L'habilitation que l'adresse demande, pas encore ouverte ; nulle si elle n'attend pas dans cet établissement. */
    public @Nullable HabilitationAttendue getAttendue() {
        return choisi.dirige()
                .flatMap(e -> habilitations.attendue(utilisateur.agent(), e.uai(), attendueId))
                .orElse(null);
    }

    /** Vrai si l'agent montré est celui qui regarde : il perdrait son propre droit. */
    public boolean isSoiMeme() {
        AgentHabilite agent = getAgent();
        return agent != null
                && agent.chef()
                && agent.identifiant().equals(utilisateur.agent().identifiant().valeur());
    }

    /** « oui » quand la page a déjà demandé de confirmer. */
    public void setConfirme(String oui) {
        this.confirme = oui;
    }

    /** Vrai si ce qui vient d'être pressé est à presser une seconde fois. */
    public boolean isAConfirmer() {
        return aConfirmer;
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

    /** Fait de l'agent un chef, ou cesse d'en faire un ; renoncer soi-même se presse deux fois. */
    public @Nullable String changer(boolean commeChef) {
        return !commeChef && demandeEncore()
                ? null
                : faire("changee", () -> habilitations.changer(utilisateur.agent(), uai(), agentId, commeChef));
    }

    private boolean demandeEncore() {
        aConfirmer = isSoiMeme() && !"oui".equals(confirme);
        return aConfirmer;
    }

    /** Retire l'habilitation qui attend. */
    public @Nullable String oublier() {
        return faire("retiree", () -> habilitations.retirerAttendue(utilisateur.agent(), uai(), attendueId));
    }

    /** Retire l'habilitation ; la sienne se retire en deux fois. */
    public @Nullable String retirer() {
        return demandeEncore()
                ? null
                : faire("retiree", () -> habilitations.retirer(utilisateur.agent(), uai(), agentId));
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
            if (e.code() == RefusHabilitation.IDENTIFIANT_REFUSE || e.code() == RefusHabilitation.DEJA_HABILITE) {
                recapitulatif.signaler("identifiant-saisie", message(e.code()));
            } else if (e.code() == RefusHabilitation.PERSONNE_INCOMPLETE) {
                recapitulatif.signaler("mail-saisie", message(e.code()));
            } else {
                recapitulatif.signaler(message(e.code()));
            }
            return null;
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

    public void setAttendueId(long attendueId) {
        this.attendueId = attendueId;
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
