package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.livraison.LivraisonMapper.LigneLivraison;
import fr.academie.teleservices.alimentation.livraison.LotAppliquable.Fait;
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
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Applique les livraisons validées, un lot par transaction : le curseur avance avec ce qu'il dit fait. Tué n'importe où, il reprend au lot
 * qui n'a pas été validé ; les parents travaillent entre deux lots, que leur durée retaille.
 */
@Singleton
public final class ApplicationService {

    private static final int REPRISES = 5;

    private final Transactions transactions;
    private final LivraisonMapper livraisons;
    private final ApplicationDesEtablissements etablissements;
    private final ApplicationDesEleves eleves;
    private final ApplicationDesPersonnes personnes;
    private final ApplicationDesLiens liens;
    private final AnnonceDesComptes comptes;
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
            ProfilAcademie profil,
            Clock horloge) {
        EcartMapper ecarts = transactions.mapper(EcartMapper.class);
        this.transactions = transactions;
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        ComptesDImport nouveaux = new ComptesDImport(profil.imports().comptes(), creations, ecarts, journal);
        this.etablissements = new ApplicationDesEtablissements(ecarts, etablissements);
        this.eleves = new ApplicationDesEleves(ecarts, eleves);
        PersonnesEnAttente attentes = new PersonnesEnAttente(transactions);
        PersonnesNommees nommees = new PersonnesNommees(ecarts, rattachements, annonce);
        this.personnes =
                new ApplicationDesPersonnes(ecarts, identites, comptes, lignee, journal, nouveaux, attentes, nommees);
        this.liens = new ApplicationDesLiens(
                livraisons,
                ecarts,
                identites,
                comptes,
                lignee,
                rattachements,
                new ComptesDesConnues(identites, attentes, nouveaux, nommees),
                nommees);
        this.comptes = new AnnonceDesComptes(ecarts, comptes, evenements);
        this.horloge = horloge;
    }

    /** La tâche de fond ; son identifiant est le numéro de la livraison. */
    public TacheDeposee tache() {
        return new TacheDeposee(LivraisonService.TACHE, this::faire);
    }

    /** Applique la livraison jusqu'au bout, ou jusqu'à l'arrêt du serveur. */
    private @Nullable Instant faire(String id, BooleanSupplier arret) {
        Rythme rythme = new Rythme();
        while (!arret.getAsBoolean()) {
            if (!avancer(Long.parseLong(id), rythme)) {
                return null;
            }
        }
        return horloge.instant();
    }

    /**
     * Applique ici une livraison validée, jusqu'au bout. Un serveur peut le faire en même temps : chaque lot n'est fait qu'une fois, par l'un
     * ou par l'autre.
     *
     * @param apresChaqueLot de quoi dire où l'on en est
     */
    public void appliquer(Livraison livraison, Runnable apresChaqueLot) {
        Rythme rythme = new Rythme();
        while (avancer(livraison.id(), rythme)) {
            apresChaqueLot.run();
        }
    }

    /** Applique le lot suivant ; faux s'il n'en reste pas, ou si la livraison n'est pas à appliquer. */
    boolean avancer(long id, Rythme rythme) {
        for (int essai = 1; ; essai++) {
            try {
                long debut = System.nanoTime();
                boolean reste = transactions.executer(() -> unLot(id, rythme.taille()));
                rythme.noter(System.nanoTime() - debut);
                return reste;
            } catch (ARejouer change) {
                if (essai == REPRISES) {
                    throw change;
                }
            }
        }
    }

    private boolean unLot(long id, int taille) {
        LigneLivraison livraison = livraisons.verrouiller(id);
        if (livraison == null || livraison.etat() != EtatLivraison.CONFIRMEE) {
            return false;
        }
        Instant le = horloge.instant();
        LotAppliquable lot = new LotAppliquable(livraison, taille, le);
        Etape etape = Etape.de(livraison.etape());
        Fait fait = switch (etape) {
            case ETABLISSEMENTS -> etablissements.appliquer(lot);
            case ELEVES -> eleves.appliquer(lot);
            case PERSONNES -> personnes.appliquer(lot);
            case LIENS -> liens.appliquer(lot);
            case COMPTES -> comptes.appliquer(lot);
        };
        if (fait.dernier() > 0) {
            livraisons.avancer(id, etape.code(), fait.dernier(), fait.combien(), le);
        } else if (etape == Etape.COMPTES) {
            livraisons.finir(id, EtatLivraison.APPLIQUEE, le);
            return false;
        } else {
            livraisons.avancer(id, etape.code() + 1, 0, 0, le);
        }
        return true;
    }
}
