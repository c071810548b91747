package fr.academie.teleservices.etablissement.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.attente.CreationService;
import fr.academie.teleservices.attente.LectureDesAttendus;
import fr.academie.teleservices.attente.PrevisionDesComptes;
import fr.academie.teleservices.attente.PrevisionDesComptes.Prevision;
import fr.academie.teleservices.etablissement.ClassesDEtablissement;
import fr.academie.teleservices.etablissement.CompteAEcrire;
import fr.academie.teleservices.etablissement.RechercheService;
import fr.academie.teleservices.etablissement.Travail;
import fr.academie.teleservices.etablissement.TravauxDuBureau;
import fr.academie.teleservices.socle.securite.Scelle;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Les actes en nombre, d'une classe ou de tout un établissement : combien avant, où cela en est, ce qui est fait après. */
@Named("enNombre")
@RequestScoped
public class EnNombreBean {

    static final String SUIVI = "/etablissement/travail?faces-redirect=true&jeton=";

    private final RechercheService recherches;
    private final CreationService creations;
    private final PrevisionDesComptes previsions;
    private final TravauxDuBureau travaux;
    private final LectureDesAttendus lectures;
    private final ClesDesLettres cles;
    private final UtilisateurCourant utilisateur;
    private @Nullable String etablissement;
    private @Nullable String classe;
    private UUID jeton = UUID.randomUUID();
    private @Nullable List<CompteAEcrire> aEcrire;
    private @Nullable List<ClassesDEtablissement> classes;
    private @Nullable List<Attendu> attendus;
    private @Nullable Prevision prevision;
    private @Nullable Travail travail;

    @Inject
    public EnNombreBean(
            RechercheService recherches,
            CreationService creations,
            PrevisionDesComptes previsions,
            TravauxDuBureau travaux,
            LectureDesAttendus lectures,
            ClesDesLettres cles,
            UtilisateurCourant utilisateur) {
        this.recherches = recherches;
        this.creations = creations;
        this.previsions = previsions;
        this.travaux = travaux;
        this.lectures = lectures;
        this.cles = cles;
        this.utilisateur = utilisateur;
    }

    /** L'établissement choisi ; à défaut le premier de l'agent. */
    public String getUai() {
        String choisi = etablissement;
        Agent agent = utilisateur.agent();
        return choisi != null && agent.agitPour(choisi)
                ? choisi
                : agent.uais().stream().sorted().findFirst().orElse("");
    }

    /** Vrai si l'établissement demandé n'est pas de l'agent : on n'agit pas pour un autre que celui qui était montré. */
    private boolean demandeAilleurs() {
        return etablissement != null && !utilisateur.agent().agitPour(etablissement);
    }

    public void setUai(String uai) {
        this.etablissement = Parametres.texte(uai);
    }

    /** La classe choisie ; nulle pour tout l'établissement. */
    public @Nullable String getClasse() {
        return classe;
    }

    public void setClasse(String demandee) {
        this.classe = Parametres.texte(demandee);
    }

    /** Celui de la page : le même envoi, reçu deux fois, ne demande qu'un travail. Sur la page d'avancement, celui du travail suivi. */
    public UUID getJeton() {
        return jeton;
    }

    public void setJeton(UUID jeton) {
        this.jeton = jeton;
    }

    /** Avant l'affichage : une classe d'un autre établissement que celui qu'on vient de choisir est oubliée, pas comprise comme « toutes ». */
    public @Nullable String charger() {
        String choisie = classe;
        boolean ailleurs = choisie != null
                && getClasses().stream().noneMatch(groupe -> groupe.classes().contains(choisie));
        return ailleurs
                ? FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?faces-redirect=true&uai=" + getUai()
                : null;
    }

    /** Avant l'affichage des personnes qui attendent : les nommer est une consultation. */
    public void chargerLesAttendus() {
        attendus = lectures.liste(utilisateur.agent(), getUai(), getClasse());
    }

    /** Courriers jamais faits. */
    public long getPremiers() {
        return aEcrire().stream().filter(compte -> !compte.dejaImprime()).count();
    }

    /** Courriers déjà faits, de comptes encore jamais activés. */
    public long getRefaits() {
        return aEcrire().stream().filter(CompteAEcrire::dejaImprime).count();
    }

    /** Lettres qu'un seul travail imprime ; nul s'il les imprime toutes. */
    public @Nullable Integer getParTravail() {
        return getPremiers() > TravauxDuBureau.LETTRES_AU_PLUS ? TravauxDuBureau.LETTRES_AU_PLUS : null;
    }

    /** L'adresse de la page qui en refait ; celle de la classe choisie s'il y en a une. */
    public String getAdresseDuRefaire() {
        return RefaireBean.adresse(getUai(), getClasse());
    }

    /** Les personnes qui attendent un compte. */
    public List<Attendu> getAttendus() {
        List<Attendu> lus = attendus;
        if (lus == null) {
            lus = creations.attendus(utilisateur.agent(), getUai(), getClasse());
            attendus = lus;
        }
        return lus;
    }

    /** Ce qu'un seul geste ferait d'elles. */
    public Prevision getPrevision() {
        Prevision lue = prevision;
        if (lue == null) {
            lue = previsions.prevoir(getAttendus());
            prevision = lue;
        }
        return lue;
    }

    /** Imprime les courriers jamais faits ; ceux qui l'ont été ne se refont que par {@link RefaireBean}. */
    public @Nullable String imprimer() {
        if (demandeAilleurs()) {
            Introuvable.repondre();
            return null;
        }
        List<CompteAEcrire> comptes =
                aEcrire().stream().filter(compte -> !compte.dejaImprime()).toList();
        return demander(
                "/etablissement/courriers?faces-redirect=true",
                !comptes.isEmpty(),
                () -> travaux.imprimer(
                        utilisateur.agent(), getUai(), comptes, false, Scelle.publique(cles.paire()), jeton));
    }

    /** Crée les comptes de toutes ces personnes ; celles qui sont à voir y comptent aussi, pour que le compte rendu les redise. */
    public @Nullable String creer() {
        if (demandeAilleurs()) {
            Introuvable.repondre();
            return null;
        }
        return demander(
                "/etablissement/comptes?faces-redirect=true",
                !getPrevision().aCreer().isEmpty(),
                () -> travaux.creer(utilisateur.agent(), getUai(), getAttendus(), jeton));
    }

    /** Le même envoi retrouve son travail, cherché après avoir lu ce qui reste : le premier a pu le faire entre-temps. */
    private String demander(String page, boolean aFaire, Supplier<UUID> travail) {
        if (getTravail() != null) {
            return SUIVI + jeton;
        }
        return aFaire ? SUIVI + travail.get() : page;
    }

    /** Avant l'affichage de l'avancement : 404, de la même façon pour un travail oublié ou d'un autre agent. */
    public void chargerLeTravail() {
        if (getTravail() == null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Le travail suivi ; nul s'il n'est pas de cet agent, ou oublié. */
    public @Nullable Travail getTravail() {
        Travail lu = travail;
        if (lu == null) {
            lu = travaux.trouver(utilisateur.agent(), jeton).orElse(null);
            travail = lu;
        }
        return lu;
    }

    /** Vrai si cette session ouvre les lettres du travail : elle les a demandées, et rien n'a redémarré depuis. */
    public boolean isLisible() {
        Travail lu = getTravail();
        return lu != null && travaux.ouvre(cles.paire(), lu);
    }

    /** Clé du titre de la page d'avancement. */
    public String getTitreDuTravail() {
        Travail lu = getTravail();
        return "bureau.travail." + (lu == null ? "INCONNU" : lu.genre().name());
    }

    /** Les classes de l'établissement choisi. */
    public List<ClassesDEtablissement> getClasses() {
        List<ClassesDEtablissement> lues = classes;
        if (lues == null) {
            lues = recherches.classes(utilisateur.agent());
            classes = lues;
        }
        return lues.stream().filter(groupe -> groupe.uai().equals(getUai())).toList();
    }

    private List<CompteAEcrire> aEcrire() {
        List<CompteAEcrire> lus = aEcrire;
        if (lus == null) {
            lus = recherches.aEcrire(utilisateur.agent(), getUai(), getClasse());
            aEcrire = lus;
        }
        return lus;
    }
}
