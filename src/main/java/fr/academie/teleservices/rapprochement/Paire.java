package fr.academie.teleservices.rapprochement;

import fr.academie.teleservices.compte.Correspondance;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deux personnes que les données disent la même, et ce qu'il y a à en faire.
 *
 * @param motif nul si le compte {@code autreId} est à regrouper avec {@code compteId}
 * @param compteId celui qui resterait ; nul s'il n'y en a pas
 * @param autreId celui qui se fermerait ; nul s'il n'y en a pas
 * @param correspondance ce qui concorde dans leurs noms ; nulle si l'on n'y touche pas
 */
record Paire(
        @Nullable MotifLaisse motif,
        @Nullable Long compteId,
        long identiteId,
        @Nullable Long autreId,
        long autreIdentiteId,
        @Nullable Correspondance correspondance) {

    static Paire laissee(MotifLaisse motif, PersonneDite une, PersonneDite autre) {
        return new Paire(motif, une.compteId(), une.id(), autre.compteId(), autre.id(), null);
    }

    static Paire aRegrouper(PersonneDite reste, PersonneDite ferme, Correspondance correspondance) {
        return new Paire(null, reste.compteId(), reste.id(), ferme.compteId(), ferme.id(), correspondance);
    }

    /** Les deux comptes, sans ordre. */
    Couple couple() {
        return Couple.de(compteId == null ? 0 : compteId, autreId == null ? 0 : autreId);
    }

    /** L'autre compte de la paire ; vide si celui-ci n'en est pas, ou s'il est seul. */
    Optional<Long> autreQue(long compte) {
        if (Objects.equals(compteId, compte)) {
            return Optional.ofNullable(autreId);
        }
        return Objects.equals(autreId, compte) ? Optional.ofNullable(compteId) : Optional.empty();
    }

    /** Deux comptes, sans ordre. */
    record Couple(long moindre, long plusGrand) {

        static Couple de(long un, long autre) {
            return new Couple(Math.min(un, autre), Math.max(un, autre));
        }
    }
}
