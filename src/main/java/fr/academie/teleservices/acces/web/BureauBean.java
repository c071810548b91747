package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les établissements de l'agent connecté, pour toutes les pages de son bureau. */
@Named("bureau")
@RequestScoped
public class BureauBean {

    private final UtilisateurCourant utilisateur;
    private final ScolariteService scolarite;
    private @Nullable List<Etablissement> etablissements;

    @Inject
    public BureauBean(UtilisateurCourant utilisateur, ScolariteService scolarite) {
        this.utilisateur = utilisateur;
        this.scolarite = scolarite;
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
        List<Etablissement> lus = etablissements;
        if (lus == null) {
            lus = scolarite.etablissements(utilisateur.agent().uais());
            etablissements = lus;
        }
        return lus;
    }
}
