package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Etablissement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Les établissements de l'agent connecté, pour toutes les pages de son bureau. */
@Named("bureau")
@RequestScoped
public class BureauBean {

    private final UtilisateurCourant utilisateur;

    @Inject
    public BureauBean(UtilisateurCourant utilisateur) {
        this.utilisateur = utilisateur;
    }

    /** Vrai si l'agent a plusieurs établissements. */
    public boolean isPlusieurs() {
        return getEtablissements().size() > 1;
    }

    /** Le nom d'un de ses établissements ; son UAI si la base ne le connaît pas. */
    public String nom(String uai) {
        return getEtablissements().stream()
                .filter(e -> e.uai().equals(uai))
                .map(Etablissement::nom)
                .findFirst()
                .orElse(uai);
    }

    /** Par nom ; ceux que la base ne connaît pas n'y sont pas. */
    public List<Etablissement> getEtablissements() {
        return utilisateur.etablissements();
    }
}
