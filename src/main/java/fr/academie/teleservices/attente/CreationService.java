package fr.academie.teleservices.attente;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.attente.AttenduMapper.CompteDeLAttendu;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.compte.NouveauCompte;
import fr.academie.teleservices.courrier.Adresse;
import fr.academie.teleservices.courrier.CourrierService;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.lignee.LienDOrigine;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Les comptes que l'établissement crée pour les responsables de ses élèves. Source : DOMAIN §1 et §4.
 *
 * <p>Une personne que des fichiers nomment, ou qu'un agent saisit, attend ici son compte. Celle qui en a déjà un n'en reçoit pas un
 * autre sans que l'agent le voie d'abord.
 */
@Singleton
public final class CreationService {

    private final AttenduMapper attendus;
    private final LigneeService lignee;
    private final CreationDeComptes creations;
    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final Rattachements rattachements;
    private final CourrierService courriers;
    private final JournalDuBureau bureau;
    private final ComptesDonnes donnes;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public CreationService(
            LigneeService lignee,
            CreationDeComptes creations,
            CompteService comptes,
            ScolariteService scolarite,
            Rattachements rattachements,
            CourrierService courriers,
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            Transactions transactions,
            Clock horloge) {
        this.attendus = transactions.mapper(AttenduMapper.class);
        this.lignee = lignee;
        this.creations = creations;
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.rattachements = rattachements;
        this.courriers = courriers;
        this.bureau = bureau;
        this.donnes = new ComptesDonnes(attendus, scolarite, rattachements, journal, bureau, evenements, horloge);
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /** Les personnes qui attendent un compte, ou un élève sur le leur, par nom ; vide si l'agent n'agit pas pour cet établissement. */
    public List<Attendu> attendus(Agent agent, @Nullable String uai, @Nullable String classe) {
        List<String> uais = agit(agent).stream()
                .filter(sien -> uai == null || sien.equals(uai))
                .toList();
        return uais.isEmpty() ? List.of() : lire(uais, null, classe);
    }

    /** La personne ; vide si elle n'attend rien, ou n'est d'aucun établissement de l'agent. */
    public Optional<Attendu> attendu(Agent agent, long id) {
        return lire(agent.uais(), id, null).stream().findFirst();
    }

    /** Les comptes ouverts de l'établissement qui sont ou pourraient être ceux de cette personne ; le sien d'abord. */
    public List<CompteVoisin> voisins(Attendu attendu) {
        Set<Long> siens = siens(attendu);
        return attendus.comptes(attendu.uai()).stream()
                .filter(compte -> siens.contains(compte.id())
                        || compte.identite().comparer(attendu.identite()).isPresent())
                .map(compte -> new CompteVoisin(
                        compte.id(),
                        compte.identifiant(),
                        compte.identite(),
                        compte.etat(),
                        siens.contains(compte.id()),
                        scolarite.enfants(compte.id(), List.of(attendu.uai())).stream()
                                .map(Enfant::eleve)
                                .toList()))
                .sorted(Comparator.comparing(CompteVoisin::memePersonne)
                        .reversed()
                        .thenComparing(CompteVoisin::identifiant))
                .toList();
    }

    /** L'élève pour qui l'on saisirait une personne ; vide s'il n'est pas d'un établissement de l'agent. */
    public Optional<Attendu.EleveAttendu> eleve(Agent agent, long eleveId) {
        return inscrit(agent, eleveId)
                .map(eleve -> new Attendu.EleveAttendu(eleveId, eleve.nomComplet(), eleve.classe()));
    }

    /**
     * Une personne enregistrée par un agent.
     *
     * @param deja vrai si ce même envoi l'avait déjà enregistrée : rien n'a été refait
     */
    public record PersonneSaisie(long attenduId, boolean deja) {}

    /**
     * Enregistre une personne pour cet élève, une fois par jeton ; vide s'il n'est pas d'un établissement de l'agent. L'élève est verrouillé :
     * de deux envois simultanés, le second attend et retrouve le premier.
     */
    public Optional<PersonneSaisie> saisir(Agent agent, NouveauResponsable nouveau) {
        String uai = inscrit(agent, nouveau.eleveId())
                .map(AttenduMapper.LigneEleve::uai)
                .orElse(null);
        if (uai == null) {
            return Optional.empty();
        }
        return Optional.of(transactions.executer(() -> {
            attendus.verrouillerEleve(nouveau.eleveId());
            Long deja = attendus.saisie(nouveau.jeton(), uai);
            if (deja != null) {
                return new PersonneSaisie(deja, true);
            }
            var saisie = new AttenduMapper.Saisie(uai, nouveau, horloge.instant());
            attendus.ajouter(saisie);
            attendus.ajouterEleve(saisie.id, saisie);
            bureau.noter(
                    agent,
                    ActionBureau.PERSONNE_SAISIE,
                    new JournalDuBureau.Cible(uai, null, nouveau.eleveId()),
                    FabriqueJson.objet().add("attendu", saisie.id).build());
            return new PersonneSaisie(saisie.id, false);
        }));
    }

    /** Oublie une personne saisie par erreur, tant qu'elle n'a pas de compte. */
    public void oublier(Agent agent, long attenduId) {
        transactions.executer(() -> {
            // De deux envois ensemble, le second attend, et ne trouve plus rien à oublier.
            attendus.verrouiller(CleAttendu.de(attenduId));
            attendu(agent, attenduId)
                    .filter(a -> a.saisi() && a.compteId() == null)
                    .ifPresent(oubliee -> {
                        attendus.retirerEleves(attenduId);
                        attendus.retirer(attenduId, agent.uais());
                        bureau.noter(
                                agent,
                                ActionBureau.PERSONNE_OUBLIEE,
                                new JournalDuBureau.Cible(
                                        oubliee.uai(),
                                        null,
                                        oubliee.eleves().get(0).id()),
                                FabriqueJson.objet().add("attendu", attenduId).build());
                    });
        });
    }

    /** Crée le compte d'une personne et y rattache ses élèves ; vide si elle n'attend plus rien. Un second envoi ne crée rien. */
    public Optional<Long> creer(Agent agent, long attenduId) {
        return transactions.executer(() -> {
            CompteDeLAttendu verrou = verrouiller(attenduId);
            Attendu attendu = attendu(agent, attenduId).orElse(null);
            if (verrou == null || attendu == null || !agent.agitPour(attendu.uai())) {
                return Optional.empty();
            }
            Compte compte = creations.creer(
                    new NouveauCompte(verrou.civilite(), attendu.identite(), attendu.mail(), verrou.telephone()));
            courriers.poserAdresse(
                    compte.id(),
                    new Adresse(verrou.civilite(), verrou.adresse(), verrou.codePostal(), verrou.commune()));
            donnes.donner(agent, attendu, compte, true);
            return Optional.of(compte.id());
        });
    }

    /**
     * Rattache les élèves de la personne à un compte qui existe, parmi ceux de {@link #voisins}.
     *
     * @return faux si la personne n'attend plus rien, ou si ce compte n'est pas de ceux-là
     */
    public boolean rattacher(Agent agent, long attenduId, long compteId) {
        return transactions.executer(() -> {
            if (verrouiller(attenduId) == null) {
                return false;
            }
            Attendu attendu = attendu(agent, attenduId).orElse(null);
            if (attendu == null
                    || !agent.agitPour(attendu.uai())
                    || voisins(attendu).stream().noneMatch(voisin -> voisin.id() == compteId)) {
                return false;
            }
            Compte compte = comptes.verrouiller(compteId);
            if (!compte.etat().estOuvert()) {
                return false;
            }
            comptes.avancer(compte);
            donnes.donner(agent, attendu, compte, false);
            return true;
        });
    }

    /** Sous toutes ses identités : un autre établissement, ou un import, peut lui donner un compte par une autre. */
    private @Nullable CompteDeLAttendu verrouiller(long attenduId) {
        CleAttendu cle = CleAttendu.de(attenduId);
        if (cle.nommee()) {
            rattachements.tenir(cle.id());
        }
        return attendus.verrouiller(cle);
    }

    private static List<String> agit(Agent agent) {
        return agent.uais().stream().filter(agent::agitPour).toList();
    }

    private Optional<AttenduMapper.LigneEleve> inscrit(Agent agent, long eleveId) {
        List<String> uais = agit(agent);
        return uais.isEmpty() ? Optional.empty() : Optional.ofNullable(attendus.eleve(eleveId, uais));
    }

    /** Le compte de la personne, et ceux où des ruptures ont mené ses élèves ; aucun si elle n'a pas de compte. */
    private Set<Long> siens(Attendu attendu) {
        Long compteId = attendu.compteId();
        if (compteId == null) {
            return Set.of();
        }
        Set<Long> siens = new HashSet<>(lignee.porteurs(attendus.eleves(CleAttendu.de(attendu.id())).stream()
                        .map(eleve -> new LienDOrigine(compteId, eleve))
                        .toList())
                .values());
        siens.add(compteId);
        return siens;
    }

    private List<Attendu> lire(java.util.Collection<String> uais, @Nullable Long attenduId, @Nullable String classe) {
        return AttendusLus.reunir(attendus.lignes(uais, attenduId == null ? null : CleAttendu.de(attenduId), classe));
    }
}
