package fr.academie.teleservices.contestation;

import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.compte.Identite;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import java.time.Duration;
import java.time.Instant;

/**
 * Une déclaration « Je ne suis pas le représentant légal de cet élève ».
 *
 * @param lienId la ligne de {@code rattachement} contestée
 * @param declareLe quand le responsable l'a faite
 */
public record Contestation(
        long lienId,
        long responsableId,
        Identifiant identifiant,
        Identite responsable,
        Eleve eleve,
        Qualite qualite,
        Instant declareLe) {

    /** Vrai tant que l'établissement n'a pas répondu. */
    public boolean attend() {
        return qualite.etat() == EtatRattachement.CONTESTE;
    }

    /** Jours entiers écoulés depuis la déclaration. */
    public long jours(Instant maintenant) {
        return Math.max(0, Duration.between(declareLe, maintenant).toDays());
    }
}
