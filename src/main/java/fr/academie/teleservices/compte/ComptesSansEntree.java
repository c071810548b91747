package fr.academie.teleservices.compte;

import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.tache.TacheReguliere;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Les comptes ouverts dont le titulaire ne peut pas entrer, quoi qu'il tape : une base partagée porte des lignes que Téléservices n'aurait pas
 * écrites. Elles se lisent et se montrent comme les autres ; le journal du serveur les nomme à chaque démarrage et chaque jour.
 */
@Singleton
public final class ComptesSansEntree {

    /** Au-delà, c'est une règle de l'académie, pas une ligne égarée : le journal en dit le nombre et montre les premières. */
    static final int EXAMINES = 5000;

    private static final int NOMMES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(ComptesSansEntree.class);

    private final CompteMapper comptes;

    @Inject
    public ComptesSansEntree(Transactions transactions) {
        this.comptes = transactions.mapper(CompteMapper.class);
    }

    /** @param empreinte nulle si le compte n'a pas encore de mot de passe */
    record LigneDouteuse(
            String qui, Identifiant identifiant, @Nullable String empreinte) {

        boolean seSaisit() {
            return identifiant.seSaisit();
        }

        boolean seProuve() {
            return empreinte == null || HachageService.estConnue(empreinte);
        }

        /** Le CAS seul lit le mot de passe d'un agent : il a ses propres formes. */
        boolean entre() {
            return seSaisit() && (seProuve() || !"responsable".equals(qui));
        }
    }

    /** Les phrases du journal, une par cause ; vide si tous peuvent entrer. */
    public List<String> phrases() {
        return phrases(comptes.entreesDouteuses(EXAMINES));
    }

    private static List<String> phrases(List<LigneDouteuse> lignes) {
        return List.of(
                        phrase(
                                lignes,
                                ligne -> !ligne.seSaisit(),
                                "un identifiant qu'aucune saisie ne désigne (blancs, ponctuation finale)"),
                        phrase(
                                lignes,
                                ligne -> ligne.seSaisit() && !ligne.entre(),
                                "un mot de passe d'une forme inconnue"))
                .stream()
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** Écrit ces phrases au journal du serveur ; rend combien de comptes sont dans ce cas, jusqu'à {@value #EXAMINES}. */
    public int signaler() {
        List<LigneDouteuse> lignes = comptes.entreesDouteuses(EXAMINES);
        phrases(lignes).forEach(LOG::warn);
        return (int) lignes.stream().filter(Predicate.not(LigneDouteuse::entre)).count();
    }

    /** Chaque jour : {@code /sante} en dit le nombre aux adresses de l'exploitation, le journal du serveur les nomme. */
    public TacheReguliere tache() {
        return new TacheReguliere("comptes-sans-entree", Duration.ofDays(1), this::signaler);
    }

    private static String phrase(List<LigneDouteuse> lignes, Predicate<LigneDouteuse> cause, String dite) {
        List<String> nommes = lignes.stream()
                .filter(cause)
                .map(ligne -> ligne.qui + " « " + ligne.identifiant + " »")
                .toList();
        if (nommes.isEmpty()) {
            return "";
        }
        return (lignes.size() == EXAMINES ? "Au moins " : "") + nommes.size()
                + " compte(s) ne peuvent pas entrer, à corriger dans la base : "
                + dite + " : "
                + String.join(", ", nommes.subList(0, Math.min(NOMMES, nommes.size())))
                + (nommes.size() > NOMMES ? ", …" : ".");
    }
}
