package fr.academie.teleservices.habilitation;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.SourceDesHabilitations;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.texte.OrdreFrancais;
import fr.academie.teleservices.socle.texte.SignesInvisibles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Le chef d'un établissement y donne et y retire les habilitations des agents.
 *
 * <p>Chaque changement relit, l'établissement sous verrou, que le demandeur le dirige encore, et laisse toujours un chef. Un droit
 * retiré ne vaut plus dès la requête suivante de l'agent ({@link AgentService#relire}).
 */
@Singleton
public final class HabilitationService {

    private static final int LONGUEUR_DES_NOMS = 100;
    private static final int LONGUEUR_DU_MAIL = 254;

    private final Transactions transactions;
    private final HabilitationMapper habilitations;
    private final JournalDuBureau journal;
    private final Clock horloge;
    private final boolean parLAnnuaire;

    @Inject
    public HabilitationService(
            Transactions transactions, JournalDuBureau journal, ProfilAcademie profil, Clock horloge) {
        this.transactions = transactions;
        this.habilitations = transactions.mapper(HabilitationMapper.class);
        this.journal = journal;
        this.horloge = horloge;
        this.parLAnnuaire = profil.agents().source() == SourceDesHabilitations.CAS;
    }

    /** Qui est l'agent, d'après le chef : l'application ne lui dit pas ce qu'elle en sait peut-être déjà. */
    public record Personne(String nom, String prenom, String mail) {

        boolean estComplete() {
            return !SignesInvisibles.seulsDans(nom)
                    && nom.length() <= LONGUEUR_DES_NOMS
                    && !SignesInvisibles.seulsDans(prenom)
                    && prenom.length() <= LONGUEUR_DES_NOMS
                    && mail.length() <= LONGUEUR_DU_MAIL
                    && mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        }
    }

    /** Vrai si les habilitations viennent de l'annuaire de l'académie : rien ne se change ici. */
    public boolean sontTenuesParLAnnuaire() {
        return parLAnnuaire;
    }

    /** Les agents habilités pour cet établissement, les chefs d'abord ; vide si le demandeur ne le dirige pas. */
    public List<AgentHabilite> habilites(Agent chef, String uai) {
        return parLAnnuaire || !chef.dirige(uai) ? List.of() : habilitations.habilites(uai);
    }

    /** L'agent habilité de ce numéro ; vide s'il ne l'est pas pour cet établissement. */
    public Optional<AgentHabilite> habilite(Agent chef, String uai, long agentId) {
        return habilites(chef, uai).stream().filter(a -> a.id() == agentId).findFirst();
    }

    /** Les habilitations de l'établissement que leur agent n'a pas encore ouvertes ; vide si le demandeur ne le dirige pas. */
    public List<HabilitationAttendue> attendues(Agent chef, String uai) {
        return parLAnnuaire || !chef.dirige(uai)
                ? List.of()
                : habilitations.attendues(uai).stream()
                        .sorted(Comparator.comparing(HabilitationAttendue::nom, OrdreFrancais.comparateur())
                                .thenComparing(HabilitationAttendue::prenom, OrdreFrancais.comparateur()))
                        .toList();
    }

    /** L'habilitation de ce numéro qui n'est pas encore ouverte ; vide si elle n'est pas de cet établissement. */
    public Optional<HabilitationAttendue> attendue(Agent chef, String uai, long id) {
        return attendues(chef, uai).stream().filter(a -> a.id() == id).findFirst();
    }

    /**
     * Habilite l'agent qui porte cet identifiant. Elle s'ouvre quand il se connecte, s'il en est un : la réponse est la même que
     * l'identifiant soit inconnu, celui d'un responsable, ou celui d'un agent d'ailleurs.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE, IDENTIFIANT_REFUSE, PERSONNE_INCOMPLETE, ou DEJA_HABILITE
     */
    public void donner(Agent chef, String uai, String saisie, Personne personne, boolean commeChef)
            throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        String identifiant = Identifiant.lire(saisie).map(Identifiant::valeur).orElse("");
        tenter(chef, uai, identifiant, () -> {
            List<AgentHabilite> agents = verrouiller(chef, uai);
            ajouter(chef.auteur(), uai, identifiant, personne, commeChef, agents);
        });
    }

    /**
     * Habilite comme chef, de la part de l'exploitation, l'agent qui porte cet identifiant : le premier d'un établissement, que personne
     * ne peut encore y nommer. Elle s'ouvre quand il se connecte.
     *
     * @throws HabilitationRefusee TENUES_PAR_L_ANNUAIRE, ETABLISSEMENT_INCONNU, CHEF_EN_PLACE, IDENTIFIANT_REFUSE, PERSONNE_INCOMPLETE,
     *     ou DEJA_HABILITE
     */
    public void nommerLePremierChef(Auteur exploitation, String uai, String saisie, Personne personne)
            throws HabilitationRefusee {
        refuserSi(parLAnnuaire, RefusHabilitation.TENUES_PAR_L_ANNUAIRE);
        String identifiant = Identifiant.lire(saisie).map(Identifiant::valeur).orElse("");
        transactions.executer((Transactions.Geste<HabilitationRefusee>) () -> {
            refuserSi(habilitations.verrouiller(uai) == null, RefusHabilitation.ETABLISSEMENT_INCONNU);
            List<AgentHabilite> agents = habilitations.habilites(uai);
            refuserSi(agents.stream().anyMatch(AgentHabilite::chef), RefusHabilitation.CHEF_EN_PLACE);
            ajouter(exploitation, uai, identifiant, personne, true, agents);
        });
    }

    private void ajouter(
            Auteur par, String uai, String identifiant, Personne qui, boolean commeChef, List<AgentHabilite> agents)
            throws HabilitationRefusee {
        refuserSi(identifiant.isEmpty(), RefusHabilitation.IDENTIFIANT_REFUSE);
        refuserSi(!qui.estComplete(), RefusHabilitation.PERSONNE_INCOMPLETE);
        refuserSi(
                agents.stream().anyMatch(a -> a.identifiant().equals(identifiant))
                        || habilitations.attendues(uai).stream()
                                .anyMatch(a -> a.identifiant().equals(identifiant)),
                RefusHabilitation.DEJA_HABILITE);
        habilitations.donner(
                uai,
                identifiant,
                qui,
                commeChef,
                horloge.instant(),
                par.identifiant().valeur());
        noter(par, ActionBureau.HABILITATION_DONNEE, uai, identifiant, commeChef);
    }

    /**
     * Retire une habilitation que l'agent n'a pas encore ouverte.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE ou PAS_HABILITE
     */
    public void retirerAttendue(Agent chef, String uai, long id) throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        tenter(chef, uai, "", () -> {
            verrouiller(chef, uai);
            HabilitationAttendue attendue =
                    attendue(chef, uai, id).orElseThrow(() -> new HabilitationRefusee(RefusHabilitation.PAS_HABILITE));
            habilitations.retirerAttendue(id, uai);
            noter(chef, ActionBureau.HABILITATION_RETIREE, uai, attendue.identifiant(), attendue.chef());
        });
    }

    /**
     * Fait de l'agent un chef, ou cesse d'en faire un ; sans effet s'il l'est (ou ne l'est pas) déjà.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE, PAS_HABILITE ou DERNIER_CHEF
     */
    public void changer(Agent chef, String uai, long agentId, boolean commeChef) throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        tenter(chef, uai, nom(uai, agentId), () -> {
            AgentHabilite agent = aChanger(chef, uai, agentId, !commeChef);
            if (agent.chef() != commeChef) {
                habilitations.changer(agentId, uai, commeChef);
                noter(chef, ActionBureau.HABILITATION_CHANGEE, uai, agent.identifiant(), commeChef);
            }
        });
    }

    /**
     * Retire l'habilitation.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE, PAS_HABILITE ou DERNIER_CHEF
     */
    public void retirer(Agent chef, String uai, long agentId) throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        tenter(chef, uai, nom(uai, agentId), () -> {
            AgentHabilite agent = aChanger(chef, uai, agentId, true);
            habilitations.retirer(agentId, uai);
            noter(chef, ActionBureau.HABILITATION_RETIREE, uai, agent.identifiant(), agent.chef());
        });
    }

    /** L'agent visé, l'établissement sous verrou ; {@code perdLaDirection} : l'établissement doit garder un autre chef. */
    private AgentHabilite aChanger(Agent chef, String uai, long agentId, boolean perdLaDirection)
            throws HabilitationRefusee {
        List<AgentHabilite> agents = verrouiller(chef, uai);
        AgentHabilite agent = agents.stream()
                .filter(a -> a.id() == agentId)
                .findFirst()
                .orElseThrow(() -> new HabilitationRefusee(RefusHabilitation.PAS_HABILITE));
        boolean resteUnChef = agents.stream().anyMatch(a -> a.chef() && a.id() != agentId);
        refuserSi(perdLaDirection && agent.chef() && !resteUnChef, RefusHabilitation.DERNIER_CHEF);
        return agent;
    }

    private List<AgentHabilite> verrouiller(Agent chef, String uai) throws HabilitationRefusee {
        exigerLeChef(chef, uai);
        Objects.requireNonNull(habilitations.verrouiller(uai));
        List<AgentHabilite> agents = habilitations.habilites(uai);
        refuserSi(
                agents.stream()
                        .noneMatch(a -> a.chef()
                                && a.identifiant().equals(chef.identifiant().valeur())),
                RefusHabilitation.RESERVE_AU_CHEF);
        return agents;
    }

    private void exigerLeChef(Agent chef, String uai) throws HabilitationRefusee {
        refuserSi(parLAnnuaire, RefusHabilitation.TENUES_PAR_L_ANNUAIRE);
        refuserSi(!chef.dirige(uai), RefusHabilitation.RESERVE_AU_CHEF);
    }

    private String nom(String uai, long agentId) {
        return habilitations.habilites(uai).stream()
                .filter(a -> a.id() == agentId)
                .map(AgentHabilite::identifiant)
                .findFirst()
                .orElse("");
    }

    /** Fait le changement, ou laisse au journal du bureau qu'il a été refusé, et pourquoi. */
    private void tenter(Agent chef, String uai, String agent, Transactions.Geste<HabilitationRefusee> changement)
            throws HabilitationRefusee {
        try {
            transactions.executer(changement);
        } catch (HabilitationRefusee e) {
            JsonObjectBuilder details =
                    FabriqueJson.objet().add("refus", e.code().name());
            if (!agent.isEmpty()) {
                details.add("agent", agent);
            }
            journal.noter(
                    chef,
                    ActionBureau.HABILITATION_REFUSEE,
                    chef.agitPour(uai) ? new Cible(uai, null, null) : Cible.AUCUNE,
                    details.build());
            throw e;
        }
    }

    private void noter(Agent chef, ActionBureau action, String uai, String agent, boolean commeChef) {
        noter(chef.auteur(), action, uai, agent, commeChef);
    }

    private void noter(Auteur par, ActionBureau action, String uai, String agent, boolean commeChef) {
        journal.noter(
                par,
                action,
                new Cible(uai, null, null),
                FabriqueJson.objet().add("agent", agent).add("chef", commeChef).build());
    }

    private static void refuserSi(boolean condition, RefusHabilitation code) throws HabilitationRefusee {
        if (condition) {
            throw new HabilitationRefusee(code);
        }
    }
}
