package fr.academie.teleservices.contestation.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.contestation.ReponseLue;
import fr.academie.teleservices.contestation.ReponseService;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.socle.texte.NomCourant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ce que les établissements ont répondu aux contestations du responsable connecté, sur la page de ses enfants. */
@Named("reponses")
@RequestScoped
public class ReponsesBean {

    private final ReponseService reponses;
    private final UtilisateurCourant utilisateur;
    private @Nullable List<ReponseLue> lues;

    @Inject
    public ReponsesBean(ReponseService reponses, UtilisateurCourant utilisateur) {
        this.reponses = reponses;
        this.utilisateur = utilisateur;
    }

    /** Les contestations confirmées : l'élève n'est plus dans la liste, la raison se lit au-dessus. */
    public List<ReponseLue> getConfirmees() {
        return lire().stream().filter(ReponseLue::confirme).toList();
    }

    /** Le prénom de l'élève d'une réponse, et son nom si un autre élève de cette page a le même prénom. */
    public String nom(ReponseLue reponse, List<Enfant> enfants) {
        String prenom = NomCourant.ecrire(reponse.prenom());
        boolean autre = Stream.concat(
                        enfants.stream()
                                .map(Enfant::eleve)
                                .filter(e -> e.id() != reponse.eleveId())
                                .map(Eleve::prenom),
                        lire().stream()
                                .filter(r -> r.eleveId() != reponse.eleveId())
                                .map(ReponseLue::prenom))
                .anyMatch(p -> Identite.normaliser(p).equals(Identite.normaliser(reponse.prenom())));
        return autre ? prenom + " " + reponse.nom().toUpperCase(Locale.ROOT) : prenom;
    }

    /** La raison pour laquelle cet enfant est toujours là ; nulle si aucune contestation n'a été rejetée. */
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
            deja = utilisateur.isResponsable() ? reponses.reponses(utilisateur.demandeur()) : List.of();
            lues = deja;
        }
        return deja;
    }
}
