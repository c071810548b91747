package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.opposition.AvisAuTitulaire;
import fr.academie.teleservices.opposition.Changement;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.socle.persistance.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Écrit un regroupement décidé, quelle que soit son origine, en un seul envoi à la base ; dans la transaction de l'appelant. */
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

    void ecrire(ActeDeRegroupement acte) {
        Compte principal = acte.principal();
        Compte secondaire = acte.secondaire();
        PlanDeRegroupement plan = PlanDeRegroupement.calculer(principal.id(), secondaire.id(), acte.rattachements());
        Instant le = horloge.instant();
        List<NouvelleOpposition.Lien> liens = new ArrayList<>(avis.liens(principal.id(), acte.mailsDuPrincipal()));
        avis.liens(secondaire.id(), acte.mailsDuSecondaire()).stream()
                .filter(lien -> liens.stream().noneMatch(autre -> autre.mail().equalsIgnoreCase(lien.mail())))
                .forEach(liens::add);
        avis.prevenirParSms(principal.id(), "regroupement");
        avis.prevenirParSms(secondaire.id(), "regroupement");
        NouvelleOpposition opposition =
                avis.preparer(Changement.REGROUPEMENT, principal.id(), secondaire.id(), acte.jeton(), liens);
        regroupements.ecrire(new EcrituresDuRegroupement(
                acte.jeton(),
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
                traces.courriels(acte, liens, le),
                opposition));
    }
}
