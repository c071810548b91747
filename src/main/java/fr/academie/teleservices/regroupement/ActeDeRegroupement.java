package fr.academie.teleservices.regroupement;

import fr.academie.teleservices.compte.Compte;
import fr.academie.teleservices.compte.Correspondance;
import fr.academie.teleservices.journal.Auteur;
import fr.academie.teleservices.scolarite.Rattachement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un regroupement décidé, qu'il vienne du titulaire ou du rapprochement : deux comptes verrouillés et jugés, et tous leurs liens.
 *
 * @param lot commun à ceux qui se confirment ensemble ; nul pour un seul
 * @param mailsDuPrincipal ses adresses sûres
 * @param mailsDuSecondaire les siennes
 * @param reprise ce que le premier reprend du second
 */
record ActeDeRegroupement(
        UUID jeton,
        @Nullable UUID lot,
        OrigineDuRegroupement origine,
        Auteur auteur,
        Compte principal,
        Compte secondaire,
        List<Rattachement> rattachements,
        Correspondance correspondance,
        List<String> mailsDuPrincipal,
        List<String> mailsDuSecondaire,
        Reprise reprise) {}
