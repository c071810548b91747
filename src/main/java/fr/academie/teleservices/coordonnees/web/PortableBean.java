package fr.academie.teleservices.coordonnees.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.coordonnees.TelephoneService;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** PROFIL : le numéro de téléphone portable. */
@Named("portable")
@RequestScoped
public class PortableBean {

    private static final String CHAMP = "portable-saisie";

    private final TelephoneService telephones;
    private final UtilisateurCourant utilisateur;
    private final Recapitulatif recapitulatif;
    private final Textes textes;

    private String saisie = "";

    @Inject
    public PortableBean(
            TelephoneService telephones, UtilisateurCourant utilisateur, Recapitulatif recapitulatif, Textes textes) {
        this.telephones = telephones;
        this.utilisateur = utilisateur;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** À l'arrivée : le numéro actuel. */
    public void charger() {
        saisie = getActuel();
    }

    /** ENREGISTRER. */
    public @Nullable String enregistrer() {
        if (telephones.changer(utilisateur.demandeur(), saisie)) {
            return "/compte/profil?faces-redirect=true&fait=portable";
        }
        recapitulatif.signaler(CHAMP, textes.de("portable.refus"));
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
}
