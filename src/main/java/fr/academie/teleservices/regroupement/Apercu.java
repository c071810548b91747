package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Enfant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ce que l'étape 2 montre : le compte qui reste, celui qui ferme, les élèves de chacun et le résultat.
 *
 * @param jeton la demande, qui est aussi la clé d'idempotence de la confirmation
 * @param vue empreinte de ce qui est montré (64 chiffres hexadécimaux)
 */
public record Apercu(
        UUID jeton,
        String vue,
        Compte principal,
        Compte secondaire,
        List<Enfant> enfantsPrincipal,
        List<Enfant> enfantsSecondaire,
        List<EnfantApres> apres) {

    /** Tous les enfants montrés, des deux côtés ; celui qui est des deux y est deux fois. */
    public List<Enfant> enfants() {
        return Stream.concat(enfantsPrincipal.stream(), enfantsSecondaire.stream())
                .toList();
    }
}
