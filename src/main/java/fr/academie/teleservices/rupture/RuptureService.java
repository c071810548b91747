package fr.academie.teleservices.rupture;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.lignee.Arrivee;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.lignee.Provenance;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Retrait;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Casser un regroupement : l'établissement fait partir des élèves d'un compte vers un compte nouveau de la même personne. Sert
 * aussi à un élève rattaché par erreur à un compte jamais regroupé. Source : DOMAIN §4.
 *
 * <p>Tout se fait en une transaction : compte source verrouillé, puis ses liens, puis ceux des élèves choisis. Le jeton de la
 * demande est la clé unique de la rupture : une seconde confirmation retrouve le résultat de la première. Un compte absorbé reste
 * fermé pour toujours. L'agent ne voit et ne touche que les élèves de ses établissements.
 */
@Singleton
public final class RuptureService {

    private static final Duration DUREE = Duration.ofMinutes(30);

    private final CompteService comptes;
    private final CreationDeComptes creations;
    private final ScolariteService scolarite;
    private final LigneeService lignee;
    private final ReglesDeRupture regles;
    private final TracesDeRupture traces;
    private final Transactions transactions;
    private final RuptureMapper ruptures;
    private final Clock horloge;

    @Inject
    public RuptureService(
            CompteService comptes,
            CreationDeComptes creations,
            ScolariteService scolarite,
            LigneeService lignee,
            ReglesDeRupture regles,
            TracesDeRupture traces,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.creations = creations;
        this.scolarite = scolarite;
        this.lignee = lignee;
        this.regles = regles;
        this.traces = traces;
        this.transactions = transactions;
        this.ruptures = transactions.mapper(RuptureMapper.class);
        this.horloge = horloge;
    }

    /** Le compte et ceux de ses élèves que l'agent a le droit de voir ; vide s'il n'y en a aucun : rien ne dit si le compte existe. */
    public Optional<ChoixDeRupture> presenter(Agent agent, long responsableId) {
        List<Enfant> visibles = scolarite.enfants(responsableId, agent.uais());
        if (visibles.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Provenance> provenances = provenances(responsableId, visibles);
        return comptes.parId(responsableId)
                .map(compte -> new ChoixDeRupture(
                        compte,
                        visibles.stream()
                                .map(e -> new EnfantARompre(
                                        e, provenances.getOrDefault(e.eleve().id(), Provenance.AUCUNE)))
                                .toList()));
    }

    /**
     * Garde au serveur ce que l'agent a choisi.
     *
     * @param eleves ids choisis ; jamais crus : seuls ceux que l'agent voit sur ce compte sont acceptés
     * @return le jeton de la demande
     * @throws RuptureRefusee AUCUN_ELEVE, ELEVE_HORS_ETABLISSEMENT, ELEVE_NON_ACTIF, SANS_REPRESENTANT_LEGAL ou
     *     PLUSIEURS_PERSONNES ; rien n'est modifié
     */
    public UUID demander(Agent agent, long responsableId, Collection<Long> eleves) throws RuptureRefusee {
        Set<Long> choisis = new TreeSet<>(eleves);
        if (choisis.isEmpty()) {
            throw new RuptureRefusee(RefusRupture.AUCUN_ELEVE);
        }
        if (scolarite.enfants(responsableId, agent.uais()).isEmpty()) {
            throw new RuptureRefusee(RefusRupture.ELEVE_HORS_ETABLISSEMENT);
        }
        UUID jeton = UUID.randomUUID();
        Instant le = horloge.instant();
        transactions.executer(() -> {
            juger(agent, responsableId, choisis);
            ruptures.deposerDemande(
                    new DemandeDeRupture(
                            jeton, responsableId, agent.identifiant().valeur(), agent.sessionId(), le, le.plus(DUREE)),
                    choisis);
        });
        return jeton;
    }

    /**
     * Ce que la demande fera, avec les faits d'aujourd'hui. La page rend {@link ApercuDeRupture#vue} en confirmant.
     *
     * @throws RuptureRefusee DEMANDE_PERIMEE, ANNULEE, DEJA_ROMPU, COMPTE_FERME, ou l'un des refus de {@link #demander}
     */
    public ApercuDeRupture apercu(Agent agent, UUID jeton) throws RuptureRefusee {
        return transactions.executer(() -> {
            DemandeDeRupture demande =
                    valable(agent, ruptures.demande(jeton, agent.identifiant().valeur()));
            PlanDeRupture plan = plan(agent, demande);
            return ApercuDeRupture.de(
                    jeton, plan, scolarite.enfants(plan.source().id(), agent.uais()));
        });
    }

    /**
     * Casse, une fois et une seule par jeton : au retour sans exception, {@link #faite} rend le résultat.
     *
     * @param vue {@link ApercuDeRupture#vue} de la page confirmée ; toute autre valeur est refusée comme si les faits avaient changé
     * @throws RuptureRefusee l'un des refus de {@link #apercu}, ou FAITS_CHANGES : rien n'est modifié ; ISSUE_INCONNUE si la base
     *     reste muette : rien n'est supposé, la même demande peut être confirmée à nouveau
     */
    public void confirmer(Agent agent, UUID jeton, String vue) throws RuptureRefusee {
        Acte.ROMPRE_UN_REGROUPEMENT.exiger(agent);
        transactions.executerOuRetrouver(
                "rupture " + jeton,
                () -> casser(agent, jeton, vue),
                () -> new RuptureRefusee(RefusRupture.ISSUE_INCONNUE));
    }

    /** Vrai si cette demande, périmée ou non, est celle de l'agent. */
    public boolean estDe(Agent agent, UUID jeton) {
        return ruptures.demande(jeton, agent.identifiant().valeur()) != null;
    }

    /** Vrai si le titulaire du compte s'est opposé à ce que cette demande de l'agent avait fait. */
    public boolean estAnnulee(Agent agent, UUID jeton) {
        return estDe(agent, jeton) && ruptures.annulee(jeton);
    }

    /**
     * Le résultat de cette demande de l'agent ; vide si elle n'a rien produit, n'est pas la sienne, ou si plus aucun des élèves partis
     * n'est d'un établissement où il agit.
     */
    public Optional<RuptureFaite> faite(Agent agent, UUID jeton) {
        RuptureMapper.LigneRupture faite =
                ruptures.faite(jeton, agent.identifiant().valeur());
        if (faite == null) {
            return Optional.empty();
        }
        List<Enfant> enfants = scolarite.enfants(faite.nouveauId(), agent.uais());
        return enfants.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuptureFaite(
                        jeton,
                        faite.faitLe(),
                        comptes.parId(faite.sourceId()).orElseThrow(),
                        comptes.parId(faite.nouveauId()).orElseThrow(),
                        enfants));
    }

    /** Efface les demandes périmées avant {@code avant} ; la rupture qu'elles ont pu produire reste. */
    public int purger(Instant avant) {
        return transactions.executer(() -> ruptures.purgerDemandes(avant));
    }

    /** Efface ce qui reste des ruptures défaites avant {@code avant} ; rend leur nombre. */
    public int purgerLesAnnulees(Instant avant) {
        return transactions.executer(() -> ruptures.purgerAnnulees(avant));
    }

    private void casser(Agent agent, UUID jeton, String vue) throws RuptureRefusee {
        String identifiant = agent.identifiant().valeur();
        if (ruptures.faite(jeton, identifiant) != null) {
            return;
        }
        DemandeDeRupture demande = valable(agent, ruptures.demande(jeton, identifiant));
        comptes.verrouiller(demande.responsableId());
        if (ruptures.faite(jeton, identifiant) != null) {
            return;
        }
        valable(agent, demande);
        PlanDeRupture plan = plan(agent, demande);
        if (!plan.empreinte().equals(vue)) {
            throw new RuptureRefusee(RefusRupture.FAITS_CHANGES);
        }
        ecrire(agent, jeton, plan);
    }

    private void ecrire(Agent agent, UUID jeton, PlanDeRupture plan) {
        Instant le = horloge.instant();
        Compte source = plan.source();
        Compte nouveau = creations.creerComme(plan.modele());
        ruptures.inserer(
                new RuptureMapper.LigneRupture(jeton, source.id(), nouveau.id(), le),
                agent.identifiant().valeur(),
                agent.adresse());
        List<NouvelleOpposition.Lien> avis = traces.avis(source);
        if (!avis.isEmpty()) {
            ruptures.ouvrir(traces.opposition(source, nouveau, jeton, avis));
        }
        Set<Long> regroupements = new TreeSet<>();
        for (LienRompu lien : plan.partent()) {
            List<Arrivee> arrivees = lien.provenance().arrivees();
            ruptures.insererLien(jeton, lien);
            if (!arrivees.isEmpty()) {
                ruptures.insererRegroupements(jeton, lien.eleveId(), arrivees);
                arrivees.forEach(a -> regroupements.add(a.regroupementId()));
            }
            scolarite.requalifier(
                    lien.lien(),
                    lien.source(),
                    lien.lien().origine(),
                    lien.resteAussi() ? null : new Retrait(le, Retrait.Par.RUPTURE));
            scolarite.rattacher(nouveau.id(), lien.eleveId(), lien.nouveau(), lien.origineNouveau(), le);
            ruptures.faireSuivreLesConstats(source.id(), nouveau.id(), lien.eleveId(), lien.arriveeDe());
        }
        if (!regroupements.isEmpty()) {
            ruptures.rompre(source.id(), regroupements);
        }
        ruptures.faireSuivreLesIdentites(source.id(), nouveau.id());
        ruptures.faireSuivreLesAttendus(source.id(), nouveau.id());
        comptes.avancer(source);
        traces.laisser(agent, jeton, plan, nouveau, avis, le);
    }

    private PlanDeRupture plan(Agent agent, DemandeDeRupture demande) throws RuptureRefusee {
        List<Long> choisis = ruptures.elevesDemandes(demande.jeton());
        comptes.verrouiller(demande.responsableId());
        if (ruptures.rompuDepuis(demande.responsableId(), choisis, demande.creeeLe())) {
            throw new RuptureRefusee(RefusRupture.DEJA_ROMPU);
        }
        // Un autre agent avait pu préparer la même : il ne refait pas sans le savoir ce que le titulaire a défait.
        if (ruptures.annuleeDepuis(demande.responsableId(), demande.creeeLe())) {
            throw new RuptureRefusee(RefusRupture.ANNULEE);
        }
        return juger(agent, demande.responsableId(), choisis);
    }

    /** Juge sous verrou, toujours : ce qui se montre et ce qui se fait ont le même juge. */
    private PlanDeRupture juger(Agent agent, long responsableId, Collection<Long> choisis) throws RuptureRefusee {
        Compte source = comptes.verrouiller(responsableId);
        var liens = scolarite.verrouiller(responsableId, responsableId);
        List<Enfant> visibles = scolarite.enfants(responsableId, agent.uais());
        Map<Long, Provenance> provenances = provenances(responsableId, visibles);
        PlanDeRupture plan = regles.exiger(
                source, liens, visibles, choisis, provenances, partages(responsableId, choisis, provenances));
        regles.exigerUnRepresentant(plan, scolarite.verrouillerParEleves(plan.eleves()));
        return plan;
    }

    /** Les constats des élèves que le compte connaissait avant leur arrivée : certains y restent. */
    private Map<Long, LienRompu.Partage> partages(
            long responsableId, Collection<Long> choisis, Map<Long, Provenance> provenances) {
        Map<Long, LienRompu.Partage> partages = new HashMap<>();
        for (long eleve : choisis) {
            Long arriveeDe = LienRompu.arriveeDe(provenances.getOrDefault(eleve, Provenance.AUCUNE));
            if (arriveeDe != null) {
                partages.put(eleve, LienRompu.Partage.de(ruptures.dits(responsableId, eleve, arriveeDe)));
            }
        }
        return partages;
    }

    private Map<Long, Provenance> provenances(long responsableId, List<Enfant> visibles) {
        return lignee.provenances(
                responsableId, visibles.stream().map(e -> e.eleve().id()).toList());
    }

    private DemandeDeRupture valable(Agent agent, @Nullable DemandeDeRupture demande) throws RuptureRefusee {
        if (demande == null
                || demande.sessionId() != agent.sessionId()
                || !horloge.instant().isBefore(demande.expireLe())) {
            throw new RuptureRefusee(RefusRupture.DEMANDE_PERIMEE);
        }
        if (ruptures.annulee(demande.jeton())) {
            throw new RuptureRefusee(RefusRupture.ANNULEE);
        }
        return demande;
    }
}
