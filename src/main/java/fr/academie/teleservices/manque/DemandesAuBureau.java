package fr.academie.teleservices.manque;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.SignesInvisibles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Les demandes de courrier vues et closes par les agents des établissements à qui elles sont faites. Chaque regard laisse sa ligne au journal du bureau. */
@Singleton
public final class DemandesAuBureau {

    static final int MOTIF_MAX = 500;

    private static final JsonObject DETAILS =
            FabriqueJson.objet().add("liste", "DEMANDES").build();
    private static final int LOT = 500;

    private final CompteService comptes;
    private final EnvoiDeCourriels courriels;
    private final JournalDuBureau bureau;
    private final Transactions transactions;
    private final DemandeMapper demandes;
    private final Clock horloge;

    @Inject
    public DemandesAuBureau(
            CompteService comptes,
            EnvoiDeCourriels courriels,
            JournalDuBureau bureau,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.courriels = courriels;
        this.bureau = bureau;
        this.transactions = transactions;
        this.demandes = transactions.mapper(DemandeMapper.class);
        this.horloge = horloge;
    }

    /** Reçoit une demande. */
    @FunctionalInterface
    public interface Lecteur<E extends Exception> {
        void lire(DemandeDeCourrier demande) throws E;
    }

    /** Une page de celles qui attendent l'agent, d'un de ses établissements ou de tous (nul) ; une page vide ne nomme personne et ne se note pas. */
    public List<DemandeDeCourrier> page(Agent agent, @Nullable String uai, int passes, int combien) {
        List<DemandeDeCourrier> lues = enAttente(agent, uai, passes, combien);
        if (!lues.isEmpty()) {
            bureau.noter(agent, ActionBureau.CONSULTATION, Cible.AUCUNE, DETAILS);
        }
        return lues;
    }

    /** Combien attendent l'agent. */
    public int compter(Agent agent, @Nullable String uai) {
        return agent.uais().isEmpty() ? 0 : demandes.compter(parmi(agent, uai));
    }

    /** Une demande faite à l'un de ses établissements, close ou non ; vide, et rien de noté, sinon. */
    public Optional<DemandeDeCourrier> lire(Agent agent, long id) {
        Optional<DemandeDeCourrier> lue = relire(agent, id);
        lue.ifPresent(demande -> bureau.noter(agent, ActionBureau.CONSULTATION, cible(demande)));
        return lue;
    }

    /** De même, sans rien noter : celle que l'agent a déjà sous les yeux. */
    public Optional<DemandeDeCourrier> relire(Agent agent, long id) {
        return agent.uais().isEmpty() ? Optional.empty() : Optional.ofNullable(demandes.lire(agent.uais(), id));
    }

    /** Donne à {@code lecteur} toutes celles qui attendent l'agent, par lots. */
    public <E extends Exception> void exporter(Agent agent, @Nullable String uai, Lecteur<E> lecteur) throws E {
        bureau.noter(agent, ActionBureau.EXPORT, Cible.AUCUNE, DETAILS);
        List<DemandeDeCourrier> lot;
        int passes = 0;
        do {
            lot = enAttente(agent, uai, passes, LOT);
            for (DemandeDeCourrier demande : lot) {
                lecteur.lire(demande);
            }
            passes += LOT;
        } while (lot.size() == LOT);
    }

    /**
     * Clôt une demande : le courrier est fait, ou il n'y en aura pas et le responsable lit pourquoi. Il en est averti à son adresse.
     *
     * @param motif lu par le responsable ; ne compte que sans suite
     * @return faux si cette demande n'est pas faite à un établissement de l'agent : rien n'est écrit
     * @throws DemandeRefusee MOTIF_ABSENT, MOTIF_TROP_LONG ou DEJA_CLOSE ; rien n'est écrit
     */
    public boolean clore(Agent agent, long id, EtatDemande etat, String motif) throws DemandeRefusee {
        String raison = etat == EtatDemande.SANS_SUITE ? exigerUneRaison(motif) : null;
        return transactions.executer(() -> {
            DemandeDeCourrier demande = relire(agent, id).orElse(null);
            if (demande == null) {
                return false;
            }
            Compte compte = comptes.verrouiller(demande.responsableId());
            if (demandes.clore(
                            id,
                            etat,
                            raison,
                            horloge.instant(),
                            agent.identifiant().valeur())
                    == 0) {
                throw new DemandeRefusee(RefusDemande.DEJA_CLOSE);
            }
            bureau.noter(
                    agent,
                    etat == EtatDemande.FAITE ? ActionBureau.DEMANDE_FAITE : ActionBureau.DEMANDE_SANS_SUITE,
                    cible(demande));
            avertir(compte, demande, etat, raison);
            return true;
        });
    }

    private void avertir(Compte compte, DemandeDeCourrier demande, EtatDemande etat, @Nullable String raison) {
        if (compte.mail() != null) {
            courriels.deposerEn(
                    compte.langue(),
                    etat == EtatDemande.FAITE ? "demande.faite" : "demande.sans_suite",
                    compte.mail(),
                    compte.identite().nomCourant(),
                    demande.enfant().nomComplet(),
                    demande.etablissement(),
                    raison == null ? "" : raison);
        }
    }

    private static String exigerUneRaison(String motif) throws DemandeRefusee {
        String raison = motif.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (SignesInvisibles.seulsDans(raison)) {
            throw new DemandeRefusee(RefusDemande.MOTIF_ABSENT);
        }
        if (raison.codePointCount(0, raison.length()) > MOTIF_MAX) {
            throw new DemandeRefusee(RefusDemande.MOTIF_TROP_LONG);
        }
        return raison;
    }

    private static Cible cible(DemandeDeCourrier demande) {
        return new Cible(demande.uai(), demande.responsableId(), null);
    }

    private List<DemandeDeCourrier> enAttente(Agent agent, @Nullable String uai, int passes, int combien) {
        return agent.uais().isEmpty() ? List.of() : demandes.enAttente(parmi(agent, uai), passes, combien);
    }

    private static Set<String> parmi(Agent agent, @Nullable String uai) {
        return uai != null && agent.agitPour(uai) ? Set.of(uai) : agent.uais();
    }
}
