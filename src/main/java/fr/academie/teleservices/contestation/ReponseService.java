package fr.academie.teleservices.contestation;

import fr.academie.teleservices.acces.Demandeur;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.AgentService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.NiveauResponsabilite;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les déclarations « Je ne suis pas le représentant légal » vues de l'établissement : les lire, y répondre, être rappelé.
 *
 * <p>Une réponse s'écrit en une transaction : comptes verrouillés par id, puis liens de l'élève. Une déclaration n'a qu'une réponse
 * ({@code uk_reponse_signalement_declaration}) : la renvoyer retrouve la première. Un élève ne perd pas son dernier représentant
 * légal sans qu'un autre soit nommé, ou que l'agent confirme qu'il n'en a plus. Source : DOMAIN §4.
 */
@Singleton
public final class ReponseService {

    private static final Duration DELAI_DU_RAPPEL = Duration.ofDays(7);
    /** Le responsable lit une réponse sur la page de ses enfants pendant trois mois ; le courriel et l'historique la gardent. */
    private static final Duration LECTURE = Duration.ofDays(90);

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final AgentService agents;
    private final EnvoiDeCourriels courriels;
    private final TracesDeReponse traces;
    private final Transactions transactions;
    private final ContestationMapper contestations;
    private final Clock horloge;

    @Inject
    public ReponseService(
            CompteService comptes,
            ScolariteService scolarite,
            AgentService agents,
            EnvoiDeCourriels courriels,
            TracesDeReponse traces,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.agents = agents;
        this.courriels = courriels;
        this.traces = traces;
        this.transactions = transactions;
        this.contestations = transactions.mapper(ContestationMapper.class);
        this.horloge = horloge;
    }

    /** Les déclarations qui attendent l'agent, la plus ancienne d'abord : {@code combien} au plus, après {@code passes} autres. */
    public List<Contestation> enAttente(Agent agent, int passes, int combien) {
        return enAttente(agent, null, passes, combien);
    }

    /** De même pour un seul de ses établissements ; tous s'il est nul, ou n'est pas des siens. */
    public List<Contestation> enAttente(Agent agent, @Nullable String uai, int passes, int combien) {
        return agent.uais().isEmpty() ? List.of() : contestations.enAttente(parmi(agent, uai), passes, combien);
    }

    /** Combien de déclarations attendent l'agent. */
    public int compter(Agent agent) {
        return compter(agent, null);
    }

    /** De même pour un seul de ses établissements. */
    public int compter(Agent agent, @Nullable String uai) {
        return agent.uais().isEmpty() ? 0 : contestations.compter(parmi(agent, uai));
    }

    private static Set<String> parmi(Agent agent, @Nullable String uai) {
        return uai != null && agent.agitPour(uai) ? Set.of(uai) : agent.uais();
    }

    /** Une déclaration d'un élève de l'agent, répondue ou non ; vide sinon : rien ne dit si elle existe. */
    public Optional<Dossier> dossier(Agent agent, long lienId) {
        return lire(agent.uais(), lienId)
                .map(s -> new Dossier(s, contestations.autres(s.eleve().id(), lienId)));
    }

    /**
     * Répond, une fois et une seule par déclaration ; renvoyer la même réponse ne change plus rien.
     *
     * @return faux si cette déclaration n'est pas d'un élève de l'agent : rien n'est écrit
     * @throws ReponseRefusee avec son code ; rien n'est modifié. ISSUE_INCONNUE si la base reste muette : rien n'est supposé
     */
    public boolean repondre(Agent agent, Decision decision) throws ReponseRefusee {
        decision.exigerUnMotif();
        return transactions.executerOuRetrouver(
                "contestation " + decision.lienId(),
                () -> repondreSousVerrou(agent, decision),
                () -> new ReponseRefusee(RefusReponse.ISSUE_INCONNUE));
    }

    /** Les réponses récentes faites à ce responsable, la dernière pour chaque élève, la plus récente d'abord. */
    public List<ReponseLue> reponses(Demandeur demandeur) {
        Set<Long> vus = new HashSet<>();
        return contestations
                .reponses(demandeur.responsableId(), horloge.instant().minus(LECTURE))
                .stream()
                .filter(lue -> demandeur.voit(lue.uai()))
                .filter(r -> vus.add(r.eleveId()))
                .toList();
    }

    /**
     * Rappelle aux établissements, une fois, les déclarations sans réponse depuis 7 jours : à ses agents, sinon à son adresse. Un
     * établissement dont aucune adresse n'est connue sera rappelé quand il en aura une.
     *
     * @return le nombre de déclarations rappelées, chacune pour chaque établissement à qui elle l'a été
     */
    public int rappeler() {
        // Un même instant pour tous : deux établissements du même élève sont rappelés tous les deux.
        Instant le = horloge.instant();
        return transactions.executer(() -> rappeler(le.minus(DELAI_DU_RAPPEL), le));
    }

    private int rappeler(Instant avant, Instant le) {
        int total = 0;
        for (String uai : contestations.verrouillerARappeler(avant)) {
            List<String> adresses = adresses(uai);
            total += adresses.isEmpty() ? 0 : rappeler(uai, adresses, avant, le);
        }
        return total;
    }

    private int rappeler(String uai, List<String> adresses, Instant avant, Instant le) {
        int combien = contestations.marquerLeRappel(uai, avant, le);
        if (combien > 0) {
            adresses.forEach(adresse ->
                    courriels.deposer("contestation.rappel", adresse, combien, DELAI_DU_RAPPEL.toDays(), nom(uai)));
        }
        return combien;
    }

    private List<String> adresses(String uai) {
        List<String> desAgents = agents.mails(uai);
        return desAgents.isEmpty()
                ? scolarite.etablissements(Set.of(uai)).stream()
                        .map(Etablissement::courriel)
                        .filter(Objects::nonNull)
                        .toList()
                : desAgents;
    }

    private String nom(String uai) {
        return scolarite.etablissements(Set.of(uai)).stream()
                .map(Etablissement::nom)
                .findFirst()
                .orElse(uai);
    }

    private Optional<Contestation> lire(Set<String> uais, long lienId) {
        return uais.isEmpty() ? Optional.empty() : Optional.ofNullable(contestations.lire(uais, lienId));
    }

    private boolean repondreSousVerrou(Agent agent, Decision decision) throws ReponseRefusee {
        Contestation vu = lire(agent.uais(), decision.lienId()).orElse(null);
        if (vu == null) {
            return false;
        }
        AutreResponsable nomme = remplacant(vu, decision);
        verrouillerLesComptes(vu.responsableId(), nomme);
        List<Rattachement> liens =
                scolarite.verrouillerParEleves(Set.of(vu.eleve().id()));
        // Relu sous verrou : le lien a pu changer de compte, être répondu, ou l'élève partir.
        Contestation contestation = lire(agent.uais(), decision.lienId()).orElse(null);
        if (contestation == null) {
            return false;
        }
        if (contestation.responsableId() != vu.responsableId()) {
            throw new ReponseRefusee(RefusReponse.DEJA_REPONDU);
        }
        if (!contestation.attend() || !contestation.declareLe().equals(decision.declareLe())) {
            exigerLaMemeReponse(agent, contestation, decision);
            return true;
        }
        ecrire(agent, contestation, decision, liens);
        return true;
    }

    private void verrouillerLesComptes(long responsableId, @Nullable AutreResponsable nomme) {
        if (nomme == null) {
            comptes.verrouiller(responsableId);
        } else {
            comptes.verrouiller(responsableId, nomme.responsableId());
        }
    }

    private void exigerLaMemeReponse(Agent agent, Contestation contestation, Decision decision) throws ReponseRefusee {
        ContestationMapper.ReponseFaite faite = contestations.faite(
                contestation.responsableId(), contestation.eleve().id(), decision.declareLe());
        if (faite == null
                || faite.reponse() != decision.reponse()
                || !faite.par().equals(agent.identifiant().valeur())) {
            throw new ReponseRefusee(RefusReponse.DEJA_REPONDU);
        }
    }

    private @Nullable AutreResponsable remplacant(Contestation contestation, Decision decision) throws ReponseRefusee {
        Long choisi = decision.remplacantLienId();
        if (choisi == null || decision.reponse() == Reponse.REJETE) {
            return null;
        }
        return contestations.autres(contestation.eleve().id(), contestation.lienId()).stream()
                .filter(a -> a.lienId() == choisi)
                .findFirst()
                .orElseThrow(() -> new ReponseRefusee(RefusReponse.REMPLACANT_INCONNU));
    }

    private void ecrire(Agent agent, Contestation contestation, Decision decision, List<Rattachement> liens)
            throws ReponseRefusee {
        Rattachement conteste = lien(liens, contestation.lienId());
        boolean dernier = decision.reponse() == Reponse.CONFIRME && estLeDernier(conteste, liens);
        Rattachement nomme = dernier ? nomme(decision, liens) : null;
        if (dernier && nomme == null && !decision.sansRepresentant()) {
            throw new ReponseRefusee(RefusReponse.DERNIER_REPRESENTANT);
        }
        Instant le = horloge.instant();
        Qualite apres = avec(conteste.qualite(), decision.reponse().etat());
        scolarite.trancher(conteste, apres, le);
        contestations.inserer(
                contestation,
                decision,
                nomme == null ? null : nomme.responsableId(),
                dernier && nomme == null,
                le,
                agent.identifiant().valeur());
        Compte compte = comptes.parId(conteste.responsableId()).orElseThrow();
        comptes.avancer(compte);
        traces.repondre(agent, contestation, decision, compte, conteste.qualite(), apres, le);
        if (nomme != null) {
            Qualite relevee = new Qualite(
                    NiveauResponsabilite.REPRESENTANT_LEGAL,
                    nomme.qualite().lien(),
                    nomme.qualite().etat());
            scolarite.requalifier(nomme, relevee, OrigineRattachement.SAISIE, null);
            Compte autre = comptes.parId(nomme.responsableId()).orElseThrow();
            comptes.avancer(autre);
            traces.nommer(agent, contestation, autre, nomme.qualite(), relevee, le);
        }
    }

    private static boolean estLeDernier(Rattachement conteste, List<Rattachement> liens) {
        return conteste.qualite().niveau() == NiveauResponsabilite.REPRESENTANT_LEGAL
                && liens.stream()
                        .filter(l -> l.id() != conteste.id())
                        .map(Rattachement::qualite)
                        .noneMatch(q -> q.niveau() == NiveauResponsabilite.REPRESENTANT_LEGAL
                                && q.etat() == EtatRattachement.ACTIF);
    }

    private static @Nullable Rattachement nomme(Decision decision, List<Rattachement> liens) throws ReponseRefusee {
        Long choisi = decision.remplacantLienId();
        if (choisi == null) {
            return null;
        }
        return liens.stream()
                .filter(l -> l.id() == choisi && l.id() != decision.lienId())
                .filter(l -> l.qualite().etat() == EtatRattachement.ACTIF)
                .findFirst()
                .orElseThrow(() -> new ReponseRefusee(RefusReponse.REMPLACANT_INCONNU));
    }

    private static Rattachement lien(List<Rattachement> liens, long id) {
        return liens.stream().filter(l -> l.id() == id).findFirst().orElseThrow();
    }

    private static Qualite avec(Qualite qualite, EtatRattachement etat) {
        return new Qualite(qualite.niveau(), qualite.lien(), etat);
    }
}
