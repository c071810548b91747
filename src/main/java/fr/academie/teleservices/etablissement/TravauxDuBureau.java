package fr.academie.teleservices.etablissement;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.attente.Attendu;
import fr.academie.teleservices.courrier.Lettre;
import fr.academie.teleservices.courrier.LettreEnJson;
import fr.academie.teleservices.etablissement.Travail.Genre;
import fr.academie.teleservices.etablissement.Travail.Issue;
import fr.academie.teleservices.etablissement.TravailMapper.Decompte;
import fr.academie.teleservices.etablissement.TravailMapper.LigneTravail;
import fr.academie.teleservices.etablissement.TravailMapper.Personne;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.securite.Scelle;
import fr.academie.teleservices.socle.tache.Planificateur;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les travaux en nombre du bureau : comptes d'une classe, courriers d'un établissement. Ils vivent en base, que n'importe quel serveur
 * lit et poursuit ({@link ExecutionDesTravaux}).
 *
 * <p>Les lettres faites y attendent scellées par la clé publique du travail, dont la clé privée ne quitte pas la session HTTP de
 * l'agent : elle seule les ouvre. {@value #GARDE_MINUTES} minutes après la fin, ou une interruption aussi longue, elles s'effacent.
 */
@Singleton
public final class TravauxDuBureau {

    /** Temps qu'une lettre attend d'être emportée. */
    public static final int GARDE_MINUTES = 30;

    /**
     * Lettres d'un seul travail. Leur PDF se réunit en mémoire, sans fichier temporaire puisqu'elles portent des mots de passe : environ
     * 120 Ko chacune ({@code mvn -Pbench}, BancDesCourriers).
     */
    public static final int LETTRES_AU_PLUS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(TravauxDuBureau.class);

    static final String TACHE = "travail-du-bureau";

    private static final int LOT = 500;

    private final Transactions transactions;
    private final TravailMapper travaux;
    private final Planificateur planificateur;
    private final Clock horloge;

    @Inject
    public TravauxDuBureau(Transactions transactions, Planificateur planificateur, Clock horloge) {
        this.transactions = transactions;
        this.travaux = transactions.mapper(TravailMapper.class);
        this.planificateur = planificateur;
        this.horloge = horloge;
    }

    /**
     * Demande les courriers de ces comptes pour cet établissement : les {@value #LETTRES_AU_PLUS} premiers, ceux qui n'en ont jamais eu
     * d'abord, puis ceux dont la lettre est la plus ancienne. Redemandés ensuite, les autres suivent. L'ordre de la liste reste celui des
     * lettres.
     *
     * @param refaire refaire aussi ceux qui ont déjà été faits
     * @param cle clé publique qui scellera les lettres
     * @return le jeton du travail
     */
    public UUID imprimer(Agent agent, String uai, List<CompteAEcrire> comptes, boolean refaire, String cle) {
        return imprimer(agent, uai, comptes, refaire, cle, UUID.randomUUID());
    }

    /** La même demande, sous le jeton de sa page : reçue deux fois, fût-ce ensemble, elle ne fait qu'un travail. */
    public UUID imprimer(
            Agent agent, String uai, List<CompteAEcrire> comptes, boolean refaire, String cle, UUID jeton) {
        Acte.FAIRE_DES_COURRIERS.exiger(agent);
        List<Personne> personnes = new ArrayList<>();
        Comparator<CompteAEcrire> jamaisEcritsDAbord = Comparator.comparing(CompteAEcrire::dejaImprime);
        Set<CompteAEcrire> retenus = comptes.stream()
                .sorted(jamaisEcritsDAbord.thenComparing(
                        CompteAEcrire::derniereLettre, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(LETTRES_AU_PLUS)
                .collect(Collectors.toSet());
        comptes.stream()
                .filter(retenus::contains)
                .sorted(jamaisEcritsDAbord)
                .forEach(compte -> personnes.add(
                        new Personne(personnes.size(), compte.id(), compte.dejaImprime() ? compte.version() : null)));
        return demander(jeton, agent, Genre.COURRIERS, uai, personnes, refaire, cle);
    }

    /** Demande la création des comptes de ces personnes, sauf de celles qui en ont peut-être déjà un ; rend le jeton du travail. */
    public UUID creer(Agent agent, String uai, List<Attendu> attendus) {
        return creer(agent, uai, attendus, UUID.randomUUID());
    }

    /** La même demande, sous le jeton de sa page. */
    public UUID creer(Agent agent, String uai, List<Attendu> attendus, UUID jeton) {
        List<Personne> personnes = new ArrayList<>();
        attendus.forEach(attendu -> personnes.add(new Personne(personnes.size(), attendu.id(), null)));
        return demander(jeton, agent, Genre.COMPTES, uai, personnes, false, null);
    }

    /** Le travail de ce jeton, s'il est de cet agent et que ses droits valent encore. */
    public Optional<Travail> trouver(Agent agent, UUID jeton) {
        return Optional.ofNullable(travaux.parJeton(jeton)).map(this::travail).filter(travail -> travail.estDe(agent));
    }

    /** Envoie les lettres d'un travail, une fois. */
    @FunctionalInterface
    public interface Envoi<E extends Exception> {
        void envoyer(List<Lettre> lettres) throws E;
    }

    /** Vrai si cette paire de clés ouvre les lettres de ce travail. */
    public boolean ouvre(KeyPair paire, Travail travail) {
        LigneTravail ligne = travaux.parJeton(travail.jeton());
        return ligne != null && Scelle.publique(paire).equals(ligne.cle());
    }

    /**
     * Donne les lettres à {@code envoi}, et les efface s'il arrive au bout ; sinon elles restent à emporter.
     *
     * @param paire celle de la session qui a demandé le travail
     * @return faux s'il n'y a rien à emporter, ou si cette paire n'ouvre pas ces lettres
     */
    public <E extends Exception> boolean emporter(Travail travail, KeyPair paire, Envoi<E> envoi) throws E {
        UUID jeton = travail.jeton();
        if (!travail.aEmporter()
                || !ouvre(paire, travail)
                || transactions.executer(() -> travaux.emporter(jeton, horloge.instant())) == 0) {
            return false;
        }
        boolean envoyees = false;
        try {
            envoi.envoyer(travaux.lettres(jeton).stream()
                    .map(scellee ->
                            LettreEnJson.lire(Scelle.ouvrir(paire, scellee.lettre(), contexte(jeton, scellee.rang()))))
                    .toList());
            envoyees = true;
        } finally {
            if (!envoyees) {
                transactions.executer(() -> travaux.rendre(jeton));
            }
        }
        transactions.executer(() -> travaux.effacerLesLettres(jeton));
        return true;
    }

    /** Efface les lettres et oublie les travaux finis auxquels rien n'est arrivé depuis {@code avant} ; rend combien. */
    public int purger(Instant avant) {
        return transactions.executer(() -> travaux.effacerCellesQuiAttendent(avant) + travaux.oublier(avant));
    }

    /** Temps qu'une lettre attend d'être emportée. */
    public static Duration garde() {
        return Duration.ofMinutes(GARDE_MINUTES);
    }

    /** Une lettre ne s'ouvre qu'à sa place : ni celle d'un autre travail, ni celle d'une autre personne. */
    static String contexte(UUID jeton, int rang) {
        return jeton + ":" + rang;
    }

    private UUID demander(
            UUID jeton,
            Agent agent,
            Genre genre,
            String uai,
            List<Personne> personnes,
            boolean refaire,
            @Nullable String cle) {
        LigneTravail travail = new LigneTravail(
                jeton,
                genre,
                uai,
                agent.identifiant(),
                agent.nom(),
                agent.prenom(),
                agent.sessionId(),
                agent.adresse(),
                refaire,
                cle,
                horloge.instant(),
                null,
                false,
                null);
        try {
            transactions.executer(() -> deposer(travail, personnes));
        } catch (PersistenceException e) {
            if (!(e.getCause() instanceof SQLIntegrityConstraintViolationException)
                    || travaux.parJeton(jeton) == null) {
                throw e;
            }
            LOG.debug("Le même envoi est arrivé deux fois : le premier a déposé le travail.", e);
        }
        planificateur.eveiller();
        return jeton;
    }

    private void deposer(LigneTravail travail, List<Personne> personnes) {
        travaux.ajouter(travail);
        for (int debut = 0; debut < personnes.size(); debut += LOT) {
            travaux.ajouterPersonnes(
                    travail.jeton(), personnes.subList(debut, Math.min(debut + LOT, personnes.size())));
        }
        planificateur.deposer(TACHE, travail.jeton().toString());
    }

    private Travail travail(LigneTravail ligne) {
        Map<Issue, Integer> issues = new EnumMap<>(Issue.class);
        int total = 0;
        int lettres = 0;
        for (Decompte compte : travaux.compter(ligne.jeton())) {
            total += compte.combien();
            lettres += compte.lettres();
            if (compte.issue() != null) {
                issues.put(compte.issue(), compte.combien());
            }
        }
        return new Travail(
                ligne.jeton(),
                ligne.agent(),
                ligne.genre(),
                ligne.uai(),
                total,
                issues,
                lettres,
                ligne.finiLe() != null,
                ligne.arrete(),
                ligne.emporteLe() != null);
    }
}
