package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.CodeRemarque;
import fr.academie.teleservices.alimentation.Remarque;
import fr.academie.teleservices.alimentation.Sorte;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneRemarque;
import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.Planificateur;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Voir une livraison et en décider : son aperçu, VALIDER, y renoncer, son avancement, son rapport. Ce qui la prépare est à sa source
 * ({@code ImportSiecle}) ; ce qui l'applique, une tâche de fond que {@link #valider} dépose.
 */
@Singleton
public final class LivraisonService {

    /** Un rapport se garde treize mois : d'une rentrée à la suivante. */
    public static final Duration CONSERVATION = Duration.ofDays(396);

    /** Les fiches d'une livraison finie se relisent un mois, le temps d'une question ; puis son rapport reste seul. */
    public static final Duration CONSERVATION_DES_FICHES = Duration.ofDays(30);

    /** Un aperçu que personne ne valide retient son périmètre ; pas plus que cela. */
    public static final Duration ATTENTE = Duration.ofDays(7);

    /** La tâche de fond qui applique ; son identifiant est celui de la livraison. */
    static final String TACHE = "livraison";

    private static final int LOT = 500;

    /** Peu de lignes par transaction : une livraison d'académie en a des millions. */
    private static final int LOT_EFFACE = 2000;

    private final Transactions transactions;
    private final LivraisonMapper livraisons;
    private final EcartMapper ecarts;
    private final TrancheMapper tranches;
    private final Planificateur planificateur;
    private final double partAdmise;
    private final Clock horloge;

    @Inject
    public LivraisonService(
            Transactions transactions, Planificateur planificateur, ProfilAcademie profil, Clock horloge) {
        this.transactions = transactions;
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        this.ecarts = transactions.mapper(EcartMapper.class);
        this.tranches = transactions.mapper(TrancheMapper.class);
        this.planificateur = planificateur;
        this.partAdmise = profil.imports().partDesRetraits();
        this.horloge = horloge;
    }

    /** La livraison de ce numéro, à présent ; vide si elle n'existe pas, ou n'est pas d'un de ces périmètres. */
    public Optional<Livraison> trouver(long id, Collection<String> perimetres) {
        return Optional.ofNullable(livraisons.parId(id))
                .map(LivraisonService::livraison)
                .filter(l -> perimetres.contains(l.perimetre()));
    }

    /** La même livraison, relue. */
    public Optional<Livraison> relire(Livraison livraison) {
        return Optional.ofNullable(livraisons.parId(livraison.id())).map(LivraisonService::livraison);
    }

    /** Celle qui retient ce périmètre (RECUE, LUE ou CONFIRMEE) ; vide s'il est libre. */
    public Optional<Livraison> enCours(Source source, String perimetre) {
        return Optional.ofNullable(livraisons.ouverte(source, perimetre)).map(LivraisonService::livraison);
    }

    /** Les dernières reçues de ces périmètres, quel que soit leur état, la plus récente d'abord ; vide si aucune. */
    public List<Livraison> dernieres(Source source, Collection<String> perimetres, int combien) {
        return perimetres.isEmpty()
                ? List.of()
                : livraisons.dernieres(source, perimetres, combien).stream()
                        .map(LivraisonService::livraison)
                        .toList();
    }

    /** L'horodatage le plus récent qui ait été appliqué à ce périmètre ; nul s'il n'y en a pas. */
    public @Nullable Instant derniereProduite(Source source, String perimetre) {
        return livraisons.derniereProduite(source, perimetre);
    }

    /** Les élèves que la livraison ajoute, change ou ne nomme plus, de {@code debut} (compté de 0), dans l'ordre du fichier. */
    public List<EleveApercu> eleves(Livraison livraison, Ecart ecart, int debut, int combien) {
        return livraisons.eleves(livraison.id(), ecart, debut, combien);
    }

    /** Les personnes, de même. */
    public List<PersonneApercu> personnes(Livraison livraison, Ecart ecart, int debut, int combien) {
        return livraisons.personnes(livraison.id(), ecart, debut, combien);
    }

    /** Les liens, de même. */
    public List<LienApercu> liens(Livraison livraison, Ecart ecart, int debut, int combien) {
        return livraisons.liens(livraison.id(), ecart, debut, combien);
    }

    /** Une remarque et sa place : {@code rang} sert à demander la suite. */
    public record RemarqueNumerotee(int rang, Remarque remarque) {}

    /** Ce qui a été refusé ou signalé, après ce rang (0 au début), dans l'ordre de la lecture ; l'application en ajoute. */
    public List<RemarqueNumerotee> remarques(Livraison livraison, int apres, int combien) {
        return livraisons.remarques(livraison.id(), apres, combien).stream()
                .map(LivraisonService::remarque)
                .toList();
    }

    /** Combien il y en a jusqu'ici. */
    public int nombreDeRemarques(Livraison livraison) {
        return livraisons.dernierRangDeRemarque(livraison.id());
    }

    /** Fait quelque chose d'un élément. */
    @FunctionalInterface
    public interface Geste<T, E extends Exception> {
        void faire(T element) throws E;
    }

    /** Toutes les remarques, sans les réunir en mémoire : de quoi écrire un {@code RapportCsv}. */
    public <E extends Exception> void chaqueRemarque(Livraison livraison, Geste<Remarque, E> geste) throws E {
        int apres = 0;
        List<RemarqueNumerotee> lot;
        do {
            lot = remarques(livraison, apres, LOT);
            for (RemarqueNumerotee lue : lot) {
                geste.faire(lue.remarque());
                apres = lue.rang();
            }
        } while (lot.size() == LOT);
    }

    /**
     * Valide un aperçu : son application commence, quelque part, et s'achève même si ce serveur s'arrête. Deux fois la même demande n'en
     * valident qu'une.
     *
     * @param malgreLesRetraits vrai si l'on a confirmé qu'il retire plus de liens que la part admise
     * @throws LivraisonRefusee PLUS_A_VALIDER, BEAUCOUP_DE_RETRAITS
     */
    public void valider(Livraison livraison, Auteur auteur, boolean malgreLesRetraits) throws LivraisonRefusee {
        transactions.executer(() -> {
            Livraison actuelle = verrouiller(livraison);
            if (actuelle == null || actuelle.etat() != EtatLivraison.LUE) {
                throw new LivraisonRefusee(RefusLivraison.PLUS_A_VALIDER, actuelle);
            }
            if (!malgreLesRetraits && retireBeaucoup(actuelle)) {
                throw new LivraisonRefusee(RefusLivraison.BEAUCOUP_DE_RETRAITS, actuelle);
            }
            livraisons.confirmer(actuelle.id(), auteur.identifiant().valeur(), auteur.adresse(), horloge.instant());
            planificateur.deposer(TACHE, String.valueOf(actuelle.id()));
        });
        planificateur.eveiller();
    }

    /**
     * Renonce à un aperçu : rien ne change, et le périmètre est libre. Sans effet sur une livraison finie ou déjà abandonnée.
     *
     * @return vrai si elle attendait encore ; de deux demandes, une seule
     * @throws LivraisonRefusee PLUS_A_VALIDER : elle a été validée, et s'applique
     */
    public boolean abandonner(Livraison livraison) throws LivraisonRefusee {
        boolean abandonnee = transactions.executer(() -> {
            Livraison actuelle = verrouiller(livraison);
            if (actuelle != null && actuelle.etat() == EtatLivraison.CONFIRMEE) {
                throw new LivraisonRefusee(RefusLivraison.PLUS_A_VALIDER, actuelle);
            }
            return livraisons.finir(livraison.id(), EtatLivraison.ABANDONNEE, horloge.instant()) > 0;
        });
        if (abandonnee) {
            effacerLesFiches(livraison.id());
        }
        return abandonnee;
    }

    /** Vrai si elle retire une plus grande part des liens connus que celle que l'académie admet : elle se confirme deux fois. */
    public boolean retireBeaucoup(Livraison livraison) {
        return livraison.compteurs().partDesRetraits() > partAdmise;
    }

    /** Vrai si ses fiches (élèves, personnes, liens) se relisent encore. */
    public boolean gardeSesFiches(Livraison livraison) {
        Instant finie = livraison.finieLe();
        return finie == null
                || (livraison.etat() == EtatLivraison.APPLIQUEE
                        && finie.plus(CONSERVATION_DES_FICHES).isAfter(horloge.instant()));
    }

    /** Jusqu'où elle s'est appliquée ; à relire aussi souvent qu'on veut. Une livraison disparue est dite abandonnée. */
    public Avancement avancement(Livraison livraison) {
        LigneLivraison ligne = livraisons.parId(livraison.id());
        if (ligne == null) {
            return new Avancement(EtatLivraison.ABANDONNEE, 0, 0);
        }
        Compteurs compteurs = LivraisonEnJson.compteurs(ligne.compteurs());
        // Une classe s'écrit avec son élève.
        long total = Stream.of(Sorte.ETABLISSEMENT, Sorte.ELEVE, Sorte.PERSONNE, Sorte.LIEN)
                .mapToLong(sorte -> compteurs.de(sorte).ecarts())
                .sum();
        return new Avancement(ligne.etat(), ligne.faits() + tranches.faits(ligne.id()), total);
    }

    /** Efface les fiches (élèves, personnes, liens) des livraisons finies avant {@code avant} ; rend le nombre de livraisons. */
    public int purgerLesFiches(Instant avant) {
        List<Long> finies = ecarts.livraisonsFinies(avant);
        finies.forEach(this::effacerLesFiches);
        return finies.size();
    }

    private void effacerLesFiches(long id) {
        for (IntSupplier effacement : List.<IntSupplier>of(
                () -> ecarts.effacerDesLiens(id, LOT_EFFACE),
                () -> ecarts.effacerDesPersonnes(id, LOT_EFFACE),
                () -> ecarts.effacerDesEleves(id, LOT_EFFACE),
                () -> ecarts.effacerDesComptes(id, LOT_EFFACE))) {
            int effacees;
            do {
                effacees = transactions.executer(effacement::getAsInt);
            } while (effacees == LOT_EFFACE);
        }
    }

    /** Efface les livraisons finies avant {@code avant}, leurs remarques et leurs écarts ; rend leur nombre. */
    public int purger(Instant avant) {
        int total = 0;
        int effacees;
        do {
            effacees = transactions.executer(() -> livraisons.purger(avant, 1));
            total += effacees;
        } while (effacees > 0);
        return total;
    }

    /** Abandonne les lectures arrêtées et les aperçus auxquels rien n'est arrivé depuis {@code avant} ; rend leur nombre. */
    public int abandonnerLesOublies(Instant avant) {
        return transactions.executer(() -> livraisons.abandonner(avant, horloge.instant()));
    }

    private @Nullable Livraison verrouiller(Livraison livraison) {
        LigneLivraison ligne = livraisons.verrouiller(livraison.id());
        return ligne == null ? null : livraison(ligne);
    }

    static Livraison livraison(LigneLivraison l) {
        return new Livraison(
                l.id(),
                l.source(),
                l.perimetre(),
                l.nature(),
                l.annee(),
                l.produiteLe(),
                l.empreinte(),
                LivraisonEnJson.textes(l.fichiers()),
                l.etat(),
                l.recueLe(),
                l.recueDe(),
                l.confirmeeLe(),
                l.confirmeeDe(),
                l.finieLe(),
                LivraisonEnJson.compteurs(l.compteurs()));
    }

    private static RemarqueNumerotee remarque(LigneRemarque l) {
        Integer rang = l.rang();
        return new RemarqueNumerotee(
                rang == null ? 0 : rang,
                new Remarque(
                        CodeRemarque.valueOf(l.code()),
                        l.fichier(),
                        l.ligne(),
                        l.sorte(),
                        l.numero(),
                        LivraisonEnJson.textes(l.valeurs())));
    }
}
