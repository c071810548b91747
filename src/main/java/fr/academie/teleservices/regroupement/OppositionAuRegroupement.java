package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.coordonnees.CoordonneesReprises;
import fr.academie.teleservices.evenement.Evenement.CompteRouvert;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.ActeOpposable;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.Opposition;
import fr.academie.teleservices.opposition.OppositionRefusee;
import fr.academie.teleservices.opposition.Prevision;
import fr.academie.teleservices.opposition.RefusOpposition;
import fr.academie.teleservices.scolarite.LienGarde;
import fr.academie.teleservices.scolarite.Rattachement;
import fr.academie.teleservices.scolarite.Rattachements;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Un regroupement défait : le compte fermé se rouvre avec ses liens et son mot de passe d'avant ; l'autre garde les siens, et ce qui lui est
 * venu depuis. Ce que l'établissement ou un import a changé depuis à un lien l'emporte sur ce qu'il était.
 */
@Singleton
final class OppositionAuRegroupement implements ActeOpposable {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final Rattachements rattachements;
    private final SessionService sessions;
    private final AvisAuTitulaire avis;
    private final JournalService journal;
    private final EvenementService evenements;
    private final EnvoiDeCourriels courriels;
    private final CoordonneesReprises coordonnees;
    private final RegroupementMapper regroupements;
    private final RetourDesLiens retours;
    private final Clock horloge;

    @Inject
    OppositionAuRegroupement(
            CompteService comptes,
            ScolariteService scolarite,
            Rattachements rattachements,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            CoordonneesReprises coordonnees,
            Transactions transactions,
            Clock horloge) {
        this.comptes = comptes;
        this.scolarite = scolarite;
        this.rattachements = rattachements;
        this.sessions = sessions;
        this.avis = avis;
        this.journal = journal;
        this.evenements = evenements;
        this.courriels = courriels;
        this.coordonnees = coordonnees;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.retours = new RetourDesLiens(scolarite, regroupements);
        this.horloge = horloge;
    }

    @Override
    public Changement acte() {
        return Changement.REGROUPEMENT;
    }

    @Override
    public Prevision prevoir(Opposition opposition) {
        Compte principal = comptes.parId(opposition.responsableId()).orElseThrow();
        Compte secondaire = comptes.parId(opposition.autre()).orElseThrow();
        String[] valeurs = {
            principal.identifiant().valeur(), secondaire.identifiant().valeur()
        };
        return refus(
                        opposition,
                        principal,
                        scolarite.rattachements(principal.id(), secondaire.id()),
                        scolarite.gardes(opposition.avant()))
                .map(refus -> Prevision.refusee(refus, valeurs))
                .orElseGet(() -> Prevision.entiere(valeurs));
    }

    @Override
    public void defaire(Opposition opposition, String adresse) throws OppositionRefusee {
        CompteService.PaireVerrouillee paire = comptes.verrouiller(opposition.responsableId(), opposition.autre());
        Compte principal = paire.principal();
        Compte secondaire = paire.secondaire();
        List<Rattachement> liens = scolarite.verrouiller(principal.id(), secondaire.id());
        List<LienGarde> avant = scolarite.gardes(opposition.avant());
        RefusOpposition refus = refus(opposition, principal, liens, avant).orElse(null);
        if (refus != null) {
            throw new OppositionRefusee(refus);
        }
        Instant le = horloge.instant();
        comptes.rendreLEntree(secondaire, regroupements.entree(opposition.avant()));
        comptes.avancer(principal);
        comptes.rendreLesCoordonnees(principal, opposition.avant());
        coordonnees.rendues(principal, comptes.parId(principal.id()).orElseThrow(), opposition.creeLe());
        retours.rendre(reference(opposition), principal.id(), secondaire.id(), avant, liens, le);
        regroupements.annuler(reference(opposition), principal.id(), secondaire.id(), opposition.avant(), le);
        rattachements.recalculerLesComptes(List.of(principal.id(), secondaire.id()), le);
        sessions.finirLesAutres(principal.identifiant(), 0);
        sessions.finirLesAutres(secondaire.identifiant(), 0);
        tracer(opposition, principal, secondaire, adresse, le);
    }

    private Optional<RefusOpposition> refus(
            Opposition opposition, Compte principal, List<Rattachement> liens, List<LienGarde> avant) {
        if (principal.etat() == EtatCompte.FERME) {
            return Optional.of(RefusOpposition.REGROUPE_DEPUIS);
        }
        if (!regroupements.actif(reference(opposition))) {
            return Optional.of(RefusOpposition.ROMPU_DEPUIS);
        }
        boolean tousLa = avant.stream()
                .filter(lien -> lien.responsableId() == opposition.autre())
                .allMatch(lien -> liens.stream().anyMatch(l -> l.eleveId() == lien.eleveId()));
        return tousLa ? Optional.empty() : Optional.of(RefusOpposition.LIENS_CHANGES);
    }

    private void tracer(Opposition opposition, Compte principal, Compte secondaire, String adresse, Instant le) {
        JsonArrayBuilder liens = FabriqueJson.tableau();
        scolarite
                .rattachements(principal.id(), secondaire.id())
                .forEach(l -> liens.add(FabriqueJson.objet()
                        .add("compte", l.responsableId())
                        .add("eleve", l.eleveId())
                        .add("apres", RattachementsJson.qualite(l.qualite()))));
        Compte rouvert = comptes.parId(secondaire.id()).orElseThrow();
        String details = FabriqueJson.objet()
                .add("jeton", reference(opposition).toString())
                .add("principal", principal.id())
                .add("secondaire", secondaire.id())
                .add("etat", rouvert.etat().name())
                .add("rattachements", liens)
                .build()
                .toString();
        for (Compte compte : List.of(principal, secondaire)) {
            journal.ajouter(new LigneJournal(
                    le,
                    ActionJournal.REGROUPEMENT_ANNULE,
                    compte.id(),
                    Auteur.parLien(compte.identifiant(), adresse),
                    details));
            avis.adressesSures(compte.id())
                    .forEach(mail -> courriels.deposerEn(
                            compte.langue(),
                            "regroupement.annule",
                            mail,
                            principal.identifiant().valeur(),
                            secondaire.identifiant().valeur()));
        }
        evenements.deposer(new CompteRouvert(le, evenements.sujet(rouvert)));
        evenements.deposer(new RattachementsModifies(le, evenements.sujet(principal)));
    }

    private static UUID reference(Opposition opposition) {
        return Objects.requireNonNull(opposition.reference());
    }
}
