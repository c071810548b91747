package fr.academie.teleservices.courrier;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Etablissement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * À qui un établissement écrit, et pour quels élèves.
 *
 * @param eleves ses élèves de cet établissement, au moins un, par classe et prénom
 * @param motif ce que serait le courrier fait maintenant
 * @param lienPossible vrai si l'on peut lui envoyer un lien à une adresse sûre, plutôt qu'un papier
 * @param dernierLe dernier courrier que cet établissement lui a fait ; nul s'il n'en a fait aucun
 */
public record Destinataire(
        Compte compte,
        Adresse adresse,
        Etablissement etablissement,
        List<Eleve> eleves,
        MotifCourrier motif,
        boolean lienPossible,
        @Nullable Instant dernierLe) {

    public Destinataire {
        eleves = List.copyOf(eleves);
    }
}
