package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.rapprochement.RapprochementMapper.AFaire;
import fr.academie.teleservices.rapprochement.RapprochementMapper.PaireRangee;
import fr.academie.teleservices.regroupement.RegroupementSansTitulaire;
import fr.academie.teleservices.socle.config.Reglages;
import fr.academie.teleservices.socle.config.Reglages.ApresUnImport;
import fr.academie.teleservices.socle.persistance.IssueInconnueException;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheDeposee;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calcule l'aperçu d'un rapprochement, puis, une fois validé, le fait : un groupe de comptes par transaction, jugé de nouveau sous verrou. Un
 * serveur tué laisse la suite à un autre ; ce qui est déjà fait ne l'est pas deux fois. L'aperçu qui suit un import se valide de lui-même si les
 * réglages le disent ; à défaut, il attend quelqu'un.
 */
@Singleton
public final class ExecutionDuRapprochement {

    static final String TACHE = "rapprochement";

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionDuRapprochement.class);
    private static final int LOT = 2000;

    private final CalculDuRapprochement calcul;
    private final CompteService comptes;
    private final RegroupementSansTitulaire regroupements;
    private final RapprochementMapper rapprochements;
    private final Transactions transactions;
    private final ApresUnImport apresUnImport;
    private final Clock horloge;

    @Inject
    public ExecutionDuRapprochement(
            CalculDuRapprochement calcul,
            CompteService comptes,
            RegroupementSansTitulaire regroupements,
            Transactions transactions,
            Reglages reglages,
            Clock horloge) {
        this.calcul = calcul;
        this.comptes = comptes;
        this.regroupements = regroupements;
        this.rapprochements = transactions.mapper(RapprochementMapper.class);
        this.transactions = transactions;
        this.apresUnImport = reglages.apresUnImport();
        this.horloge = horloge;
    }

    /** La tâche qui fait l'étape suivante d'un rapprochement ; son identifiant commence par celui du rapprochement. */
    public TacheDeposee tache() {
        return new TacheDeposee(
                TACHE, (tache, arret) -> poursuivre(Long.parseLong(tache.substring(0, tache.indexOf('-'))), arret));
    }

    /**
     * Fait l'étape qui attend : le calcul s'il est demandé, les regroupements s'il est validé. Sans effet s'il n'y en a pas.
     *
     * @return quand reprendre, si l'on s'arrête avant la fin ; nul quand il ne reste rien à faire
     */
    public @Nullable Instant poursuivre(long id, BooleanSupplier arret) {
        Rapprochement rapprochement = rapprochements.parId(id);
        if (rapprochement == null) {
            return null;
        }
        return switch (rapprochement.etat()) {
            case DEMANDE -> calculer(id);
            case VALIDE -> faire(rapprochement, arret);
            case CALCULE, FINI, ABANDONNE -> null;
        };
    }

    private @Nullable Instant calculer(long id) {
        List<PaireRangee> rangees = new ArrayList<>();
        int groupe = 0;
        for (List<Paire> paires : calcul.partout()) {
            groupe++;
            for (Paire paire : paires) {
                rangees.add(new PaireRangee(rangees.size() + 1, groupe, paire));
            }
        }
        transactions.executer(() -> rapprochements.effacerLesPaires(id));
        for (int debut = 0; debut < rangees.size(); debut += LOT) {
            List<PaireRangee> lot = rangees.subList(debut, Math.min(debut + LOT, rangees.size()));
            transactions.executer(() -> transactions.parPaquets(
                    RapprochementMapper.class,
                    "ajouter",
                    lot.stream().map(rangee -> Map.of("id", id, "p", rangee)).toList()));
        }
        return transactions.executer(() -> calcule(id)) ? horloge.instant() : null;
    }

    /** L'aperçu est prêt ; rend vrai s'il se fait aussitôt. */
    private boolean calcule(long id) {
        Instant maintenant = horloge.instant();
        return rapprochements.calcule(id, maintenant) == 1
                && apresUnImport == ApresUnImport.APPLIQUER
                && Objects.requireNonNull(rapprochements.parId(id)).apresImport()
                && rapprochements.aValider() > 0
                && rapprochements.valider(id, maintenant, RapprochementService.EXPLOITATION, maintenant) == 1;
    }

    private @Nullable Instant faire(Rapprochement rapprochement, BooleanSupplier arret) {
        Integer groupe = rapprochements.prochainGroupe(rapprochement.id(), 0);
        while (groupe != null) {
            if (arret.getAsBoolean()) {
                return horloge.instant();
            }
            faireSansFaillir(rapprochement, groupe, arret);
            groupe = suivant(rapprochement.id(), groupe);
        }
        transactions.executer(() -> rapprochements.finir(
                rapprochement.id(), EtatDuRapprochement.VALIDE, EtatDuRapprochement.FINI, horloge.instant()));
        return null;
    }

    /** Le groupe à faire après celui-ci ; au bout, ceux dont l'issue était inconnue et qui restent à faire. */
    private @Nullable Integer suivant(long id, int groupe) {
        Integer apres = rapprochements.prochainGroupe(id, groupe);
        return apres == null ? rapprochements.prochainGroupe(id, 0) : apres;
    }

    private void faireSansFaillir(Rapprochement rapprochement, int groupe, BooleanSupplier arret) {
        try {
            transactions.executer(() -> faire(rapprochement, groupe));
        } catch (IssueInconnueException e) {
            LOG.info("La validation d'un rapprochement est restée sans réponse ; sa marque dira s'il est fait.", e);
        } catch (RuntimeException e) {
            if (arret.getAsBoolean()) {
                throw e;
            }
            LOG.warn("Un groupe de comptes n'a pas pu être rapproché.", e);
            transactions.executer(() -> noter(
                    rapprochement.id(),
                    rapprochements.aFaire(rapprochement.id(), groupe).stream()
                            .map(AFaire::rang)
                            .toList(),
                    IssueDUnePaire.ECHEC));
        }
    }

    private void faire(Rapprochement rapprochement, int groupe) {
        List<AFaire> aFaire = rapprochements.aFaire(rapprochement.id(), groupe);
        Set<Long> vises = new TreeSet<>();
        aFaire.forEach(a -> vises.addAll(List.of(a.compteId(), a.autreId())));
        if (vises.isEmpty()) {
            return;
        }
        Set<Long> verrouilles = calcul.comptesAutour(vises);
        Map<Long, Compte> tenus = comptes.verrouiller(verrouilles);
        List<Paire> actuelles =
                verrouilles.containsAll(calcul.comptesAutour(verrouilles)) ? calcul.autour(verrouilles) : List.of();
        List<Integer> faites = new ArrayList<>();
        List<Integer> changees = new ArrayList<>();
        for (AFaire a : aFaire) {
            Paire paire = actuelles.stream()
                    .filter(p -> p.motif() == null
                            && Objects.equals(p.compteId(), a.compteId())
                            && Objects.equals(p.autreId(), a.autreId()))
                    .findFirst()
                    .orElse(null);
            if (paire == null) {
                changees.add(a.rang());
            } else {
                regroupements.regrouper(
                        Objects.requireNonNull(tenus.get(a.compteId())),
                        Objects.requireNonNull(tenus.get(a.autreId())),
                        Objects.requireNonNull(paire.correspondance()),
                        rapprochement.auteur());
                faites.add(a.rang());
            }
        }
        noter(rapprochement.id(), faites, IssueDUnePaire.FAITE);
        noter(rapprochement.id(), changees, IssueDUnePaire.CHANGEE);
    }

    private void noter(long id, List<Integer> rangs, IssueDUnePaire issue) {
        if (!rangs.isEmpty()) {
            rapprochements.noter(id, rangs, issue);
        }
    }
}
