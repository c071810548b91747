package fr.academie.teleservices.contestation;

import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.texte.HeureDeLAcademie;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Ce qu'une réponse laisse derrière elle, dans sa transaction ; les liens sont déjà ceux d'après. */
@Singleton
final class TracesDeReponse {

    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final EvenementService evenements;
    private final EnvoiDeCourriels courriels;
    private final HeureDeLAcademie heure;
    private final ScolariteService scolarite;

    @Inject
    TracesDeReponse(
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            HeureDeLAcademie heure,
            ScolariteService scolarite) {
        this.journal = journal;
        this.bureau = bureau;
        this.evenements = evenements;
        this.courriels = courriels;
        this.heure = heure;
        this.scolarite = scolarite;
    }

    /** La réponse elle-même : journaux, événement, et le motif au responsable. */
    void repondre(
            Agent agent,
            Contestation contestation,
            Decision decision,
            Compte compte,
            Qualite avant,
            Qualite apres,
            Instant le) {
        tracer(agent, decision.reponse().auJournal(), contestation, compte, avant, apres, le);
        bureau.noter(
                agent,
                decision.reponse().auBureau(),
                new JournalDuBureau.Cible(
                        contestation.eleve().etablissement().uai(),
                        compte.id(),
                        contestation.eleve().id()));
        if (compte.mail() != null) {
            courriels.deposerEn(
                    compte.langue(),
                    "contestation." + decision.reponse().name().toLowerCase(Locale.ROOT),
                    compte.mail(),
                    compte.identite().nomCourant(),
                    nom(contestation.eleve(), compte),
                    contestation.eleve().etablissement().nom(),
                    decision.motif(),
                    heure.date(le));
        }
    }

    /** La personne qui devient représentant légal : journal de son compte, événement, courriel. */
    void nommer(Agent agent, Contestation contestation, Compte compte, Qualite avant, Qualite apres, Instant le) {
        tracer(agent, ActionJournal.REPRESENTANT_NOMME, contestation, compte, avant, apres, le);
        if (compte.mail() != null) {
            courriels.deposerEn(
                    compte.langue(),
                    "contestation.nomme",
                    compte.mail(),
                    compte.identite().nomCourant(),
                    nom(contestation.eleve(), compte),
                    contestation.eleve().etablissement().nom(),
                    heure.date(le));
        }
    }

    /** Son prénom, et ce qui le distingue des autres élèves de ce compte. */
    private String nom(Eleve eleve, Compte compte) {
        Stream<Eleve> duCompte = scolarite.enfants(compte.id()).stream().map(Enfant::eleve);
        return NomsDistincts.courts(Stream.concat(Stream.of(eleve), duCompte).toList())
                .getOrDefault(eleve.id(), eleve.prenomCourant());
    }

    private void tracer(
            Agent agent,
            ActionJournal action,
            Contestation contestation,
            Compte compte,
            Qualite avant,
            Qualite apres,
            Instant le) {
        JsonObject details = FabriqueJson.objet()
                .add("eleve", contestation.eleve().id())
                .add("avant", RattachementsJson.qualite(avant))
                .add("apres", RattachementsJson.qualite(apres))
                .build();
        journal.ajouter(new LigneJournal(le, action, compte.id(), agent.auteur(), details.toString()));
        evenements.deposer(new RattachementsModifies(le, evenements.sujet(compte)));
    }
}
