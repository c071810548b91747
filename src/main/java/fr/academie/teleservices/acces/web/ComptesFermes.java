package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.socle.web.PageDeRefus;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dit « compte fermé » au titulaire, et avec quel compte le sien a été regroupé.
 *
 * <p>La session du compte qui vient de fermer n'est pas invalidée : une autre de ses requêtes peut être en cours (double clic), et toutes
 * lisent alors la même page, qu'un rechargement redit. Elle n'ouvre plus rien. Qui vient de fermer lui-même son compte, pour en garder un
 * autre, lit ce qu'il a fait.
 */
@Singleton
final class ComptesFermes {

    /** Attribut de requête : l'identifiant du compte où sont maintenant les enfants. */
    private static final String ABSORBANT = "absorbant";

    private final CompteService comptes;
    private final LigneeService lignees;
    private final List<SuiteDUnCompteFerme> suites;

    @Inject
    ComptesFermes(CompteService comptes, LigneeService lignees, Instance<SuiteDUnCompteFerme> suites) {
        this(comptes, lignees, suites.stream().toList());
    }

    /** Assemblée à la main. */
    ComptesFermes(CompteService comptes, LigneeService lignees, List<SuiteDUnCompteFerme> suites) {
        this.comptes = comptes;
        this.lignees = lignees;
        this.suites = suites;
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
        Optional<String> suite = suite(requete);
        if (suite.isPresent()) {
            Redirections.envoyer(requete, reponse, requete.getContextPath() + suite.get());
            return;
        }
        Map<Long, Long> aboutissements = lignees.aboutissements(List.of(ferme.id()));
        Optional.ofNullable(aboutissements.get(ferme.id()))
                .filter(id -> id != ferme.id())
                .flatMap(comptes::parId)
                .ifPresent(absorbant ->
                        requete.setAttribute(ABSORBANT, absorbant.identifiant().valeur()));
        PageDeRefus.montrer(requete, reponse, HttpServletResponse.SC_FORBIDDEN, "compte-ferme");
    }

    private Optional<String> suite(HttpServletRequest requete) {
        HttpSession http = requete.getSession(false);
        return http != null && http.getAttribute(SessionUtilisateur.ATTRIBUT) instanceof SessionUtilisateur finie
                ? suites.stream()
                        .flatMap(suite -> suite.adresse(finie, requete).stream())
                        .findFirst()
                : Optional.empty();
    }
}
