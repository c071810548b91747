package fr.academie.teleservices.alimentation.livraison;

import fr.academie.teleservices.alimentation.reconnaissance.Numero.Source;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.evenement.AnnonceDesLiens;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.Profil;
import fr.academie.teleservices.scolarite.Couple;
import fr.academie.teleservices.scolarite.EcritureDesEleves;
import fr.academie.teleservices.scolarite.Identites;
import fr.academie.teleservices.scolarite.Identites.Constat;
import fr.academie.teleservices.scolarite.Identites.Porte;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.socle.config.ProfilAcademie;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Retire, au bout du délai de l'académie, les liens de qui n'est plus dans l'annuaire, et fait sortir ses élèves : l'été, il manque du monde
 * aux livraisons. Qui y revient avant n'a rien perdu ; après, la livraison qui le nomme rouvre ses liens.
 *
 * <p>Un périmètre dont une livraison est en cours attend : elle a été comparée à ce qu'on en savait.
 */
@Singleton
public final class RetraitDesDisparus {

    private static final Duration CADENCE = Duration.ofHours(1);
    private static final int LOT = 100;
    private static final int ESSAIS = 5;

    private static final Auteur AUTEUR = new Auteur(new Identifiant("alimentation"), Profil.EXPLOITATION, null);

    private final Identites identites;
    private final EcritureDesEleves eleves;
    private final CompteService comptes;
    private final Rattachements rattachements;
    private final AnnonceDesLiens annonce;
    private final LivraisonMapper livraisons;
    private final Transactions transactions;
    private final Duration delai;
    private final Clock horloge;

    @Inject
    public RetraitDesDisparus(
            Identites identites,
            EcritureDesEleves eleves,
            CompteService comptes,
            Rattachements rattachements,
            AnnonceDesLiens annonce,
            Transactions transactions,
            ProfilAcademie profil,
            Clock horloge) {
        this.identites = identites;
        this.eleves = eleves;
        this.comptes = comptes;
        this.rattachements = rattachements;
        this.annonce = annonce;
        this.livraisons = transactions.mapper(LivraisonMapper.class);
        this.transactions = transactions;
        this.delai = profil.imports().delaiDesRetraits();
        this.horloge = horloge;
    }

    /** La tâche régulière. */
    public TacheReguliere tache() {
        return new TacheReguliere("annuaire-disparus", CADENCE, this::retirer);
    }

    /**
     * Retire ce qui a fini d'attendre ; rend le nombre de liens retirés. Chaque compte s'annonce : un passage n'en touche pas plus que ne le
     * peut un import qui les annonce un à un, le suivant fait la suite.
     */
    public int retirer() {
        Instant avant = horloge.instant().minus(delai);
        int retires = 0;
        int fait;
        do {
            fait = unLot(avant);
            retires += fait;
        } while (fait == LOT && retires < EvenementService.COMPTES_PAR_INSTANTANE);
        while (transactions.executer(
                        () -> eleves.sortirLesDisparus(Source.AAF.name(), avant, occupes(), LOT, horloge.instant()))
                == LOT) {
            // Un lot après l'autre, chacun dans sa transaction.
        }
        return retires;
    }

    private int unLot(Instant avant) {
        for (int essai = 1; ; essai++) {
            try {
                return transactions.executer(() -> retirer(avant));
            } catch (ARejouer change) {
                if (essai == ESSAIS) {
                    throw change;
                }
            }
        }
    }

    private int retirer(Instant avant) {
        Set<String> occupes = occupes();
        List<Porte> portes = identites.constatsDisparus(Source.AAF.name(), avant, occupes, LOT);
        Set<Long> personnes = portes.stream().map(Porte::identiteId).collect(Collectors.toSet());
        Set<Long> concernes = new TreeSet<>(identites.comptesDe(personnes));
        comptes.verrouiller(concernes);
        if (!identites.constatsDisparus(Source.AAF.name(), avant, occupes, LOT).equals(portes)
                || !concernes.containsAll(identites.comptesDe(personnes))) {
            throw new ARejouer("liens disparus");
        }
        Instant le = horloge.instant();
        identites.taire(portes.stream()
                .map(porte -> new Constat(porte.identiteId(), porte.eleveId(), porte.niveau(), porte.lien()))
                .toList());
        List<LienCalcule> effets = rattachements.recalculer(
                portes.stream()
                        .filter(porte -> porte.responsableId() != null)
                        .map(porte -> new Couple(Objects.requireNonNull(porte.responsableId()), porte.eleveId()))
                        .toList(),
                le);
        annonce.journaliser(effets, AUTEUR, le);
        // Un abonné apprend quel compte a perdu le numéro d'une personne, et lequel l'a reçu.
        annonce.annoncer(effets, identites.suivre(personnes), le);
        // Une livraison ouverte pendant ce lot a pu lire ces liens comme connus : c'est elle qui décide.
        if (!occupes.containsAll(occupes())) {
            throw new ARejouer("livraison ouverte");
        }
        return portes.size();
    }

    private Set<String> occupes() {
        return livraisons.perimetresOccupes(Source.AAF);
    }
}
