package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Identifiant;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.socle.courriel.CourrielADeposer;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Écrit des regroupements décidés, quelle que soit leur origine, en un seul envoi à la base ; dans la transaction de l'appelant. */
@Singleton
final class EcritureDuRegroupement {

    private final TracesDuRegroupement traces;
    private final AvisAuTitulaire avis;
    private final RegroupementMapper regroupements;
    private final Clock horloge;

    @Inject
    EcritureDuRegroupement(
            TracesDuRegroupement traces, AvisAuTitulaire avis, Transactions transactions, Clock horloge) {
        this.traces = traces;
        this.avis = avis;
        this.regroupements = transactions.mapper(RegroupementMapper.class);
        this.horloge = horloge;
    }

    /** Comme {@link #ecrire(List, Identifiant)}, de comptes dont nul n'est connecté. */
    void ecrire(List<ActeDeRegroupement> actes) {
        ecrire(actes, null);
    }

    /**
     * @param actes au moins un ; plusieurs ont le même principal, et chacun le trouve comme le précédent l'a laissé
     * @param fini le compte connecté, s'il est de ceux qui se ferment ; nul sinon
     */
    void ecrire(List<ActeDeRegroupement> actes, @Nullable Identifiant fini) {
        Instant le = horloge.instant();
        List<TracesDuRegroupement.Annonce> annonces = actes.stream()
                .map(acte -> new TracesDuRegroupement.Annonce(acte, liens(acte)))
                .toList();
        List<CourrielADeposer> courriels = traces.courriels(annonces, le);
        List<EcrituresDuRegroupement> ecritures = new ArrayList<>();
        for (TracesDuRegroupement.Annonce annonce : annonces) {
            boolean derniere = ecritures.size() == annonces.size() - 1;
            ecritures.add(ecritures(annonce, derniere ? courriels : List.of(), le));
        }
        avis.prevenirParSms(actes.get(0).principal().id(), "regroupement");
        actes.forEach(acte -> avis.prevenirParSms(acte.secondaire().id(), "regroupement"));
        regroupements.ecrire(ecritures, fini == null ? null : fini.valeur());
    }

    private EcrituresDuRegroupement ecritures(
            TracesDuRegroupement.Annonce annonce, List<CourrielADeposer> courriels, Instant le) {
        ActeDeRegroupement acte = annonce.acte();
        Compte principal = acte.principal();
        Compte secondaire = acte.secondaire();
        PlanDeRegroupement plan = PlanDeRegroupement.calculer(principal.id(), secondaire.id(), acte.rattachements());
        return new EcrituresDuRegroupement(
                acte.jeton(),
                acte.lot(),
                acte.origine(),
                principal.id(),
                secondaire.id(),
                le,
                acte.auteur().identifiant().valeur(),
                acte.auteur().adresse(),
                acte.correspondance().name(),
                plan,
                traces.lignes(acte, plan, le),
                traces.evenements(principal, secondaire, plan, le),
                courriels,
                avis.preparer(Changement.REGROUPEMENT, principal.id(), secondaire.id(), acte.jeton(), annonce.liens()),
                acte.reprise());
    }

    /** Un lien par adresse sûre des deux comptes ; celle qu'ils ont en commun en reçoit un. */
    private List<NouvelleOpposition.Lien> liens(ActeDeRegroupement acte) {
        List<NouvelleOpposition.Lien> liens =
                new ArrayList<>(avis.liens(acte.principal().id(), acte.mailsDuPrincipal()));
        avis.liens(acte.secondaire().id(), acte.mailsDuSecondaire()).stream()
                .filter(lien -> liens.stream().noneMatch(autre -> autre.mail().equalsIgnoreCase(lien.mail())))
                .forEach(liens::add);
        return liens;
    }
}
