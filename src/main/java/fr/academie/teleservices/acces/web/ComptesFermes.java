package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.socle.web.PageDeRefus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dit « compte fermé » au titulaire, et avec quel compte le sien a été regroupé.
 *
 * <p>La session du compte qui vient de fermer n'est pas invalidée : une autre de ses requêtes peut être en cours (double clic), et toutes
 * lisent alors la même page, qu'un rechargement redit. Elle n'ouvre plus rien.
 */
@Singleton
final class ComptesFermes {

    /** Attribut de requête : l'identifiant du compte où sont maintenant les enfants. */
    private static final String ABSORBANT = "absorbant";

    private final CompteService comptes;
    private final LigneeService lignees;

    @Inject
    ComptesFermes(CompteService comptes, LigneeService lignees) {
        this.comptes = comptes;
        this.lignees = lignees;
    }

    /** Le compte de cette session, s'il est fermé. */
    Optional<Compte> de(SessionUtilisateur session) {
        return session.profil() != Profil.RESPONSABLE
                ? Optional.empty()
                : comptes.parIdentifiant(session.identifiant()).filter(lu -> lu.etat() == EtatCompte.FERME);
    }

    /** Montre la page à qui s'est identifié par ce compte. */
    void montrer(HttpServletRequest requete, HttpServletResponse reponse, Compte ferme)
            throws ServletException, IOException {
        Map<Long, Long> aboutissements = lignees.aboutissements(List.of(ferme.id()));
        Optional.ofNullable(aboutissements.get(ferme.id()))
                .filter(id -> id != ferme.id())
                .flatMap(comptes::parId)
                .ifPresent(absorbant ->
                        requete.setAttribute(ABSORBANT, absorbant.identifiant().valeur()));
        PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "compte-ferme");
    }
}
