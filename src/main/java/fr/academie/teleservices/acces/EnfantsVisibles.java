package fr.academie.teleservices.acces;

import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.ScolariteService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Les enfants d'un compte que la session d'un responsable voit : tous, ou ceux de l'établissement auquel elle se limite. */
@Singleton
public final class EnfantsVisibles {

    private final ScolariteService scolarite;

    @Inject
    public EnfantsVisibles(ScolariteService scolarite) {
        this.scolarite = scolarite;
    }

    /** Par prénom, liens contestés compris, liens retirés exclus ; vide si aucun. */
    public List<Enfant> de(Demandeur demandeur) {
        String portee = demandeur.portee();
        return portee == null
                ? scolarite.enfants(demandeur.responsableId())
                : scolarite.enfants(demandeur.responsableId(), List.of(portee));
    }
}
