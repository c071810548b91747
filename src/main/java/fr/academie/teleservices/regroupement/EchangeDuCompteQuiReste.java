package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.compte.Portee;
import fr.academie.teleservices.compte.PorteeService;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Le compte qui reste, choisi avant de confirmer : le compte connecté, ou l'un de ceux que le titulaire a prouvés par leur propre mot de passe
 * choisi. Un courrier, un code ou un lien n'y suffit pas : il ouvrirait à qui le tient tout ce qui est regroupé. Le choix reste au serveur ;
 * rien d'autre ne change avant VALIDER.
 */
@Singleton
public final class EchangeDuCompteQuiReste {

    private final PorteeService portees;
    private final Transactions transactions;
    private final RegroupementMapper regroupements;
    private final Clock horloge;

    @Inject
    public EchangeDuCompteQuiReste(PorteeService portees, Transactions transactions, Clock horloge) {
        this.portees = portees;
        this.transactions = transactions;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.horloge = horloge;
    }

    /**
     * Ce compte du lot restera, et le compte connecté se fermera ; une seconde fois ne change rien.
     *
     * @param jeton la demande qui l'a prouvé ; nul pour que le compte connecté reste
     * @throws RegroupementRefuse DEMANDE_PERIMEE si le lot n'est pas de cette session, ou a servi ; RESTE_IMPOSSIBLE si ce compte n'en est
     *     pas, ou a été prouvé autrement que par le mot de passe choisi qu'il a encore ; rien n'est modifié
     */
    public void garder(Demandeur demandeur, UUID lot, @Nullable UUID jeton) throws RegroupementRefuse {
        (jeton == null ? Acte.REGROUPER : Acte.CHANGER_LE_COMPTE_QUI_RESTE).exiger(demandeur);
        transactions.executer(() -> {
            Instant maintenant = horloge.instant();
            Long session = regroupements.tenirLeLot(lot, demandeur.responsableId());
            if (session == null
                    || session != demandeur.sessionId()
                    || regroupements.faits(lot, demandeur.responsableId())) {
                throw new RegroupementRefuse(RefusRegroupement.DEMANDE_PERIMEE);
            }
            if (jeton != null) {
                DemandeDeRegroupement demande =
                        regroupements.demandes(lot, demandeur.responsableId(), maintenant).stream()
                                .filter(d -> d.jeton().equals(jeton) && possible(demandeur, d))
                                .findFirst()
                                .orElseThrow(() -> new RegroupementRefuse(RefusRegroupement.RESTE_IMPOSSIBLE));
                // Une portée tombée avec le temps ne doit pas revenir avec les élèves que le regroupement apporte.
                portees.lever(demande.secondaireId());
            }
            regroupements.garder(lot, demandeur.responsableId(), jeton);
        });
    }

    private boolean possible(Demandeur demandeur, DemandeDeRegroupement demande) {
        return possible(demandeur, demande, portees.courante(demande.secondaireId()));
    }

    /**
     * Vrai si le compte de cette demande peut rester : son mot de passe choisi, prouvé, l'ouvre tout entier.
     *
     * @param courantes les portées des comptes du lot
     */
    boolean possible(Demandeur demandeur, DemandeDeRegroupement demande, Map<Long, Portee> courantes) {
        return possible(demandeur, demande, Optional.ofNullable(courantes.get(demande.secondaireId())));
    }

    private boolean possible(Demandeur demandeur, DemandeDeRegroupement demande, Optional<Portee> courante) {
        Instant maintenant = horloge.instant();
        return demande.choisi()
                && demande.vaut(demandeur.sessionId(), maintenant)
                && courante.filter(portee -> portee.limite(maintenant)).isEmpty();
    }

    /** Les demandes faites de ce lot, dans cette session-là, qui est finie depuis ; vide s'il n'y en a pas. */
    List<DemandeDeRegroupement> faites(long compteId, long sessionId, UUID lot) {
        return regroupements.demandes(lot, compteId, horloge.instant()).stream()
                .filter(d -> d.faitLe() != null && d.sessionId() == sessionId)
                .toList();
    }
}
