package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.scolarite.Etablissement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
    private @Nullable String uai;

    @Inject
    public EtablissementChoisi(UtilisateurCourant utilisateur, BureauBean bureau) {
        this.utilisateur = utilisateur;
        this.bureau = bureau;
    }

    /** Celui que la requête demande ; nul si elle n'en demande aucun. Vide, il n'en désigne aucun : on n'agit pas pour un autre que celui montré. */
    public void setUai(@Nullable String uai) {
        this.uai = uai;
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
        return parmi.stream().filter(e -> uai == null || e.uai().equals(uai)).findFirst();
    }
}
