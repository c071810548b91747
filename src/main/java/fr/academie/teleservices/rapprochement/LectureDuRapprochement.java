package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.lignee.LigneeService;
import fr.academie.teleservices.lignee.Parente;
import fr.academie.teleservices.rapprochement.Paire.Couple;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Ce que le rapprochement lit : qui a les mêmes données, et tout ce qui pourrait s'y opposer. Pour une académie, ou pour quelques comptes. */
@Singleton
final class LectureDuRapprochement {

    /** Au-delà, une adresse n'est pas celle d'une personne. Source : DOMAIN §4. */
    static final int IDENTITES_PAR_MAIL = 5;

    private static final int LOT = 2000;

    private final LectureMapper lectures;
    private final LigneeService lignee;
    private final Clock horloge;

    @Inject
    LectureDuRapprochement(LigneeService lignee, Transactions transactions, Clock horloge) {
        this.lectures = transactions.mapper(LectureMapper.class);
        this.lignee = lignee;
        this.horloge = horloge;
    }

    /** Des personnes de même prénom et de même adresse, liste par liste, dans toute l'académie : les quatre données, ou une qui manque. */
    List<List<PersonneDite>> deMemeMail() {
        return personnes(lectures.memeMail());
    }

    /** De même prénom et de même portable, quand l'adresse d'une au moins manque. */
    List<List<PersonneDite>> sansMail() {
        return personnes(lectures.sansMail());
    }

    /** Qui va avec qui parmi ces personnes, où sont toutes celles des comptes à relier. */
    Appariement apparier(Collection<PersonneDite> personnes) {
        Set<Long> mails = new TreeSet<>();
        personnes.stream()
                .filter(PersonneDite::estComplete)
                .forEach(p -> mails.add(Objects.requireNonNull(p.cleMail())));
        Set<Long> partages = new HashSet<>();
        parLots(mails, lot -> partages.addAll(lectures.mailsPartages(IDENTITES_PAR_MAIL, json(lot))));
        return Appariement.de(personnes, partages);
    }

    /** Les groupes de ces comptes, de proche en proche ; jamais un compte fermé : aucune identité n'en nomme. */
    Appariement autour(Collection<Long> comptes) {
        Set<Long> connus = new TreeSet<>(comptes);
        Map<Long, PersonneDite> personnes = new LinkedHashMap<>();
        boolean accru = true;
        while (accru) {
            lectures.autour(json(connus)).forEach(p -> personnes.put(p.id(), p));
            accru = false;
            for (PersonneDite personne : personnes.values()) {
                accru |= personne.compteId() != null && connus.add(personne.compteId());
            }
        }
        if (personnes.values().stream()
                .noneMatch(p -> personnes.values().stream().anyMatch(p::surUnAutreCompte))) {
            return new Appariement(List.of(), List.of());
        }
        return apparier(personnes.values());
    }

    /** Tout ce qu'il faut savoir de ces comptes pour les juger. */
    Faits faits(Collection<Long> comptes) {
        Map<Long, CompteEnCause> lus = new HashMap<>();
        Map<Long, Set<Long>> eleves = new HashMap<>();
        Set<Long> contestes = new HashSet<>();
        parLots(comptes, lot -> {
            String ids = json(lot);
            lectures.comptes(ids, horloge.instant()).forEach(c -> lus.put(c.id(), c));
            lectures.liens(ids).forEach(lien -> {
                eleves.computeIfAbsent(lien.compteId(), id -> new HashSet<>()).add(lien.eleveId());
                if (lien.conteste()) {
                    contestes.add(lien.compteId());
                }
            });
        });
        Map<Long, Parente> parentes = lignee.parentes(comptes);
        Map<Long, Long> aujourdhui = new HashMap<>();
        comptes.forEach(compte -> aujourdhui.put(compte, compte));
        parentes.forEach((compte, parente) -> parente.absorbes().forEach(absorbe -> aujourdhui.put(absorbe, compte)));
        Map<Long, Set<Long>> dementis = new HashMap<>();
        Set<Couple> ecartees = new HashSet<>();
        parLots(aujourdhui.keySet(), lot -> {
            String ids = json(lot);
            lectures.dementis(ids)
                    .forEach(lien -> dementis.computeIfAbsent(
                                    Objects.requireNonNull(aujourdhui.get(lien.compteId())), id -> new HashSet<>())
                            .add(lien.eleveId()));
            lectures.ecartees(ids).forEach(paire -> {
                Long un = aujourdhui.get(paire.moindre());
                Long autre = aujourdhui.get(paire.plusGrand());
                if (un != null && autre != null) {
                    ecartees.add(Couple.de(un, autre));
                }
            });
        });
        return new Faits(lus, eleves, contestes, dementis, parentes, ecartees);
    }

    private List<List<PersonneDite>> personnes(List<String> listes) {
        List<List<Long>> ids = listes.stream()
                .map(liste ->
                        Arrays.stream(liste.split(",", -1)).map(Long::valueOf).toList())
                .toList();
        Map<Long, PersonneDite> lues = new HashMap<>();
        parLots(
                ids.stream().flatMap(List::stream).toList(),
                lot -> lectures.personnes(json(lot)).forEach(p -> lues.put(p.id(), p)));
        // Une identité retirée entre-temps n'est plus à rapprocher.
        return ids.stream()
                .map(liste ->
                        liste.stream().map(lues::get).filter(Objects::nonNull).toList())
                .toList();
    }

    private static void parLots(Collection<Long> tous, Consumer<List<Long>> lire) {
        // Triés : les lignes d'un lot se suivent dans la table.
        List<Long> distincts = new ArrayList<>(new TreeSet<>(tous));
        for (int debut = 0; debut < distincts.size(); debut += LOT) {
            lire.accept(distincts.subList(debut, Math.min(debut + LOT, distincts.size())));
        }
    }

    private static String json(Collection<Long> nombres) {
        return nombres.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
