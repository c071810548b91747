package fr.academie.teleservices.agent;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.ProfilAcademie.SourceDesHabilitations;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Qui est un agent, et pour quels établissements : la table {@code habilitation}, ou les attributs du CAS quand le profil
 * d'académie les lui confie.
 */
@Singleton
public final class AgentService {

    private final Transactions transactions;
    private final AgentMapper agents;
    private final boolean selonLeCas;

    @Inject
    public AgentService(Transactions transactions, ProfilAcademie profil) {
        this.transactions = transactions;
        this.agents = transactions.mapper(AgentMapper.class);
        this.selonLeCas = profil.agents().source() == SourceDesHabilitations.CAS;
    }

    /**
     * La session qu'un agent peut ouvrir avec cette identité ; vide si le CAS ou la table n'en font pas un agent, ou s'il n'a plus
     * d'établissement : le CAS le renverrait sans fin vers un bureau qui se referme.
     *
     * @param principal son nom tel que tapé
     * @param profils ceux que le CAS lui prête ; vides s'il n'en dit rien
     * @param duCas ce que le CAS en dit si c'est un agent ; sans établissement s'il n'en dit rien
     */
    public Optional<AgentReconnu> reconnaitre(String principal, Set<Profil> profils, AgentDuCas duCas) {
        Identifiant identifiant = Identifiant.duCas(principal).orElse(null);
        if (identifiant == null) {
            return Optional.empty();
        }
        Profil profil = selonLeCas ? profilDuCas(profils, duCas) : profilDeLaTable(identifiant, profils);
        return Optional.ofNullable(profil).map(p -> new AgentReconnu(identifiant, p, selonLeCas ? duCas : null));
    }

    /** Un agent dont le CAS vient de prouver l'identité ; {@code duCas} est nul quand la table fait foi. */
    public record AgentReconnu(
            Identifiant identifiant,
            Profil profil,
            @Nullable AgentDuCas duCas) {}

    /**
     * L'agent de cette session avec ses droits d'à présent ; vide s'il n'en a plus : sorti de la table, ou sans établissement pour un
     * agent d'établissement.
     */
    public Optional<Agent> relire(AgentReconnu reconnu, Demande demande) {
        return relire(
                reconnu,
                demande,
                selonLeCas || reconnu.duCas() != null ? List.of() : agents.parIdentifiant(reconnu.identifiant()));
    }

    /** Comme {@link #relire(AgentReconnu, Demande)}, ce que la table en dit étant déjà lu. */
    public Optional<Agent> relire(AgentReconnu reconnu, Demande demande, List<LigneAgent> lignes) {
        Agent agent = reconnu.duCas() == null ? deLaTable(reconnu, demande, lignes) : duCas(reconnu, demande);
        return Optional.ofNullable(agent)
                .filter(lu -> lu.profil() == reconnu.profil())
                .filter(lu -> lu.profil() == Profil.ASSISTANCE || !lu.uais().isEmpty());
    }

    /**
     * La session d'où un agent demande quelque chose.
     *
     * @param adresse adresse IP
     * @param fraiche vrai si elle vient de se prouver
     */
    public record Demande(long sessionId, String adresse, boolean fraiche) {}

    /** Le même agent avec ses droits d'à présent, pour un travail qui dure ; quand le CAS fait foi, ceux qu'il a annoncés à la connexion. */
    public Optional<Agent> relire(Agent agent) {
        AgentDuCas duCas = selonLeCas ? new AgentDuCas(agent.nom(), agent.prenom(), agent.habilitations()) : null;
        return relire(
                new AgentReconnu(agent.identifiant(), agent.profil(), duCas),
                new Demande(agent.sessionId(), agent.adresse(), agent.frais()));
    }

    /** Vrai si qui se connecte sous cet identifiant le fait avec le mot de passe d'un agent, même s'il est aussi responsable (vue compte_cas). */
    public boolean seConnecteEnAgent(Identifiant identifiant) {
        return agents.aSonMotDePasse(identifiant.valeur());
    }

    /** Les adresses mail des agents de cet établissement ; vide si le CAS fait foi : lui seul sait qui ils sont. */
    public List<String> mails(String uai) {
        return selonLeCas ? List.of() : agents.mails(uai);
    }

    private static @Nullable Profil profilDuCas(Set<Profil> profils, AgentDuCas duCas) {
        if (profils.contains(Profil.ETABLISSEMENT)
                && !duCas.habilitations().uais().isEmpty()) {
            return Profil.ETABLISSEMENT;
        }
        return profils.contains(Profil.ASSISTANCE) ? Profil.ASSISTANCE : null;
    }

    /**
     * La table fait foi ; le CAS, quand il dit le profil, ne peut que restreindre. Quand il ne dit rien d'une personne qui est aussi un
     * responsable, il faut que le mot de passe prouvé ait pu être celui de l'agent : le courrier d'un parent n'ouvre pas un bureau.
     */
    private @Nullable Profil profilDeLaTable(Identifiant identifiant, Set<Profil> profils) {
        ouvrirLesAttendues(identifiant.valeur(), profils);
        return agents.parIdentifiant(identifiant).stream()
                .filter(ligne -> ligne.profil() == Profil.ASSISTANCE || ligne.uai() != null)
                .findFirst()
                .filter(ligne -> profils.isEmpty() ? ligne.prouve() : profils.contains(ligne.profil()))
                .map(LigneAgent::profil)
                .orElse(null);
    }

    /**
     * Les habilitations données à cet identifiant s'ouvrent à sa connexion. Quand le CAS ne dit pas que c'est un agent, ni un responsable
     * ni un élève ne le devient par une faute de frappe du chef.
     */
    private void ouvrirLesAttendues(String identifiant, Set<Profil> profils) {
        if (agents.estAttendu(identifiant)
                && (profils.isEmpty() ? !agents.estAutre(identifiant) : profils.contains(Profil.ETABLISSEMENT))) {
            transactions.executer(() -> agents.ouvrirLesAttendues(identifiant));
        }
    }

    private @Nullable Agent deLaTable(AgentReconnu reconnu, Demande demande, List<LigneAgent> lignes) {
        if (selonLeCas || lignes.isEmpty()) {
            return null;
        }
        LigneAgent agent = lignes.get(0);
        return new Agent(
                reconnu.identifiant(),
                agent.profil(),
                agent.nom(),
                agent.prenom(),
                agent.mail(),
                new Habilitations(uais(lignes, ligne -> true), uais(lignes, LigneAgent::chef)),
                demande.sessionId(),
                demande.adresse(),
                demande.fraiche());
    }

    private @Nullable Agent duCas(AgentReconnu reconnu, Demande demande) {
        AgentDuCas agent = reconnu.duCas();
        return agent == null || !selonLeCas
                ? null
                : new Agent(
                        reconnu.identifiant(),
                        reconnu.profil(),
                        agent.nom(),
                        agent.prenom(),
                        null,
                        agent.habilitations(),
                        demande.sessionId(),
                        demande.adresse(),
                        demande.fraiche());
    }

    private static Set<String> uais(List<LigneAgent> lignes, Predicate<LigneAgent> choix) {
        return lignes.stream()
                .filter(choix)
                .map(LigneAgent::uai)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
