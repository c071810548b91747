package fr.academie.teleservices.rupture;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Qualite;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ce qui va se passer, avant de confirmer.
 *
 * @param jeton la demande, qui est aussi la clé d'idempotence de la confirmation
 * @param vue empreinte de ce qui est montré (64 chiffres hexadécimaux)
 * @param titulaire la personne du compte nouveau
 * @param partent les élèves du compte nouveau, tels qu'ils y seront
 * @param restent les élèves que l'agent voit et qui restent sur le compte, tels qu'ils y seront
 */
public record ApercuDeRupture(
        UUID jeton, String vue, Compte compte, Identite titulaire, List<EnfantARompre> partent, List<Enfant> restent) {

    /**
     * Ce que le plan fera, vu de l'agent.
     *
     * @param visibles les enfants du compte que l'agent voit ; tous ceux du plan en sont
     */
    static ApercuDeRupture de(UUID jeton, PlanDeRupture plan, List<Enfant> visibles) {
        return new ApercuDeRupture(
                jeton,
                plan.empreinte(),
                plan.source(),
                plan.modele().identite(),
                plan.partent().stream()
                        .map(l -> new EnfantARompre(enfant(visibles, l, l.nouveau()), l.provenance()))
                        .toList(),
                Stream.concat(
                                plan.restent().stream(),
                                plan.partent().stream()
                                        .filter(LienRompu::resteAussi)
                                        .map(l -> enfant(visibles, l, l.source())))
                        .toList());
    }

    private static Enfant enfant(List<Enfant> visibles, LienRompu lien, Qualite qualite) {
        return visibles.stream()
                .filter(e -> e.eleve().id() == lien.eleveId())
                .map(e -> new Enfant(e.eleve(), qualite))
                .findFirst()
                .orElseThrow();
    }
}
