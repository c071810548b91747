package fr.academie.teleservices.attente;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.attente.AttenduMapper.LigneAttendue;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.Evenement.CompteCree;
import fr.academie.teleservices.evenement.Evenement.Origine;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.scolarite.Eleve;
import fr.academie.teleservices.scolarite.EtatRattachement;
import fr.academie.teleservices.scolarite.LienCalcule;
import fr.academie.teleservices.scolarite.OrigineRattachement;
import fr.academie.teleservices.scolarite.Qualite;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Donne son compte à une personne attendue, dans la transaction de l'appelant : ses élèves, le journal, le bureau, l'événement. Une personne
 * que des fichiers nomment prend le compte avec tous ses constats, et ses liens en sont calculés ; une personne saisie y est rattachée.
 */
final class ComptesDonnes {

    private final AttenduMapper attendus;
    private final ScolariteService scolarite;
    private final Rattachements rattachements;
    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final EvenementService evenements;
    private final Clock horloge;

    ComptesDonnes(
            AttenduMapper attendus,
            ScolariteService scolarite,
            Rattachements rattachements,
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            Clock horloge) {
        this.attendus = attendus;
        this.scolarite = scolarite;
        this.rattachements = rattachements;
        this.journal = journal;
        this.bureau = bureau;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** Donne ce compte verrouillé, {@code nouveau} s'il vient d'être créé. */
    void donner(Agent agent, Attendu attendu, Compte compte, boolean nouveau) {
        Instant le = horloge.instant();
        CleAttendu cle = CleAttendu.de(attendu.id());
        List<Long> eleves = cle.nommee() ? nommer(cle, compte, le) : rattacher(attendu, cle, compte, le);
        for (Eleve eleve : attendu.eleves()) {
            bureau.noter(
                    agent,
                    nouveau ? ActionBureau.CREATION_DE_COMPTE : ActionBureau.RATTACHEMENT,
                    new JournalDuBureau.Cible(attendu.uai(), compte.id(), eleve.id()));
        }
        JsonArrayBuilder liens = FabriqueJson.tableau();
        eleves.forEach(liens::add);
        String details = FabriqueJson.objet()
                .add("compte", compte.identifiant().valeur())
                .add("eleves", liens)
                .build()
                .toString();
        journal.ajouter(new LigneJournal(
                le,
                nouveau ? ActionJournal.CREATION : ActionJournal.RATTACHEMENT,
                compte.id(),
                agent.auteur(),
                details));
        Evenement.Sujet sujet = evenements.sujet(compte);
        evenements.deposer(
                nouveau ? new CompteCree(le, sujet, Origine.ETABLISSEMENT) : new RattachementsModifies(le, sujet));
    }

    private List<Long> nommer(CleAttendu cle, Compte compte, Instant le) {
        return rattachements.nommer(cle.id(), compte.id(), le).stream()
                .filter(LienCalcule::aChange)
                .map(lien -> lien.couple().eleveId())
                .toList();
    }

    private List<Long> rattacher(Attendu attendu, CleAttendu cle, Compte compte, Instant le) {
        for (LigneAttendue ligne : attendus.lignes(List.of(attendu.uai()), cle, null)) {
            scolarite.rattacher(
                    compte.id(),
                    ligne.eleveId(),
                    new Qualite(ligne.niveau(), ligne.lien(), EtatRattachement.ACTIF),
                    OrigineRattachement.SAISIE,
                    le);
        }
        attendus.poserCompte(cle.id(), compte.id());
        return attendu.eleves().stream().map(Eleve::id).toList();
    }
}
