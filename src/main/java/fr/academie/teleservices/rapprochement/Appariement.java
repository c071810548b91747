package fr.academie.teleservices.rapprochement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Qui va avec qui : les comptes que relient des personnes aux quatre données identiques, d'un seul tenant, et ce qui se laisse sans même y
 * regarder de plus près. Une règle pure.
 *
 * @param groupes chacun d'au moins deux comptes ; un compte n'est que d'un seul
 * @param laissees adresse partagée, personne sans compte
 */
record Appariement(List<Groupe> groupes, List<Paire> laissees) {

    /**
     * Des comptes que les données disent de la même personne.
     *
     * @param personnes celles qui les relient, par compte puis par id
     */
    record Groupe(List<PersonneDite> personnes, TreeSet<Long> comptes) {}

    /** Les mêmes clés ; les noms restent à comparer. */
    private record Cellule(
            long prenom, @Nullable Long mail, @Nullable Long portable) {}

    /**
     * Apparie ces personnes.
     *
     * @param personnes dans un ordre quelconque ; celles à qui une donnée manque sont ignorées
     * @param mailsPartages les clés des adresses que trop de personnes ont
     */
    static Appariement de(Collection<PersonneDite> personnes, Set<Long> mailsPartages) {
        Map<Cellule, List<PersonneDite>> cellules = new LinkedHashMap<>();
        personnes.stream()
                .filter(PersonneDite::estComplete)
                .sorted(DANS_L_ORDRE)
                .forEach(p -> cellules.computeIfAbsent(
                                new Cellule(p.clePrenom(), p.cleMail(), p.clePortable()), c -> new ArrayList<>())
                        .add(p));
        Chantier chantier = new Chantier();
        cellules.forEach((cellule, siennes) -> {
            if (mailsPartages.contains(Objects.requireNonNull(cellule.mail()))) {
                chantier.laisser(MotifLaisse.MAIL_PARTAGE, siennes);
            } else {
                chantier.relier(siennes);
            }
        });
        return chantier.fini();
    }

    /** Par compte, puis par identité ; sans compte, à la fin. */
    static final Comparator<PersonneDite> DANS_L_ORDRE = Comparator.comparing(
                    PersonneDite::compteId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PersonneDite::id);

    /** Des comptes reliés deux à deux, réunis de proche en proche. */
    private static final class Chantier {

        private final List<Paire> laissees = new ArrayList<>();
        private final Map<Long, Long> vers = new HashMap<>();
        private final Map<Long, PersonneDite> reliees = new LinkedHashMap<>();

        /** La première personne de chaque compte, face aux autres. */
        void laisser(MotifLaisse motif, List<PersonneDite> siennes) {
            Set<Long> vus = new HashSet<>();
            for (int i = 0; i < siennes.size(); i++) {
                PersonneDite autre = siennes.get(i);
                if (autre.compteId() != null && vus.add(autre.compteId())) {
                    siennes.subList(0, i).stream()
                            .filter(une -> une.surUnAutreCompte(autre)
                                    && une.memesDonnees(autre).isPresent())
                            .findFirst()
                            .ifPresent(une -> laissees.add(Paire.laissee(motif, une, autre)));
                }
            }
        }

        void relier(List<PersonneDite> siennes) {
            for (int i = 0; i < siennes.size(); i++) {
                PersonneDite autre = siennes.get(i);
                boolean signalee = false;
                for (PersonneDite une : siennes.subList(0, i)) {
                    if (une.memesDonnees(autre).isEmpty()) {
                        continue;
                    }
                    if (une.surUnAutreCompte(autre)) {
                        reliees.put(une.id(), une);
                        reliees.put(autre.id(), autre);
                        vers.put(racine(autre.compteId()), racine(une.compteId()));
                    } else if (autre.compteId() == null && !signalee) {
                        signalee = true;
                        laissees.add(Paire.laissee(MotifLaisse.PERSONNE_SANS_COMPTE, une, autre));
                    }
                }
            }
        }

        private long racine(@Nullable Long compteId) {
            long compte = Objects.requireNonNull(compteId);
            Long suivant = vers.get(compte);
            while (suivant != null && suivant != compte) {
                compte = suivant;
                suivant = vers.get(compte);
            }
            return compte;
        }

        Appariement fini() {
            Map<Long, List<PersonneDite>> parRacine = new TreeMap<>();
            reliees.values()
                    .forEach(p -> parRacine
                            .computeIfAbsent(racine(p.compteId()), r -> new ArrayList<>())
                            .add(p));
            List<Groupe> groupes = new ArrayList<>();
            parRacine.values().forEach(siennes -> {
                siennes.sort(DANS_L_ORDRE);
                TreeSet<Long> comptes = new TreeSet<>();
                siennes.forEach(p -> comptes.add(Objects.requireNonNull(p.compteId())));
                groupes.add(new Groupe(List.copyOf(siennes), comptes));
            });
            return new Appariement(List.copyOf(groupes), List.copyOf(laissees));
        }
    }
}
