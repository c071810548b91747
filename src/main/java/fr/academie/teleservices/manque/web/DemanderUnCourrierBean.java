package fr.academie.teleservices.manque.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.MotsCherches;
import fr.academie.teleservices.manque.DemandeRefusee;
import fr.academie.teleservices.manque.DemandeService;
import fr.academie.teleservices.manque.EnfantManquant;
import fr.academie.teleservices.manque.RefusDemande;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Introuvable;
import fr.academie.teleservices.socle.web.Parametres;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Demander un nouveau courrier : d'abord l'établissement, puis l'enfant. L'établissement vient de l'adresse, et se relit à chaque pas. */
@Named("demanderUnCourrier")
@RequestScoped
public class DemanderUnCourrierBean {

    private static final int TROUVES_AU_PLUS = 20;
    private static final String CHAMP_NAISSANCE = "naissance-saisie";

    private final DemandeService demandes;
    private final ScolariteService scolarite;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private String mots = "";
    private String uai = "";
    private String nom = "";
    private String prenom = "";
    private String naissance = "";
    private @Nullable List<Etablissement> trouves;
    private @Nullable Etablissement etablissement;

    @Inject
    public DemanderUnCourrierBean(
            DemandeService demandes,
            ScolariteService scolarite,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.demandes = demandes;
        this.scolarite = scolarite;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** Vrai si l'on a cherché un établissement. */
    public boolean isCherche() {
        return !mots.isEmpty();
    }

    /** Ceux que les mots désignent. */
    public List<Etablissement> getTrouves() {
        List<Etablissement> deja = trouves;
        if (deja == null) {
            deja = scolarite.chercherDesEtablissements(MotsCherches.motifsDEtablissement(mots), TROUVES_AU_PLUS);
            trouves = deja;
        }
        return deja;
    }

    /** Vrai s'il peut y en avoir d'autres que ceux montrés. */
    public boolean isTropDeTrouves() {
        return getTrouves().size() == TROUVES_AU_PLUS;
    }

    /** Avant d'afficher le second pas : l'établissement choisi existe. */
    public void charger() {
        if (getEtablissement() == null) {
            Introuvable.repondre();
        }
    }

    /** Envoyer la demande ; une seconde fois ne change plus rien. Un refus se dit ici, sans perdre ce qui est écrit. */
    public @Nullable String envoyer() {
        Etablissement choisi = getEtablissement();
        if (choisi == null) {
            Introuvable.repondre();
            return null;
        }
        LocalDate jour = Parametres.jour(naissance).orElse(null);
        if (jour == null) {
            recapitulatif.signaler(CHAMP_NAISSANCE, textes.de("manque.naissance.illisible"));
            return null;
        }
        try {
            demandes.demander(utilisateur.demandeur(), choisi.uai(), new EnfantManquant(nom, prenom, jour));
            return "/compte/enfant-manquant?faces-redirect=true&fait=demandee";
        } catch (DemandeRefusee e) {
            recapitulatif.signaler(
                    e.code() == RefusDemande.NAISSANCE_IMPOSSIBLE ? CHAMP_NAISSANCE : null,
                    textes.de("demande.refus." + e.code().name()));
            return null;
        }
    }

    /** Celui que l'adresse nomme ; nul s'il n'existe pas. */
    public @Nullable Etablissement getEtablissement() {
        String choisi = Parametres.uai(uai);
        if (etablissement == null && choisi != null) {
            etablissement = demandes.etablissement(choisi).orElse(null);
        }
        return etablissement;
    }

    public String getMots() {
        return mots;
    }

    public void setMots(@Nullable String mots) {
        this.mots = mots == null ? "" : mots.strip();
    }

    public String getUai() {
        return uai;
    }

    public void setUai(@Nullable String uai) {
        this.uai = uai == null ? "" : uai;
    }

    public String getNom() {
        return nom;
    }

    public void setNom(String nom) {
        this.nom = nom;
    }

    public String getPrenom() {
        return prenom;
    }

    public void setPrenom(String prenom) {
        this.prenom = prenom;
    }

    public String getNaissance() {
        return naissance;
    }

    public void setNaissance(String naissance) {
        this.naissance = naissance;
    }
}
