package fr.academie.teleservices.accueil.web;

import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;

/** Où mènent RETOUR et COLLEGE ; COLLEGE : le site de l'établissement d'un enfant, sinon le lien du profil d'académie, sinon CONTACT. */
@Named("menu")
@RequestScoped
public class MenuBean {

    private final EnfantsDuCompte enfants;
    private final ProfilAcademie profil;
    private final HttpServletRequest requete;

    @Inject
    public MenuBean(EnfantsDuCompte enfants, ProfilAcademie profil, HttpServletRequest requete) {
        this.enfants = enfants;
        this.profil = profil;
        this.requete = requete;
    }

    /** RETOUR : l'ENT d'où l'on vient ; pour qui entre par la page de connexion, la page ACCUEIL. */
    public String getRetour() {
        URI retour = profil.retourAdresse();
        return retour == null ? requete.getContextPath() + "/accueil" : retour.toString();
    }

    public String getCollege() {
        return enfants.getListe().stream()
                .map(Enfant::eleve)
                .flatMap(eleve -> eleve.etablissements().stream())
                .map(Etablissement::site)
                .filter(Objects::nonNull)
                .filter(AdresseDeSite::sure)
                .findFirst()
                .orElseGet(this::getCollegeSansCompte);
    }

    /** Comme {@link #getCollege()}, sans rien lire dans la base : pour les pages d'erreur. */
    public String getCollegeSansCompte() {
        URI lien = profil.lienCollege();
        return lien == null ? requete.getContextPath() + "/contact" : lien.toString();
    }
}
