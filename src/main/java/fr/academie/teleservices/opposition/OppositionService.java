package fr.academie.teleservices.opposition;

import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.opposition.OppositionMapper.Fin;
import fr.academie.teleservices.opposition.OppositionMapper.Recue;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Jeton;
import fr.academie.teleservices.socle.securite.TempsDUnRefus;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Le lien reçu par le titulaire : ce qu'il défait, et le défaire, une fois. Tout se relit et se rejuge sous verrou, comptes par id d'abord,
 * puis liens, puis l'opposition : un regroupement lancé au même instant passe avant ou après, jamais au milieu.
 */
@Singleton
public final class OppositionService {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final Transactions transactions;
    private final OppositionMapper oppositions;
    private final Map<Changement, ActeOpposable> actes = new EnumMap<>(Changement.class);
    private final Clock horloge;

    @Inject
    OppositionService(
            CompteService comptes,
            ScolariteService scolarite,
            Instance<ActeOpposable> actes,
            Transactions transactions,
            Clock horloge) {
        this(comptes, scolarite, actes.stream().toList(), transactions, horloge);
    }

    /** Assemblée à la main. */
    public OppositionService(
            CompteService comptes,
            ScolariteService scolarite,
            List<ActeOpposable> actes,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.transactions = transactions;
        this.oppositions = transactions.mapper(OppositionMapper.class);
        this.horloge = horloge;
        actes.forEach(acte -> this.actes.put(acte.acte(), acte));
    }

    /**
     * Ce qu'un lien ferait à cet instant.
     *
     * @param contacts les établissements du compte dont l'adresse a reçu le lien ; vide si on ne les connaît plus
     */
    public record Effet(Changement acte, Instant faitLe, Prevision prevision, List<Etablissement> contacts) {}

    /** Ce que ce lien ferait, lu d'un seul instant ; vide, et de la même façon, s'il est faux, a servi ou a passé son délai. */
    public Optional<Effet> effet(String jeton) {
        return TempsDUnRefus.D_UN_LIEN.chercher(
                () -> transactions.executer(() -> recue(jeton).map(this::effet)));
    }

    private Effet effet(Recue recue) {
        Opposition opposition = recue.opposition();
        return new Effet(
                opposition.acte(),
                opposition.creeLe(),
                acte(opposition).prevoir(opposition),
                scolarite.etablissementsDe(recue.compteId()));
    }

    /**
     * Défait l'acte, une fois ; les autres liens de la même annonce ne valent plus rien.
     *
     * @return l'acte défait
     * @throws OppositionRefusee LIEN_PERIME, ou ce que dit {@link ActeOpposable#defaire} ; rien n'a changé
     */
    public Changement opposer(String jeton, String adresse) throws OppositionRefusee {
        Opposition opposition = TempsDUnRefus.D_UN_LIEN
                .chercher(() -> recue(jeton))
                .map(Recue::opposition)
                .orElseThrow(() -> new OppositionRefusee(RefusOpposition.LIEN_PERIME));
        Passage passage = new Passage();
        transactions.executerOuRetrouver(
                "opposition " + opposition.id(),
                () -> defaire(opposition, adresse, passage),
                () -> new OppositionRefusee(RefusOpposition.ISSUE_INCONNUE));
        return opposition.acte();
    }

    /** Oublie ce que gardaient celles dont le délai est passé à {@code maintenant} ; rend leur nombre. */
    public int oublier(Instant maintenant) {
        return transactions.executer(() -> oppositions.oublier(maintenant));
    }

    /** Efface celles dont le délai est passé avant {@code avant} ; rend leur nombre. */
    public int purger(Instant avant) {
        return transactions.executer(() -> oppositions.purger(avant) + oppositions.purgerLesAnciennes(avant));
    }

    /** Si la réponse de la première validation s'est perdue, l'opposition servie est la nôtre. */
    private static final class Passage {
        boolean tente;
    }

    private void defaire(Opposition opposition, String adresse, Passage passage) throws OppositionRefusee {
        if (opposition.autreId() == null) {
            comptes.verrouiller(opposition.responsableId());
        } else {
            comptes.verrouiller(opposition.responsableId(), opposition.autreId());
        }
        Fin fin = oppositions.verrouiller(opposition.id());
        if (fin != null && fin.opposeLe() != null && passage.tente) {
            return;
        }
        Instant le = horloge.instant();
        if (fin == null || fin.closeLe() != null || !le.isBefore(opposition.expireLe())) {
            throw new OppositionRefusee(RefusOpposition.LIEN_PERIME);
        }
        passage.tente = true;
        acte(opposition).defaire(opposition, adresse);
        oppositions.servir(opposition.id(), le);
    }

    private Optional<Recue> recue(String jeton) {
        return Optional.ofNullable(oppositions.parLien(new Jeton(jeton).empreinte(), horloge.instant()));
    }

    private ActeOpposable acte(Opposition opposition) {
        return Objects.requireNonNull(actes.get(opposition.acte()), "Un acte sans annulation.");
    }
}
