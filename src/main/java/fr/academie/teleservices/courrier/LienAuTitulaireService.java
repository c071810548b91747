package fr.academie.teleservices.courrier;

import fr.academie.teleservices.acces.Acte;
import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.motdepasse.OubliService;
import fr.academie.teleservices.motdepasse.ReponsesDOubli;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import fr.academie.teleservices.socle.web.AdresseDuService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Le lien à usage unique qu'un agent envoie au titulaire d'un compte ACTIF, à son adresse confirmée, plutôt qu'un papier : l'agent n'apprend
 * rien qui ouvre le compte. Source : DOMAIN §4.
 */
@Singleton
public final class LienAuTitulaireService {

    private final CourrierService courriers;
    private final CompteService comptes;
    private final ReponsesDOubli oublis;
    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final AdresseDuService service;
    private final Transactions transactions;
    private final Clock horloge;

    @Inject
    public LienAuTitulaireService(
            CourrierService courriers,
            CompteService comptes,
            ReponsesDOubli oublis,
            JournalService journal,
            JournalDuBureau bureau,
            AdresseDuService service,
            Transactions transactions,
            Clock horloge) {
        this.courriers = courriers;
        this.comptes = comptes;
        this.oublis = oublis;
        this.journal = journal;
        this.bureau = bureau;
        this.service = service;
        this.transactions = transactions;
        this.horloge = horloge;
    }

    /**
     * Envoie le lien. Le mot de passe du titulaire ne change pas tant qu'il ne s'en sert pas.
     *
     * @throws CourrierRefuse INTROUVABLE, SANS_ADRESSE ou LIEN_DEJA_PARTI ; rien n'a changé
     */
    public void envoyer(Agent agent, long responsableId, String uai) throws CourrierRefuse {
        Acte.FAIRE_UN_COURRIER.exiger(agent);
        transactions.executer(() -> {
            Destinataire destinataire = courriers
                    .destinataire(agent, responsableId, uai)
                    .orElseThrow(() -> new CourrierRefuse(RefusCourrier.INTROUVABLE));
            Compte compte = comptes.verrouiller(responsableId);
            ReponsesDOubli.Envoi envoi = oublis.envoyerAuTitulaire(
                    compte,
                    destinataire.etablissement().nom(),
                    service.lien(OubliService.PAGE_DU_LIEN),
                    agent.identifiant().valeur());
            if (envoi != ReponsesDOubli.Envoi.PARTI) {
                throw new CourrierRefuse(
                        envoi == ReponsesDOubli.Envoi.DEJA_PARTI
                                ? RefusCourrier.LIEN_DEJA_PARTI
                                : RefusCourrier.SANS_ADRESSE);
            }
            journal.ajouter(new LigneJournal(
                    horloge.instant(),
                    ActionJournal.LIEN_ENVOYE,
                    responsableId,
                    agent.auteur(),
                    FabriqueJson.objet().add("uai", uai).build().toString()));
            bureau.noter(agent, ActionBureau.LIEN_ENVOYE, new JournalDuBureau.Cible(uai, responsableId, null));
        });
    }
}
