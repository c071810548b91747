package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.porte.web.CourrierEnMain.EnMain;
import fr.academie.teleservices.scolarite.Enfant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « Avez-vous déjà un compte ? » : de qui est ce courrier, pour quels enfants, avant que quoi que ce soit ne se fasse. */
@Named("questionDuCourrier")
@RequestScoped
public class QuestionBean {

    private static final String COURRIER = "/courrier?faces-redirect=true&motif=PERIME";

    private final PorteService portes;
    private final CourrierEnMain courriers;
    private final UtilisateurCourant utilisateur;
    private final HttpServletRequest requete;

    private String de = "";
    private String suite = "";
    private @Nullable EnMain enMain;
    private @Nullable Compte compte;
    private List<Enfant> enfants = List.of();

    @Inject
    public QuestionBean(
            PorteService portes, CourrierEnMain courriers, UtilisateurCourant utilisateur, HttpServletRequest requete) {
        this.portes = portes;
        this.courriers = courriers;
        this.utilisateur = utilisateur;
        this.requete = requete;
    }

    /** À l'arrivée : la page du courrier à qui n'en a plus. */
    public @Nullable String charger() {
        enMain = courriers.lire(requete, de).orElse(null);
        if (enMain == null) {
            return COURRIER;
        }
        compte = portes.compte(enMain.courrier());
        enfants = portes.enfants(enMain.courrier());
        return null;
    }

    /** Le compte que nomme le courrier. */
    public @Nullable Compte getCompte() {
        return compte;
    }

    public List<Enfant> getEnfants() {
        return enfants;
    }

    /** Vrai si la personne connectée l'est avec un autre compte, qu'elle peut garder. */
    public boolean isDejaConnecte() {
        return compte != null
                && utilisateur.isResponsable()
                && utilisateur.getCompte().id() != compte.id()
                && !utilisateur.getCompte().doitChoisirSonMotDePasse();
    }

    /** Vrai si la recherche d'un compte vient d'être demandée. */
    public boolean isCherche() {
        return "CHERCHE".equals(suite);
    }

    public String getDe() {
        return de;
    }

    public void setDe(String de) {
        this.de = de;
    }

    public String getSuite() {
        return suite;
    }

    public void setSuite(String suite) {
        this.suite = suite;
    }
}
