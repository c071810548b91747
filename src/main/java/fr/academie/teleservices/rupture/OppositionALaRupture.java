package fr.academie.teleservices.rupture;

import fr.academie.teleservices.acces.SessionService;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.CompteService;
import fr.academie.teleservices.compte.EtatCompte;
import fr.academie.teleservices.evenement.Evenement.CompteFerme;
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
import fr.academie.teleservices.rupture.RuptureMapper.LienDeplace;
import fr.academie.teleservices.scolarite.Qualite;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Une rupture défaite : les élèves reviennent sur le compte qu'ils ont quitté, liens tels qu'ils étaient ; le compte nouveau se ferme.
 * Refusée dès que le compte nouveau a servi, ou qu'un de ces liens n'est plus ce que la rupture avait laissé.
 */
@Singleton
final class OppositionALaRupture implements ActeOpposable {

    private final CompteService comptes;
    private final ScolariteService scolarite;
    private final Rattachements rattachements;
    private final SessionService sessions;
    private final AvisAuTitulaire avis;
    private final JournalService journal;
    private final EvenementService evenements;
    private final EnvoiDeCourriels courriels;
    private final RuptureMapper ruptures;
    private final Clock horloge;

    @Inject
    OppositionALaRupture(
            CompteService comptes,
            ScolariteService scolarite,
            Rattachements rattachements,
            SessionService sessions,
            AvisAuTitulaire avis,
            JournalService journal,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
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
        this.ruptures = transactions.mapper(RuptureMapper.class);
        this.horloge = horloge;
    }

    @Override
    public Changement acte() {
        return Changement.RUPTURE;
    }

    @Override
    public Prevision prevoir(Opposition opposition) {
        Compte source = comptes.parId(opposition.responsableId()).orElseThrow();
        String identifiant = source.identifiant().valeur();
        return refus(
                        source,
                        opposition.autre(),
                        scolarite.rattachements(source.id(), opposition.autre()),
                        ruptures.deplaces(reference(opposition)))
                .map(refus -> Prevision.refusee(refus, identifiant))
                .orElseGet(() -> Prevision.entiere(identifiant));
    }

    @Override
    public void defaire(Opposition opposition, String adresse) throws OppositionRefusee {
        CompteService.PaireVerrouillee paire = comptes.verrouiller(opposition.responsableId(), opposition.autre());
        Compte source = paire.principal();
        Compte nouveau = paire.secondaire();
        List<Rattachement> liens = scolarite.verrouiller(source.id(), nouveau.id());
        List<LienDeplace> deplaces = ruptures.deplaces(reference(opposition));
        RefusOpposition refus = refus(source, nouveau.id(), liens, deplaces).orElse(null);
        if (refus != null) {
            throw new OppositionRefusee(refus);
        }
        Instant le = horloge.instant();
        Set<Long> eleves = deplaces.stream().map(LienDeplace::eleveId).collect(Collectors.toSet());
        liens.stream().filter(l -> l.responsableId() == nouveau.id()).forEach(scolarite::oter);
        scolarite.gardes(opposition.avant()).stream()
                .filter(lien -> eleves.contains(lien.eleveId()))
                .forEach(scolarite::remettre);
        ruptures.annuler(reference(opposition), source.id(), nouveau.id(), le);
        rattachements.recalculerLesComptes(List.of(source.id()), le);
        comptes.fermer(nouveau, le);
        comptes.avancer(source);
        sessions.finirLesAutres(source.identifiant(), 0);
        sessions.finirLesAutres(nouveau.identifiant(), 0);
        tracer(opposition, source, nouveau, adresse, le);
    }

    private Optional<RefusOpposition> refus(
            Compte source, long nouveauId, List<Rattachement> liens, List<LienDeplace> deplaces) {
        if (source.etat() == EtatCompte.FERME) {
            return Optional.of(RefusOpposition.COMPTE_FERME);
        }
        if (ruptures.aServi(nouveauId)) {
            return Optional.of(RefusOpposition.DEJA_SERVI);
        }
        long siens = liens.stream().filter(l -> l.responsableId() == nouveauId).count();
        boolean intacts = siens == deplaces.size()
                && deplaces.stream()
                        .allMatch(d -> a(liens, nouveauId, d.eleveId(), d.nouveau())
                                && a(liens, source.id(), d.eleveId(), d.source()));
        return intacts ? Optional.empty() : Optional.of(RefusOpposition.LIENS_CHANGES);
    }

    private static boolean a(List<Rattachement> liens, long compteId, long eleveId, Qualite qualite) {
        return liens.stream()
                .anyMatch(l -> l.responsableId() == compteId
                        && l.eleveId() == eleveId
                        && l.qualite().equals(qualite));
    }

    private void tracer(Opposition opposition, Compte source, Compte nouveau, String adresse, Instant le) {
        JsonArrayBuilder liens = FabriqueJson.tableau();
        scolarite
                .rattachements(source.id(), nouveau.id())
                .forEach(l -> liens.add(FabriqueJson.objet()
                        .add("compte", l.responsableId())
                        .add("eleve", l.eleveId())
                        .add("apres", RattachementsJson.qualite(l.qualite()))));
        String details = FabriqueJson.objet()
                .add("jeton", reference(opposition).toString())
                .add("source", source.id())
                .add("nouveau", nouveau.id())
                .add("rattachements", liens)
                .build()
                .toString();
        Auteur auteur = Auteur.parLien(source.identifiant(), adresse);
        journal.ajouter(new LigneJournal(le, ActionJournal.RUPTURE_ANNULEE, source.id(), auteur, details));
        journal.ajouter(new LigneJournal(le, ActionJournal.RUPTURE_ANNULEE, nouveau.id(), auteur, details));
        evenements.deposer(new CompteFerme(le, evenements.sujet(nouveau), source.identifiant()));
        evenements.deposer(new RattachementsModifies(le, evenements.sujet(source)));
        prevenir(source, nouveau);
    }

    /** Chaque adresse à qui la rupture avait été dite. */
    private void prevenir(Compte source, Compte nouveau) {
        List<String> prevenues = new ArrayList<>(avis.adressesSures(source.id()));
        ajouter(source.mail(), prevenues);
        prevenues.forEach(mail -> courriels.deposerEn(
                source.langue(), "rupture.annulee", mail, source.identifiant().valeur()));
        int dejaDites = prevenues.size();
        ajouter(nouveau.mail(), prevenues);
        prevenues.stream()
                .skip(dejaDites)
                .forEach(mail -> courriels.deposerEn(
                        source.langue(),
                        "rupture.annulee.nouveau",
                        mail,
                        nouveau.identifiant().valeur()));
    }

    private static void ajouter(@Nullable String mail, List<String> prevenues) {
        if (mail != null && prevenues.stream().noneMatch(mail::equalsIgnoreCase)) {
            prevenues.add(mail);
        }
    }

    private static UUID reference(Opposition opposition) {
        return Objects.requireNonNull(opposition.reference());
    }
}
