package fr.academie.teleservices.attente;

import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ce qu'une création en nombre ferait de ces personnes, dit avant de la lancer : elle crée un compte pour qui n'en a pas, et laisse à voir
 * une par une qui en a un ou pourrait en avoir un. Le second de deux homonymes servis à la suite est de ceux-là.
 */
@Singleton
public final class PrevisionDesComptes {

    private final AttenduMapper attendus;

    @Inject
    public PrevisionDesComptes(Transactions transactions) {
        this.attendus = transactions.mapper(AttenduMapper.class);
    }

    /** Les personnes qui auraient un compte, et celles qui seraient à voir ; chacune dans une des deux listes, dans l'ordre reçu. */
    public record Prevision(List<Attendu> aCreer, List<Attendu> aVoir) {

        public Prevision {
            aCreer = List.copyOf(aCreer);
            aVoir = List.copyOf(aVoir);
        }
    }

    /** Partage ces personnes, dans l'ordre où elles seraient servies. */
    public Prevision prevoir(List<Attendu> personnes) {
        Map<String, Set<String>> connues = new HashMap<>();
        List<Attendu> aCreer = new ArrayList<>();
        List<Attendu> aVoir = new ArrayList<>();
        for (Attendu personne : personnes) {
            Set<String> deLEcole = connues.computeIfAbsent(personne.uai(), this::formes);
            Identite identite = personne.identite();
            if (personne.compteId() != null || !Collections.disjoint(deLEcole, identite.formes())) {
                aVoir.add(personne);
            } else {
                aCreer.add(personne);
                deLEcole.addAll(identite.formes());
            }
        }
        return new Prevision(aCreer, aVoir);
    }

    private Set<String> formes(String uai) {
        Set<String> formes = new HashSet<>();
        attendus.comptes(uai).forEach(compte -> formes.addAll(compte.identite().formes()));
        return formes;
    }
}
