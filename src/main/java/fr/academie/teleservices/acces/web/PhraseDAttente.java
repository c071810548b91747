package fr.academie.teleservices.acces.web;

import fr.academie.teleservices.acces.Attente;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import fr.academie.teleservices.socle.texte.Textes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Ce que lit une personne que la garde a refusée : pourquoi, et à quelle heure de l'académie réessayer. */
@Singleton
public class PhraseDAttente {

    private static final int UNE_HEURE = 60;

    private final Textes textes;
    private final HeureDeLAcademie heures;

    @Inject
    public PhraseDAttente(Textes textes, HeureDeLAcademie heures) {
        this.textes = textes;
        this.heures = heures;
    }

    /** Pourquoi, puis « Réessayez à 20 h 14 » ; avec le jour si l'attente passe une heure. */
    public String de(Attente attente) {
        return textes.avec("garde.attente." + attente.motif().name(), reprise(attente));
    }

    /** « Réessayez à 20 h 14 », sans dire pourquoi. */
    public String reprise(Attente attente) {
        return attente.minutes() > UNE_HEURE
                ? textes.avec("garde.reprise.jour", heures.jourEtHeure(attente.reprise()))
                : textes.avec("garde.reprise", heures.heure(attente.reprise()), attente.minutes());
    }
}
