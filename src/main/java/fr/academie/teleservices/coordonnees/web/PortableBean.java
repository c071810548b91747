package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.acces.web.PhraseDAttente;
import fr.academie.teleservices.compte.ServiceSature;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.coordonnees.CoordonneeRefusee;
import fr.academie.teleservices.coordonnees.RefusDeCoordonnee;
import fr.academie.teleservices.coordonnees.TelephoneService;
import fr.academie.teleservices.coordonnees.TelephoneService.Suite;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** PROFIL : le numéro de téléphone portable, et son code. */
@Named("portable")
@RequestScoped
public class PortableBean {

    private static final String CHAMP = "portable-saisie";
    private static final String CHAMP_CODE = "code-saisie";
    private static final String ICI = "/compte/portable?faces-redirect=true";
    private static final String FAIT = "/compte/profil?faces-redirect=true&fait=portable";
    private static final String CONFIRME = "/compte/profil?faces-redirect=true&fait=portableConfirme";

    private final TelephoneService telephones;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;
    private final PhraseDAttente attentes;

    private String saisie = "";
    private String code = "";
    /** Vrai quand un geste a pu changer ce que l'entrée a lu du compte. */
    private boolean geste;
    /** Faux tant que le numéro qui attend n'est pas lu, ou qu'un geste a pu le changer : une même page le demande plusieurs fois. */
    private boolean attenteLue;

    private @Nullable String enAttente;

    @Inject
    public PortableBean(
            TelephoneService telephones,
            UtilisateurCourant utilisateur,
            Recapitulatif recapitulatif,
            Textes textes,
            PhraseDAttente attentes) {
        this.telephones = telephones;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
        this.attentes = attentes;
    }

    /** À l'arrivée : le numéro actuel. */
    public void charger() {
        saisie = getActuel();
    }

    /** Vrai si le numéro se confirme par un code reçu par SMS. */
    public boolean isSeConfirme() {
        return telephones.seConfirme();
    }

    /** Le numéro qui attend son code ; {@code null} si aucun. */
    public @Nullable String getEnAttente() {
        if (!attenteLue) {
            enAttente = telephones.enAttente(utilisateur.demandeur()).orElse(null);
            attenteLue = true;
        }
        return enAttente;
    }

    public boolean isConfirme() {
        return geste
                ? telephones.estConfirme(utilisateur.demandeur())
                : utilisateur.responsable().telephoneConfirme();
    }

    /** ENREGISTRER, ou RECEVOIR LE CODE. */
    public @Nullable String enregistrer() {
        return essayer(() -> telephones.donner(utilisateur.demandeur(), saisie) == Suite.A_CONFIRMER ? ICI : FAIT, ICI);
    }

    /** CONFIRMER, avec le code. */
    public @Nullable String confirmer() {
        return essayer(
                () -> {
                    telephones.confirmer(utilisateur.demandeur(), code);
                    return CONFIRME;
                },
                CONFIRME);
    }

    /** Renvoyer le code. */
    public @Nullable String renvoyer() {
        return essayer(
                () -> {
                    telephones.renvoyer(utilisateur.demandeur());
                    return ICI + "&fait=renvoi";
                },
                ICI);
    }

    /** Garder l'ancien numéro : celui qui attend est oublié. */
    public String renoncer() {
        telephones.renoncer(utilisateur.demandeur());
        return ICI;
    }

    @FunctionalInterface
    private interface Demande {
        String faire() throws CoordonneeRefusee;
    }

    /** La page suivante, ou {@code null} après un refus dit à l'écran. */
    private @Nullable String essayer(Demande demande, String dejaFait) {
        geste = true;
        attenteLue = false;
        try {
            return demande.faire();
        } catch (CoordonneeRefusee e) {
            return apresRefus(e, dejaFait);
        } catch (ServiceSature e) {
            recapitulatif.signaler(textes.de("regroupement.refus.SERVICE_SATURE"));
            return null;
        }
    }

    private @Nullable String apresRefus(CoordonneeRefusee refus, String dejaFait) {
        // Un second envoi du même formulaire retrouve ce que le premier a fait.
        boolean dejaConfirme =
                refus.code() == RefusDeCoordonnee.RIEN_EN_ATTENTE && isConfirme() && dejaFait.equals(CONFIRME);
        boolean dejaEnvoye = refus.code() == RefusDeCoordonnee.TROP_TOT && !saisie.isEmpty();
        if (dejaConfirme || dejaEnvoye) {
            return dejaFait;
        }
        if (refus.attente() != null) {
            recapitulatif.signaler(attentes.de(refus.attente()));
            return null;
        }
        String texte = textes.avec("portable.refus." + refus.code().name(), refus.nombre());
        switch (refus.code()) {
            case MAL_FORMEE, DEJA_CONFIRMEE -> recapitulatif.signaler(CHAMP, texte);
            case CODE_FAUX, CODE_PERIME -> recapitulatif.signaler(CHAMP_CODE, texte);
            default -> recapitulatif.signaler(texte);
        }
        return null;
    }

    /** Le numéro du compte, comme on le lit ; vide s'il n'en a pas. */
    public String getActuel() {
        String enregistre = utilisateur.getCompte().telephonePortable();
        return enregistre == null ? "" : TelephonePortable.lisible(enregistre);
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
