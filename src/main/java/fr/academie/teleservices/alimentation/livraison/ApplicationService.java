package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.CreationDeComptes;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.scolarite.EcritureDesEleves;
import fr.academie.teleservices.scolarite.EtablissementsDeSource;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.PersonnesEnAttente;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applique les livraisons validées, un lot par transaction : le curseur avance avec ce qu'il dit fait. Tué n'importe où, il reprend au lot
 * qui n'a pas été validé ; les parents travaillent entre deux lots, que leur durée retaille. Une grande se mène de plusieurs fils, chacun dans
 * ses tranches.
 */
@Singleton
public final class ApplicationService {

    private static final int REPRISES = 5;

    /** D'autres mènent les dernières tranches d'une étape : un lot ne dure pas plus. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Transactions transactions;
    private final Lots lots;
    private final Decoupe decoupe;
    private final Clock horloge;

    @Inject
    public ApplicationService(
            Identites identites,
            EcritureDesEleves eleves,
            EtablissementsDeSource etablissements,
            CompteService comptes,
            CreationDeComptes creations,
            LigneeService lignee,
            Rattachements rattachements,
            JournalService journal,
            AnnonceDesLiens annonce,
            EvenementService evenements,
            Transactions transactions,
            Reglages reglages,
            ProfilAcademie profil,
            Clock horloge) {
        this(
                identites,
                eleves,
                etablissements,
                comptes,
                creations,
                lignee,
                rattachements,
                journal,
                annonce,
                evenements,
                transactions,
                Decoupe.en(reglages.alimentation().fils()),
                profil,
                horloge);
    }

    ApplicationService(
            Identites identites,
            EcritureDesEleves eleves,
            EtablissementsDeSource etablissements,
            CompteService comptes,
            CreationDeComptes creations,
            LigneeService lignee,
            Rattachements rattachements,
            JournalService journal,
            AnnonceDesLiens annonce,
            EvenementService evenements,
            Transactions transactions,
            Decoupe decoupe,
            ProfilAcademie profil,
            Clock horloge) {
        EcartMapper ecarts = transactions.mapper(EcartMapper.class);
        LivraisonMapper livraisons = transactions.mapper(LivraisonMapper.class);
        this.transactions = transactions;
        this.decoupe = decoupe;
        this.horloge = horloge;
        ComptesDImport nouveaux = new ComptesDImport(profil.imports().comptes(), creations, journal);
        PersonnesEnAttente attentes = new PersonnesEnAttente(transactions);
        PersonnesNommees nommees = new PersonnesNommees(rattachements, annonce);
        ComptesDesConnues connues = new ComptesDesConnues(identites, attentes, nouveaux, nommees);
        this.lots = new Lots(
                livraisons,
                ecarts,
                new Tranches(transactions.mapper(TrancheMapper.class), livraisons, decoupe),
                Map.of(
                        Etape.ETABLISSEMENTS,
                        new ApplicationDesEtablissements(ecarts, etablissements)::appliquer,
                        Etape.ELEVES,
                        new ApplicationDesEleves(ecarts, eleves)::appliquer,
                        Etape.PERSONNES,
                        new ApplicationDesPersonnes(
                                ecarts, identites, comptes, lignee, journal, nouveaux, attentes, nommees)::appliquer,
                        Etape.LIENS,
                        new ApplicationDesLiens(ecarts, identites, comptes, lignee, rattachements, connues, nommees)
                                ::appliquer,
                        Etape.COMPTES,
                        new AnnonceDesComptes(ecarts, comptes, evenements)::appliquer),
                horloge);
    }

    /** La tâche de fond ; son identifiant est le numéro de la livraison. */
    public TacheDeposee tache() {
        return new TacheDeposee(LivraisonService.TACHE, this::faire);
    }

    /** Applique la livraison jusqu'au bout, ou jusqu'à l'arrêt du serveur. */
    private @Nullable Instant faire(String id, BooleanSupplier arret) {
        return mener(Long.parseLong(id), arret, () -> {}) ? null : horloge.instant();
    }

    /**
     * Applique ici une livraison validée, jusqu'au bout. Un serveur peut le faire en même temps : chaque lot n'est fait qu'une fois, par l'un
     * ou par l'autre.
     *
     * @param apresChaqueLot de quoi dire où l'on en est
     */
    public void appliquer(Livraison livraison, Runnable apresChaqueLot) {
        mener(livraison.id(), () -> false, apresChaqueLot);
    }

    /** Vrai si elle est menée au bout ; faux si l'on s'est arrêté avant. */
    private boolean mener(long id, BooleanSupplier arret, Runnable apresChaqueLot) {
        Rythme rythme = new Rythme();
        try (Aides aides = new Aides(decoupe.fils() - 1, () -> tranches(id))) {
            while (!arret.getAsBoolean()) {
                Pas pas = pas(id, rythme);
                if (pas == Pas.FINI) {
                    return true;
                }
                if (pas == Pas.TRANCHE) {
                    aides.appeler();
                }
                apresChaqueLot.run();
            }
        }
        return false;
    }

    private BooleanSupplier tranches(long id) {
        Rythme rythme = new Rythme();
        return () -> rejouer(rythme, () -> lots.deTranche(id, rythme.taille()));
    }

    /** Applique le lot suivant ; faux s'il n'en reste pas, ou si la livraison n'est pas à appliquer. */
    boolean avancer(long id, Rythme rythme) {
        return pas(id, rythme) != Pas.FINI;
    }

    private Pas pas(long id, Rythme rythme) {
        Pas pas = rejouer(rythme, () -> lots.suivant(id, rythme.taille()));
        if (pas == Pas.OCCUPE) {
            patienter();
        }
        return pas;
    }

    /** Un lot, dans sa transaction ; un compte qui a changé entre sa lecture et son verrou le fait rejouer. */
    private <T> T rejouer(Rythme rythme, Supplier<T> lot) {
        for (int essai = 1; ; essai++) {
            try {
                long debut = System.nanoTime();
                T fait = transactions.executer(lot::get);
                rythme.noter(System.nanoTime() - debut);
                return fait;
            } catch (ARejouer change) {
                if (essai == REPRISES) {
                    throw change;
                }
            }
        }
    }

    private static void patienter() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Arrêt demandé pendant une application ; ce qui est fait l'est.", e);
        }
    }
}
