package fr.academie.teleservices.evenement;

import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.Evenement.Sujet;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.Identites.Suite;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un calcul des liens a changé, dit une fois par compte, au journal et aux services, dans la transaction du calcul. Ce qui n'a pas
 * changé ne se dit pas.
 */
@Singleton
public final class AnnonceDesLiens {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final JournalService journal;
    private final EvenementService evenements;

    @Inject
    public AnnonceDesLiens(
            CompteService comptes, ScolariteService scolarite, JournalService journal, EvenementService evenements) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.journal = journal;
        this.evenements = evenements;
    }

    /** Une ligne de journal par compte dont un lien a changé : de quoi rejouer, et de quoi dire au responsable ce qui s'est passé. */
    public void journaliser(List<LienCalcule> effets, Auteur auteur, Instant le) {
        journal.ajouter(changes(effets).entrySet().stream()
                .map(compte -> new LigneJournal(
                        le, ActionJournal.RATTACHEMENTS_IMPORTES, compte.getKey(), auteur, details(compte.getValue())))
                .toList());
    }

    /**
     * Un événement par compte dont un lien a changé, ou que des personnes ont rejoint ou quitté, avec tous ses liens à présent ; un import de
     * masse annonce autrement.
     *
     * @param suites ces personnes, qui ont déjà suivi leurs constats
     */
    public void annoncer(List<LienCalcule> effets, List<Suite> suites, Instant le) {
        Set<Long> changes = new TreeSet<>(changes(effets).keySet());
        suites.forEach(suite -> changes.addAll(List.of(suite.deId(), suite.versId())));
        Map<Long, List<Rattachement>> liens =
                scolarite.rattachements(changes).stream().collect(Collectors.groupingBy(Rattachement::responsableId));
        evenements.deposer(comptes.verrouiller(changes).values().stream()
                .map(compte -> (Evenement)
                        new RattachementsModifies(le, Sujet.de(compte, liens.getOrDefault(compte.id(), List.of()))))
                .toList());
    }

    private static Map<Long, List<LienCalcule>> changes(List<LienCalcule> effets) {
        return effets.stream()
                .filter(LienCalcule::aChange)
                .collect(Collectors.groupingBy(
                        effet -> effet.couple().responsableId(), TreeMap::new, Collectors.toList()));
    }

    private static String details(List<LienCalcule> effets) {
        JsonArrayBuilder liens = FabriqueJson.tableau();
        for (LienCalcule effet : effets) {
            JsonObjectBuilder lien =
                    FabriqueJson.objet().add("eleve", effet.couple().eleveId());
            ajouter(lien, "avant", effet.avant());
            ajouter(lien, "apres", effet.apres());
            liens.add(lien);
        }
        return FabriqueJson.objet().add("rattachements", liens).build().toString();
    }

    private static void ajouter(JsonObjectBuilder lien, String cle, @Nullable Qualite qualite) {
        if (qualite == null) {
            lien.add(cle, JsonValue.NULL);
        } else {
            lien.add(cle, RattachementsJson.qualite(qualite));
        }
    }
}
