package fr.academie.teleservices.regroupement.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import fr.academie.teleservices.acces.web.SuiteDUnCompteFerme;
import fr.academie.teleservices.regroupement.RegroupementService;
import fr.academie.teleservices.socle.web.Chemins;
import fr.academie.teleservices.socle.web.Parametres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Double clic, retour en arrière, rechargement : qui a regroupé en fermant son propre compte revient toujours au résultat. */
@Singleton
class ResultatSansSession implements SuiteDUnCompteFerme {

    private static final Set<String> ETAPES = Set.of("/compte/confirmation", "/compte/regroupement");

    private final RegroupementService regroupements;

    @Inject
    ResultatSansSession(RegroupementService regroupements) {
        this.regroupements = regroupements;
    }

    @Override
    public Optional<String> adresse(SessionUtilisateur finie, HttpServletRequest requete) {
        return ETAPES.contains(Chemins.chemin(requete))
                ? Parametres.jeton(requete.getParameter("demande"))
                        .filter(lot ->
                                regroupements.faitAvantDeFermer(finie, lot).isPresent())
                        .map(lot -> "/comptes-regroupes?demande=" + lot)
                : Optional.empty();
    }
}
