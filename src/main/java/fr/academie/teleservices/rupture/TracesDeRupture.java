package fr.academie.teleservices.rupture;

import fr.academie.teleservices.agent.ActionBureau;
import fr.academie.teleservices.agent.Agent;
import fr.academie.teleservices.agent.JournalDuBureau;
import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.evenement.Evenement.CompteCree;
import fr.academie.teleservices.evenement.Evenement.Origine;
import fr.academie.teleservices.evenement.Evenement.RattachementsModifies;
import fr.academie.teleservices.evenement.EvenementService;
import fr.academie.teleservices.journal.ActionJournal;
import fr.academie.teleservices.journal.JournalService;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.scolarite.Enfant;
import fr.academie.teleservices.scolarite.Etablissement;
import fr.academie.teleservices.scolarite.NomsDistincts;
import fr.academie.teleservices.scolarite.RattachementsJson;
import fr.academie.teleservices.scolarite.ScolariteService;
import fr.academie.teleservices.socle.courriel.EnvoiDeCourriels;
import fr.academie.teleservices.socle.json.FabriqueJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ce qu'une rupture laisse derrière elle, dans sa transaction : journaux, événements pour les services, courriels au responsable. */
@Singleton
final class TracesDeRupture {

    private final ScolariteService scolarite;
    private final JournalService journal;
    private final JournalDuBureau bureau;
    private final EvenementService evenements;
    private final EnvoiDeCourriels courriels;
    private final AvisAuTitulaire avis;

    @Inject
    TracesDeRupture(
            ScolariteService scolarite,
            JournalService journal,
            JournalDuBureau bureau,
            EvenementService evenements,
            EnvoiDeCourriels courriels,
            AvisAuTitulaire avis) {
        this.scolarite = scolarite;
        this.journal = journal;
        this.bureau = bureau;
        this.evenements = evenements;
        this.courriels = courriels;
        this.avis = avis;
    }

    /** Un lien pour chaque adresse sûre du compte que des élèves quittent ; vide s'il n'en a pas. */
    List<NouvelleOpposition.Lien> avis(Compte source) {
        return avis.liens(source.id(), avis.adressesSures(source.id()));
    }

    /** Ce que ces liens défont. */
    NouvelleOpposition opposition(Compte source, Compte nouveau, UUID jeton, List<NouvelleOpposition.Lien> liens) {
        return avis.preparer(Changement.RUPTURE, source.id(), nouveau.id(), jeton, liens);
    }

    /** Écrit tout ; les liens sont déjà ceux d'après. */
    void laisser(
            Agent agent,
            UUID jeton,
            PlanDeRupture plan,
            Compte nouveau,
            List<NouvelleOpposition.Lien> liens,
            Instant le) {
        JsonObject details = details(jeton, plan, nouveau);
        journal.ajouter(
                new LigneJournal(le, ActionJournal.RUPTURE, plan.source().id(), agent.auteur(), details.toString()));
        journal.ajouter(new LigneJournal(le, ActionJournal.CREATION, nouveau.id(), agent.auteur(), details.toString()));
        plan.partent()
                .forEach(lien -> bureau.noter(
                        agent,
                        ActionBureau.RUPTURE,
                        new JournalDuBureau.Cible(lien.uai(), plan.source().id(), lien.eleveId()),
                        FabriqueJson.objet()
                                .add("jeton", jeton.toString())
                                .add("nouveau", nouveau.id())
                                .build()));
        Evenement.Sujet cree = evenements.sujet(nouveau);
        evenements.deposer(new CompteCree(le, cree, Origine.RUPTURE));
        evenements.deposer(new RattachementsModifies(le, evenements.sujet(plan.source())));
        evenements.deposer(new RattachementsModifies(le, cree));
        prevenir(agent, plan, nouveau, liens, le);
    }

    private static JsonObject details(UUID jeton, PlanDeRupture plan, Compte nouveau) {
        JsonArrayBuilder liens = FabriqueJson.tableau();
        plan.partent().forEach(l -> {
            JsonArrayBuilder regroupements = FabriqueJson.tableau();
            l.provenance().arrivees().forEach(a -> regroupements.add(a.regroupementId()));
            liens.add(FabriqueJson.objet()
                    .add("eleve", l.eleveId())
                    .add("avant", RattachementsJson.qualite(l.avant()))
                    .add("source", RattachementsJson.qualite(l.source()))
                    .add("nouveau", RattachementsJson.qualite(l.nouveau()))
                    .add("regroupements", regroupements));
        });
        return FabriqueJson.objet()
                .add("jeton", jeton.toString())
                .add("source", plan.source().id())
                .add("nouveau", nouveau.id())
                .add("rattachements", liens)
                .build();
    }

    /**
     * Un courriel à chaque adresse connue, sans mot de passe ni nouvel identifiant : le courrier les porte. Aux adresses sûres de la
     * source, avec le lien qui s'oppose.
     */
    private void prevenir(
            Agent agent, PlanDeRupture plan, Compte nouveau, List<NouvelleOpposition.Lien> liens, Instant le) {
        List<Enfant> partis = scolarite.enfants(nouveau.id(), agent.uais());
        Map<Long, String> noms = NomsDistincts.courts(
                Stream.concat(partis.stream(), scolarite.enfants(plan.source().id()).stream())
                        .map(Enfant::eleve)
                        .toList());
        String prenoms = partis.stream().map(e -> noms.get(e.eleve().id())).collect(Collectors.joining(", "));
        String etablissements = partis.stream()
                .flatMap(e -> e.eleve().etablissements().stream())
                .map(Etablissement::nom)
                .distinct()
                .collect(Collectors.joining(", "));
        Compte source = plan.source();
        avis.prevenirParSms(source.id(), "rupture");
        String mail = source.mail();
        for (NouvelleOpposition.Lien lien : liens) {
            courriels.deposerEn(
                    source.langue(),
                    "rupture.opposable.source",
                    lien.mail(),
                    source.identite().nomCourant(),
                    source.identifiant().valeur(),
                    prenoms,
                    etablissements,
                    le,
                    avis.adresse(lien),
                    AvisAuTitulaire.DELAI.toHours());
        }
        if (mail != null && absente(mail, liens)) {
            courriels.deposerEn(
                    source.langue(),
                    "rupture.source",
                    mail,
                    source.identite().nomCourant(),
                    source.identifiant().valeur(),
                    prenoms,
                    etablissements,
                    le);
        }
        String autre = nouveau.mail();
        if (autre != null && !autre.equalsIgnoreCase(mail) && absente(autre, liens)) {
            courriels.deposerEn(
                    source.langue(),
                    "rupture.nouveau",
                    autre,
                    nouveau.identite().nomCourant(),
                    prenoms,
                    etablissements,
                    le);
        }
    }

    private static boolean absente(String mail, List<NouvelleOpposition.Lien> liens) {
        return liens.stream().noneMatch(lien -> lien.mail().equalsIgnoreCase(mail));
    }
}
