package fr.academie.teleservices.tuile.web;

import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.tuile.Descripteur;
import fr.academie.teleservices.tuile.Descripteurs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Les descripteurs de cette installation : ses adresses publiques, son profil d'académie, son chemin. */
@Named("descripteurs")
@RequestScoped
public class DescripteursBean {

    private final ProfilAcademie profil;
    private final Textes textes;
    private final Reglages reglages;
    private final HttpServletRequest requete;

    @Inject
    public DescripteursBean(ProfilAcademie profil, Textes textes, Reglages reglages, HttpServletRequest requete) {
        this.profil = profil;
        this.textes = textes;
        this.reglages = reglages;
        this.requete = requete;
    }

    public List<Descripteur> getListe() {
        return Descripteurs.pour(profil, textes, reglages.adresses(), requete.getContextPath());
    }
}
