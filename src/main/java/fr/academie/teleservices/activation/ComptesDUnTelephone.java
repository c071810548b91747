package fr.academie.teleservices.activation;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.compte.TelephonePortable;
import fr.academie.teleservices.compte.Telephones;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.ScolariteService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Les comptes jamais activés auxquels un établissement donne un portable. Un couple en partage un : le prénom, puis les dates de naissance de
 * tous les enfants, disent de qui il s'agit.
 */
@Singleton
public final class ComptesDUnTelephone {

    private final Telephones telephones;
    private final ScolariteService scolarite;

    @Inject
    public ComptesDUnTelephone(Telephones telephones, ScolariteService scolarite) {
        this.telephones = telephones;
        this.scolarite = scolarite;
    }

    /** Vrai si l'un d'eux a un enfant : il vaut d'y envoyer un code. */
    boolean connaissent(TelephonePortable telephone) {
        return telephones.jamaisActives(telephone).stream()
                .anyMatch(compte -> !naissances(List.of(compte)).isEmpty());
    }

    /**
     * Les comptes d'une seule identité qui a ce prénom et, à eux tous, exactement ces dates de naissance ; vide si aucune, ou si deux
     * personnes y répondent.
     */
    List<Compte> quiRepondent(TelephonePortable telephone, String prenom, Set<LocalDate> naissances) {
        List<List<Compte>> trouvees = parIdentite(telephones.jamaisActives(telephone)).stream()
                .filter(comptes -> meme(prenom, comptes.get(0).identite().prenom()))
                .filter(comptes -> !naissances.isEmpty() && naissances(comptes).equals(naissances))
                .toList();
        return trouvees.size() == 1 ? trouvees.get(0) : List.of();
    }

    private static List<List<Compte>> parIdentite(Collection<Compte> comptes) {
        List<List<Compte>> identites = new ArrayList<>();
        for (Compte compte : comptes) {
            identites.stream()
                    .filter(deja ->
                            deja.get(0).identite().comparer(compte.identite()).isPresent())
                    .findFirst()
                    .orElseGet(() -> {
                        List<Compte> nouvelle = new ArrayList<>();
                        identites.add(nouvelle);
                        return nouvelle;
                    })
                    .add(compte);
        }
        return identites;
    }

    private Set<LocalDate> naissances(List<Compte> comptes) {
        return comptes.stream()
                .flatMap(compte -> scolarite.enfants(compte.id()).stream())
                .filter(enfant -> enfant.etat() == EtatRattachement.ACTIF)
                .map(Enfant::eleve)
                .map(eleve -> eleve.dateNaissance())
                .collect(Collectors.toSet());
    }

    private static boolean meme(String saisi, String prenom) {
        String forme = Identite.normaliser(saisi);
        return !forme.isEmpty() && forme.equals(Identite.normaliser(prenom));
    }
}
