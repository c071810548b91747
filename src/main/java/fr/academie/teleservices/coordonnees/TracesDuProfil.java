package fr.academie.teleservices.coordonnees;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement.Champ;
import fr.academie.teleservices.evenement.Evenement.CompteModifie;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Le journal et l'événement d'une coordonnée changée, dans la transaction du changement. */
@Singleton
final class TracesDuProfil {

    private final JournalService journal;
    private final EvenementService evenements;
    private final Clock horloge;

    @Inject
    TracesDuProfil(JournalService journal, EvenementService evenements, Clock horloge) {
        this.journal = journal;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    void journaliser(
            Compte compte, ActionJournal action, Auteur auteur, @Nullable String avant, @Nullable String apres) {
        JsonObjectBuilder details = FabriqueJson.objet();
        if (avant != null) {
            details.add("avant", avant);
        }
        if (apres != null) {
            details.add("apres", apres);
        }
        journal.ajouter(new LigneJournal(
                horloge.instant(), action, compte.id(), auteur, details.build().toString()));
    }

    void annoncer(Compte compte, Champ champ) {
        evenements.deposer(new CompteModifie(horloge.instant(), evenements.sujet(compte), Set.of(champ)));
    }
}
