package fr.academie.teleservices.scolarite.web;

import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.NomsDistincts;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Le nom d'un enfant parmi ceux que la page montre avec lui : {@code #{noms.court(enfant.eleve(), accueil.enfants)}}. Ils y sont des
 * {@link Enfant} ou des {@link Eleve}.
 */
@Named("noms")
@Singleton
public final class NomsBean {

    /** Son prénom, et ce qui le distingue de ceux-ci ; {@code parmi} nul : personne d'autre. */
    public String court(Eleve eleve, @Nullable Collection<?> parmi) {
        return NomsDistincts.courts(eleves(eleve, parmi)).getOrDefault(eleve.id(), eleve.prenomCourant());
    }

    /** Son prénom et son nom, et ce qui le distingue de ceux-ci ; {@code parmi} nul : personne d'autre. */
    public String complet(Eleve eleve, @Nullable Collection<?> parmi) {
        return NomsDistincts.complets(eleves(eleve, parmi)).getOrDefault(eleve.id(), eleve.nomComplet());
    }

    /** Son prénom, son nom et sa classe si elle est connue, et ce qui le distingue de ceux-ci ; {@code parmi} nul : personne d'autre. */
    public String completEtClasse(Eleve eleve, @Nullable Collection<?> parmi) {
        return NomsDistincts.completsEtClasse(eleves(eleve, parmi)).getOrDefault(eleve.id(), eleve.nomComplet());
    }

    private static List<Eleve> eleves(Eleve eleve, @Nullable Collection<?> parmi) {
        return parmi == null
                ? List.of(eleve)
                : Stream.concat(Stream.of(eleve), parmi.stream().map(NomsBean::eleve))
                        .toList();
    }

    private static Eleve eleve(Object montre) {
        return montre instanceof Enfant enfant ? enfant.eleve() : (Eleve) montre;
    }
}
