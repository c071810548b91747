package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.evenement.Evenement;
import fr.academie.teleservices.journal.LigneJournal;
import fr.academie.teleservices.opposition.NouvelleOpposition;
import fr.academie.teleservices.socle.courriel.CourrielADeposer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tout ce qu'un regroupement écrit, en un seul envoi à la base. */
record EcrituresDuRegroupement(
        UUID jeton,
        @Nullable UUID lot,
        OrigineDuRegroupement origine,
        long principalId,
        long secondaireId,
        Instant faitLe,
        String faitPar,
        @Nullable String adresse,
        String correspondance,
        PlanDeRegroupement plan,
        List<LigneJournal> lignes,
        List<Evenement> evenements,
        List<CourrielADeposer> courriels,
        NouvelleOpposition opposition,
        Reprise reprise) {

    public List<LienRegroupe> liens() {
        return plan.liens();
    }

    public List<Long> doublons() {
        return plan.doublons();
    }

    public List<Long> deplaces() {
        return plan.deplaces();
    }

    public List<PlanDeRegroupement.Releve> releves() {
        return plan.releves();
    }
}
