package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Etablissement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * L'établissement que l'adresse demande par {@code uai}, parmi ceux de l'agent : le premier si elle n'en demande aucun, aucun si elle
 * en demande un autre.
 */
@Named("choisi")
@RequestScoped
public class EtablissementChoisi {

    private final UtilisateurCourant utilisateur;
    private final BureauBean bureau;
    private final @Nullable String demande;

    @Inject
    public EtablissementChoisi(UtilisateurCourant utilisateur, BureauBean bureau, HttpServletRequest requete) {
        this.utilisateur = utilisateur;
        this.bureau = bureau;
        this.demande = requete.getParameter("uai");
    }

    /** Parmi les établissements où il agit. */
    public Optional<Etablissement> agi() {
        return choisir(bureau.getEtablissements());
    }

    /** Parmi ceux qu'il dirige. */
    public Optional<Etablissement> dirige() {
        return choisir(getDiriges());
    }

    public List<Etablissement> getDiriges() {
        return bureau.getEtablissements().stream()
                .filter(e -> utilisateur.agent().dirige(e.uai()))
                .toList();
    }

    private Optional<Etablissement> choisir(List<Etablissement> parmi) {
        return parmi.stream()
                .filter(e -> demande == null || e.uai().equals(demande))
                .findFirst();
    }
}
