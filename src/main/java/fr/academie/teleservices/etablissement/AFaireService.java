package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Ce qui attend un agent dans ses établissements : des nombres et des dates, le nom de personne. */
@Singleton
public final class AFaireService {

    private final AFaireMapper aFaire;

    @Inject
    public AFaireService(Transactions transactions) {
        this.aFaire = transactions.mapper(AFaireMapper.class);
    }

    /** Le plus ancien d'abord ; vide s'il n'y a rien, ou pour un agent sans établissement. */
    public List<AFaire> pour(Agent agent) {
        return agent.profil() != Profil.ETABLISSEMENT || agent.uais().isEmpty() ? List.of() : aFaire.lire(agent.uais());
    }
}
