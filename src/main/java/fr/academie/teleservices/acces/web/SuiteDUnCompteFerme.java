package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.SessionUtilisateur;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Où lit ce qu'elle a fait la personne qui vient de fermer elle-même le compte de sa session. Une pièce qui le permet en a une, que CDI trouve. */
public interface SuiteDUnCompteFerme {

    /** L'adresse, dans l'application, de la page qui le dit ; vide si ce n'est pas cette session qui l'a fermé, ou si la requête parle d'autre chose. */
    Optional<String> adresse(SessionUtilisateur finie, HttpServletRequest requete);
}
