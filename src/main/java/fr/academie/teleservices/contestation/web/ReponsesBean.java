package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.contestation.ReponseLue;
import fr.academie.teleservices.contestation.SignalementService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ce que les établissements ont répondu aux signalements du responsable connecté, sur la page de ses enfants. */
@Named("reponses")
@RequestScoped
public class ReponsesBean {

    private final SignalementService signalements;
    private final UtilisateurCourant utilisateur;
    private @Nullable List<ReponseLue> lues;

    @Inject
    public ReponsesBean(SignalementService signalements, UtilisateurCourant utilisateur) {
        this.signalements = signalements;
        this.utilisateur = utilisateur;
    }

    /** Les signalements confirmés : l'élève n'est plus dans la liste, la raison se lit au-dessus. */
    public List<ReponseLue> getConfirmees() {
        return lire().stream().filter(ReponseLue::confirme).toList();
    }

    /** La raison pour laquelle cet enfant est toujours là ; nulle si aucun signalement n'a été rejeté. */
    public @Nullable ReponseLue rejet(Enfant enfant) {
        return enfant.etat() != EtatRattachement.ACTIF
                ? null
                : lire().stream()
                        .filter(r ->
                                !r.confirme() && r.eleveId() == enfant.eleve().id())
                        .findFirst()
                        .orElse(null);
    }

    private List<ReponseLue> lire() {
        List<ReponseLue> deja = lues;
        if (deja == null) {
            deja = utilisateur.isResponsable()
                    ? signalements.reponses(utilisateur.getCompte().id())
                    : List.of();
            lues = deja;
        }
        return deja;
    }
}
