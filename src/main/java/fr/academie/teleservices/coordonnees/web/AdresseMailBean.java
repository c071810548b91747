package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.activation.ActivationService;
import fr.academie.teleservices.activation.web.EtapesDActivation;
import fr.academie.teleservices.activation.web.RepriseActivation;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.coordonnees.MailService;
import fr.academie.teleservices.coordonnees.RefusDeCoordonnee;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.MailDActivation;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Adresses;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * L'adresse mail et son code, à l'étape 3 de l'activation ({@code lieu} : {@code activation}) et dans PROFIL ({@code compte}).
 */
@Named("adresseMail")
@RequestScoped
public class AdresseMailBean {

    private static final String ACTIVATION = "activation";
    private static final String CHAMP_MAIL = "mail-saisie";
    private static final String CHAMP_CODE = "code-saisie";
    private static final Set<RefusDeCoordonnee> DE_L_ADRESSE =
            EnumSet.of(RefusDeCoordonnee.MAL_FORMEE, RefusDeCoordonnee.DEJA_CONFIRMEE);
    private static final Set<RefusDeCoordonnee> DU_CODE =
            EnumSet.of(RefusDeCoordonnee.CODE_FAUX, RefusDeCoordonnee.CODE_PERIME);

    private final MailService mails;
    private final ActivationService activations;
    private final UtilisateurCourant utilisateur;
    private final RepriseActivation reprise;
    private final ProfilAcademie profil;
    private final Adresses adresses;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;

    private String saisie = "";
    private String code = "";
    /** Vrai quand un geste a pu changer ce que l'entrée a lu du compte. */
    private boolean geste;
    /** Faux tant que l'adresse qui attend n'est pas lue, ou qu'un geste a pu la changer : une même page la demande plusieurs fois. */
    private boolean attenteLue;

    private @Nullable String enAttente;

    @Inject
    public AdresseMailBean(
            MailService mails,
            ActivationService activations,
            UtilisateurCourant utilisateur,
            RepriseActivation reprise,
            ProfilAcademie profil,
            Adresses adresses,
            HttpServletRequest requete,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        this.mails = mails;
        this.activations = activations;
        this.utilisateur = utilisateur;
        this.reprise = reprise;
        this.profil = profil;
        this.adresses = adresses;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** À l'arrivée à l'étape 3 : propose l'adresse que l'établissement connaît ; l'étape suivante si celle-ci est faite. */
    public @Nullable String chargerLActivation() {
        if (!utilisateur.responsable().activationEnCours()) {
            return reprise.isEnfantsVus() ? finirLActivation() : EtapesDActivation.ACCUEIL;
        }
        String connue = utilisateur.getCompte().mailLisible();
        saisie = connue == null ? "" : connue;
        return null;
    }

    /** RECEVOIR LE CODE. */
    public @Nullable String envoyer(String lieu) {
        return essayer(() -> mails.demander(utilisateur.demandeur(), saisie, application()), ici(lieu));
    }

    /** CONFIRMER, avec le code. */
    public @Nullable String confirmer(String lieu) {
        return essayer(() -> mails.confirmer(utilisateur.demandeur(), code), suite(lieu));
    }

    /** Renvoyer le code. */
    public @Nullable String renvoyer(String lieu) {
        return essayer(() -> mails.renvoyer(utilisateur.demandeur(), application()), ici(lieu) + "&fait=renvoi");
    }

    /** Changer d'adresse : celle qui attend est oubliée. */
    public String renoncer(String lieu) {
        mails.renoncer(utilisateur.demandeur());
        return ici(lieu);
    }

    /** PLUS TARD, si le profil d'académie le permet. */
    public String plusTard() {
        if (!isRemettable()) {
            return EtapesDActivation.MAIL;
        }
        activations.remettreLeMail(utilisateur.demandeur());
        return finirLActivation();
    }

    public boolean isRemettable() {
        return profil.mailDActivation() == MailDActivation.FACULTATIF;
    }

    /** L'adresse qui attend sa confirmation ; {@code null} si aucune. */
    public @Nullable String getEnAttente() {
        if (!attenteLue) {
            enAttente = mails.enAttente(utilisateur.demandeur()).orElse(null);
            attenteLue = true;
        }
        return enAttente;
    }

    public boolean isConfirmee() {
        return geste
                ? mails.estConfirme(utilisateur.demandeur())
                : utilisateur.responsable().mailConfirme();
    }

    /** Vrai pour un compte actif dont l'adresse n'est pas confirmée : ACCUEIL et PROFIL le rappellent. */
    public boolean isRappel() {
        return utilisateur.isResponsable()
                && !utilisateur.isLimite()
                && utilisateur.getCompte().etat() == EtatCompte.ACTIF
                && !isConfirmee();
    }

    /** Ce que l'on demande au service ; rend la page suivante, ou {@code null} après un refus dit à l'écran. */
    private @Nullable String essayer(Demande demande, String suivante) {
        geste = true;
        attenteLue = false;
        try {
            demande.faire();
            return suivante;
        } catch (CoordonneeRefusee e) {
            return apresRefus(e, suivante);
        } catch (ServiceSature e) {
            recapitulatif.signaler(textes.de("regroupement.refus.SERVICE_SATURE"));
            return null;
        }
    }

    @FunctionalInterface
    private interface Demande {
        void faire() throws CoordonneeRefusee;
    }

    private @Nullable String apresRefus(CoordonneeRefusee refus, String suivante) {
        // Un second envoi du même formulaire retrouve ce que le premier a fait.
        boolean dejaConfirme = refus.code() == RefusDeCoordonnee.RIEN_EN_ATTENTE && isConfirmee();
        boolean dejaEnvoye = refus.code() == RefusDeCoordonnee.TROP_TOT && !saisie.isEmpty();
        if (dejaConfirme || dejaEnvoye) {
            return suivante;
        }
        if (refus.attente() != null) {
            recapitulatif.signaler(attentes.de(refus.attente()));
            return null;
        }
        String texte = textes.avec("mail.refus." + refus.code().name(), refus.nombre());
        if (DE_L_ADRESSE.contains(refus.code())) {
            recapitulatif.signaler(CHAMP_MAIL, texte);
        } else if (DU_CODE.contains(refus.code())) {
            recapitulatif.signaler(CHAMP_CODE, texte);
        } else {
            recapitulatif.signaler(texte);
        }
        return null;
    }

    private String finirLActivation() {
        reprise.noterFaite();
        return EtapesDActivation.FIN;
    }

    private static String ici(String lieu) {
        return "/" + lieu + "/mail?faces-redirect=true";
    }

    private String suite(String lieu) {
        return ACTIVATION.equals(lieu) ? EtapesDActivation.MAIL : "/compte/profil?faces-redirect=true&fait=mail";
    }

    private String application() {
        return adresses.adressePublique(requete.getContextPath());
    }

    public String getSaisie() {
        return saisie;
    }

    public void setSaisie(String saisie) {
        this.saisie = saisie;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
