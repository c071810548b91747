package fr.academie.teleservices.acces;

import fr.academie.teleservices.acces.AgentMapper.LigneAgent;
import fr.academie.teleservices.compte.Identifiant;
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

    private final AgentMapper agents;
    private final boolean selonLeCas;

    @Inject
    public AgentService(Transactions transactions, ProfilAcademie profil) {
        this.agents = transactions.mapper(AgentMapper.class);
        this.selonLeCas = profil.agents().source() == SourceDesHabilitations.CAS;
    }

    /**
     * La session qu'un agent peut ouvrir avec cette identité ; vide si le CAS ou la table n'en font pas un agent, ou s'il n'a plus
     * d'établissement : le CAS le renverrait sans fin vers un bureau qui se referme.
     */
    public Optional<AgentReconnu> reconnaitre(CasService.IdentiteCas identite) {
        Identifiant identifiant = Identifiant.lire(identite.principal()).orElse(null);
        if (identifiant == null) {
            return Optional.empty();
        }
        Profil profil = selonLeCas ? profilDuCas(identite) : profilDeLaTable(identifiant, identite.profils());
        return Optional.ofNullable(profil)
                .map(p -> new AgentReconnu(identifiant, p, selonLeCas ? identite.agent() : null));
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
    public Optional<Agent> relire(SessionUtilisateur session, String adresse) {
        Agent agent = session.agentDuCas() == null ? deLaTable(session, adresse) : duCas(session, adresse);
        return Optional.ofNullable(agent)
                .filter(lu -> lu.profil() == session.profil())
                .filter(lu -> lu.profil() == Profil.ASSISTANCE || !lu.uais().isEmpty());
    }

    /** Le même agent avec ses droits d'à présent, pour un travail qui dure ; quand le CAS fait foi, ceux qu'il a annoncés à la connexion. */
    public Optional<Agent> relire(Agent agent) {
        AgentDuCas duCas = selonLeCas ? new AgentDuCas(agent.nom(), agent.prenom(), agent.habilitations()) : null;
        return relire(
                new SessionUtilisateur(agent.sessionId(), agent.identifiant(), agent.profil(), duCas), agent.adresse());
    }

    /** Les adresses mail des agents de cet établissement ; vide si le CAS fait foi : lui seul sait qui ils sont. */
    public List<String> mails(String uai) {
        return selonLeCas ? List.of() : agents.mails(uai);
    }

    private static @Nullable Profil profilDuCas(CasService.IdentiteCas identite) {
        Set<Profil> profils = identite.profils();
        if (profils.contains(Profil.ETABLISSEMENT)
                && !identite.agent().habilitations().uais().isEmpty()) {
            return Profil.ETABLISSEMENT;
        }
        return profils.contains(Profil.ASSISTANCE) ? Profil.ASSISTANCE : null;
    }

    /** La table fait foi ; le CAS, quand il dit le profil, ne peut que restreindre. */
    private @Nullable Profil profilDeLaTable(Identifiant identifiant, Set<Profil> profils) {
        return agents.parIdentifiant(identifiant).stream()
                .filter(ligne -> ligne.profil() == Profil.ASSISTANCE || ligne.uai() != null)
                .findFirst()
                .map(LigneAgent::profil)
                .filter(profil -> profils.isEmpty() || profils.contains(profil))
                .orElse(null);
    }

    private @Nullable Agent deLaTable(SessionUtilisateur session, String adresse) {
        List<LigneAgent> lignes = selonLeCas ? List.of() : agents.parIdentifiant(session.identifiant());
        if (lignes.isEmpty()) {
            return null;
        }
        LigneAgent agent = lignes.get(0);
        return new Agent(
                session.identifiant(),
                agent.profil(),
                agent.nom(),
                agent.prenom(),
                agent.mail(),
                new Habilitations(uais(lignes, ligne -> true), uais(lignes, LigneAgent::chef)),
                session.sessionId(),
                adresse);
    }

    private @Nullable Agent duCas(SessionUtilisateur session, String adresse) {
        AgentDuCas agent = session.agentDuCas();
        return agent == null || !selonLeCas
                ? null
                : new Agent(
                        session.identifiant(),
                        session.profil(),
                        agent.nom(),
                        agent.prenom(),
                        null,
                        agent.habilitations(),
                        session.sessionId(),
                        adresse);
    }

    private static Set<String> uais(List<LigneAgent> lignes, Predicate<LigneAgent> choix) {
        return lignes.stream()
                .filter(choix)
                .map(LigneAgent::uai)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
