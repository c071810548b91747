package fr.academie.teleservices.porte.web;

import fr.academie.teleservices.acces.UtilisateurCourant;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.porte.CourrierPresente;
import fr.academie.teleservices.porte.PorteService;
import fr.academie.teleservices.regroupement.PreuveService;
import fr.academie.teleservices.regroupement.RefusRegroupement;
import fr.academie.teleservices.regroupement.RegroupementRefuse;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.regroupement.web.Etapes;
import fr.academie.teleservices.socle.texte.Textes;
import fr.academie.teleservices.socle.web.Recapitulatif;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Une fois connecté avec le compte à garder : le courrier qui attendait prouve l'autre, et l'étape 2 s'ouvre. */
@Named("suiteDuCourrier")
@RequestScoped
public class SuiteBean {

    private static final String COURRIER = "/courrier?faces-redirect=true&motif=PERIME";

    private final PorteService portes;
    private final PreuveService preuves;
    private final CookieDuCourrier cookies;
    private final UtilisateurCourant utilisateur;
    private final HttpServletRequest requete;
    private final Recapitulatif recapitulatif;
    private final Textes textes;

    private @Nullable Compte compte;

    @Inject
    public SuiteBean(
            PorteService portes,
            PreuveService preuves,
            CookieDuCourrier cookies,
            UtilisateurCourant utilisateur,
            HttpServletRequest requete,
            Recapitulatif recapitulatif,
            Textes textes) {
        this.portes = portes;
        this.preuves = preuves;
        this.cookies = cookies;
        this.utilisateur = utilisateur;
        this.requete = requete;
        this.recapitulatif = recapitulatif;
        this.textes = textes;
    }

    /** À l'arrivée : la page du courrier, qui dit pourquoi, s'il n'attend plus. */
    public @Nullable String charger() {
        CourrierPresente courrier = portes.presente(cookies.lire(requete)).orElse(null);
        compte = courrier == null ? null : portes.compte(courrier);
        return courrier == null ? COURRIER : null;
    }

    /** CONTINUER, que le script presse : la demande de regroupement, puis l'étape 2. */
    public @Nullable String continuer() {
        CourrierPresente courrier = portes.presente(cookies.lire(requete)).orElse(null);
        if (courrier == null) {
            return COURRIER;
        }
        compte = portes.compte(courrier);
        try {
            return Etapes.confirmation(preuves.prouverParCourrier(utilisateur.demandeur(), courrier.responsableId()));
        } catch (RegroupementRefuse e) {
            if (e.code() == RefusRegroupement.PRINCIPAL_NON_ACTIF) {
                return Etapes.ACTIVATION;
            }
            recapitulatif.signaler(
                    e.code() == RefusRegroupement.PREUVE_REFUSEE
                            ? textes.de("courrier.suite.refus")
                            : textes.avec(
                                    "regroupement.refus." + e.code().name(), "", "", RegroupementService.AU_PLUS));
            return null;
        }
    }

    /** Le compte que nomme le courrier. */
    public @Nullable Compte getCompte() {
        return compte;
    }
}
