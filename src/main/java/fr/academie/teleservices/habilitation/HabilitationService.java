package fr.academie.teleservices.habilitation;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.agent.JournalDuBureau.Cible;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.SourceDesHabilitations;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final boolean parLAnnuaire;

    @Inject
    public HabilitationService(Transactions transactions, JournalDuBureau journal, ProfilAcademie profil) {
        this.transactions = transactions;
        this.habilitations = transactions.mapper(HabilitationMapper.class);
        this.journal = journal;
        this.parLAnnuaire = profil.agents().source() == SourceDesHabilitations.CAS;
    }

    /** Qui est un agent que l'application ne connaît pas encore : le CAS l'authentifie, le chef dit son nom. */
    public record Personne(String nom, String prenom, String mail) {

        boolean estComplete() {
            return !nom.isBlank()
                    && nom.length() <= LONGUEUR_DES_NOMS
                    && !prenom.isBlank()
                    && prenom.length() <= LONGUEUR_DES_NOMS
                    && mail.length() <= LONGUEUR_DU_MAIL
                    && mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        }
    }

    /** Un agent que l'application connaît déjà. */
    public record AgentConnu(long id, Profil profil, String nom, String prenom) {

        public String nomComplet() {
            return prenom + " " + nom;
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

    /**
     * L'agent que désigne cet identifiant, avant de l'habiliter ; vide si l'application ne le connaît pas encore.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE, IDENTIFIANT_REFUSE ou DEJA_HABILITE
     */
    public Optional<AgentConnu> candidat(Agent chef, String uai, String saisie) throws HabilitationRefusee {
        exigerLeChef(chef, uai);
        Identifiant identifiant = identifiant(saisie);
        refuserSi(
                habilitations.habilites(uai).stream()
                        .anyMatch(a -> a.identifiant().equals(identifiant.valeur())),
                RefusHabilitation.DEJA_HABILITE);
        return connu(identifiant);
    }

    /**
     * Habilite un agent.
     *
     * @param personne qui il est, s'il n'est pas encore connu ; sans effet sur un agent connu
     * @throws HabilitationRefusee les codes de {@link #candidat}, ou PERSONNE_INCOMPLETE
     */
    public void donner(Agent chef, String uai, String saisie, Personne personne, boolean commeChef)
            throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        transactions.executer(() -> {
            verrouiller(chef, uai);
            Optional<AgentConnu> connu = candidat(chef, uai, saisie);
            Identifiant identifiant = identifiant(saisie);
            if (connu.isEmpty()) {
                refuserSi(!personne.estComplete(), RefusHabilitation.PERSONNE_INCOMPLETE);
                habilitations.ajouterAgent(identifiant.valeur(), personne);
                connu = connu(identifiant);
            }
            habilitations.donner(connu.orElseThrow().id(), uai, commeChef);
            noter(chef, ActionBureau.HABILITATION_DONNEE, uai, identifiant.valeur(), commeChef);
        });
    }

    /**
     * Fait de l'agent un chef, ou cesse d'en faire un ; sans effet s'il l'est (ou ne l'est pas) déjà.
     *
     * @throws HabilitationRefusee RESERVE_AU_CHEF, TENUES_PAR_L_ANNUAIRE, PAS_HABILITE ou DERNIER_CHEF
     */
    public void changer(Agent chef, String uai, long agentId, boolean commeChef) throws HabilitationRefusee {
        Acte.CHANGER_UNE_HABILITATION.exiger(chef);
        transactions.executer(() -> {
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
        transactions.executer(() -> {
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

    /** Un identifiant d'agent d'établissement possible : ni un responsable, ni un élève ne devient agent par une faute de frappe. */
    private Identifiant identifiant(String saisie) throws HabilitationRefusee {
        Identifiant identifiant = Identifiant.lire(saisie)
                .orElseThrow(() -> new HabilitationRefusee(RefusHabilitation.IDENTIFIANT_REFUSE));
        AgentConnu connu = habilitations.connu(identifiant.valeur());
        refuserSi(
                habilitations.estAutre(identifiant.valeur())
                        || (connu != null && connu.profil() != Profil.ETABLISSEMENT),
                RefusHabilitation.IDENTIFIANT_REFUSE);
        return identifiant;
    }

    private Optional<AgentConnu> connu(Identifiant identifiant) {
        @Nullable AgentConnu connu = habilitations.connu(identifiant.valeur());
        return Optional.ofNullable(connu);
    }

    private void noter(Agent chef, ActionBureau action, String uai, String agent, boolean commeChef) {
        journal.noter(
                chef,
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
